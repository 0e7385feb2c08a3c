"""Pairs of quotations that may be the same: the way for large comparisons finds what the plain one does."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from dmreader.comparing.quoting.candidates import MANY, candidates, pairs_of

_QUOTES = st.lists(st.lists(st.integers(-2, 6), max_size=7).map(tuple), max_size=30)


def test_what_few_quotations_share_pairs_them() -> None:
    assert candidates([(1, 2, 3, 4), (9, 2, 3, 4), (5, 6), (5, 6), (7, 1)], {7}) == [(0, 1), (2, 3)]
    assert candidates([(1, 7, 2), (3, 7, 4)], {7}) == [(0, 1)]


def test_a_turn_of_phrase_pairs_nothing() -> None:
    assert candidates([(1, 2, 3)] * (MANY + 1), set()) == []
    assert len(candidates([(1, 2, 3)] * 3, set())) == 3


@given(_QUOTES, st.sets(st.integers(0, 6)))
@settings(max_examples=150, deadline=None)
def test_large_comparisons_find_the_same(quotes: list[tuple[int, ...]], rare: set[int]) -> None:
    pytest.importorskip("numpy")
    from dmreader.comparing.quoting.candidates_large import pairs_large

    assert pairs_large(quotes, rare, 3) == pairs_of(quotes, rare)
