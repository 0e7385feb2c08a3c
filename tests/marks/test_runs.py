"""Shared runs, held against the plain meaning: what each single character has in common with whom."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dmreader.marks.runs import shared_runs
from dmreader.model import Passage, Place

_SOURCES, _LENGTH = 3, 12
_place = st.builds(
    lambda source, start, length: Place(source, start, min(start + length, _LENGTH)),
    st.integers(0, _SOURCES - 1),
    st.integers(0, _LENGTH - 1),
    st.integers(1, 6),
)
_passage = st.builds(
    lambda places: Passage(1, tuple(sorted(places))), st.lists(_place, min_size=2, max_size=4)
)


@given(st.lists(_passage, max_size=6))
def test_each_character_is_shared_with_all_that_have_it(passages: list[Passage]) -> None:
    for source, runs in enumerate(shared_runs(passages, _SOURCES)):
        by_runs = {at: run.sources for run in runs for at in range(run.start, run.end)}
        for at in range(_LENGTH):
            meant = {
                other.source
                for passage in passages
                for place in passage.occurrences
                if place.source == source and place.start <= at < place.end
                for other in passage.occurrences
                if other.source != source
            }
            assert by_runs.get(at, frozenset()) == meant


@given(st.lists(_passage, max_size=6))
def test_runs_are_in_order_and_as_long_as_they_can_be(passages: list[Passage]) -> None:
    for runs in shared_runs(passages, _SOURCES):
        for run, following in pairwise(runs):
            assert run.end <= following.start
            assert run.end < following.start or run.sources != following.sources
