"""Which likely pairs become links, where three sources or more could be chained by a wrong one."""

from itertools import product

import pytest

from dmreader.comparing.links.joining import join
from dmreader.comparing.links.selection import select
from dmreader.comparing.links.sentences import Pair, Sentences
from tests.comparing.test_links_weighing import sentences

BESIDE = dict.fromkeys([(0, 1), (0, 2), (1, 2)], 1.0)
APART = dict.fromkeys(BESIDE, 0.0)


@pytest.fixture
def three() -> Sentences:
    """Three sources of two sentences each: 0 and 1, 2 and 3, 4 and 5."""
    return sentences(*["The ferry sank at night. Nobody on board was hurt."] * 3)


def told_alike(score: float) -> dict[Pair, float]:
    """Both sentences told by all three, and each tied to the other in the next source by `score`."""
    found = dict.fromkeys([*product((0,), (2, 4)), (2, 4), *product((1,), (3, 5)), (3, 5)], 0.95)
    return found | {(0, 3): score, (1, 4): score, (2, 5): score}


def kept(three: Sentences, scores: dict[Pair, float], beside: dict[Pair, float]) -> set[Pair]:
    return set(select(three, scores, set(), {}, beside))


def test_likely_pairs_between_two_full_groups_are_no_links(three: Sentences) -> None:
    assert kept(three, told_alike(0.6), BESIDE) == {p for p, x in told_alike(0.6).items() if x > 0.9}


def test_the_nearer_the_sources_the_more_is_asked_to_join_groups(three: Sentences) -> None:
    """As a sentence that tells two sentences of another source in one ties both."""
    scores = {(0, 2): 0.9, (0, 3): 0.85, (2, 4): 0.9, (0, 4): 0.8, (3, 4): 0.1}
    assert (0, 3) in kept(three, scores, APART)
    assert (0, 3) not in kept(three, scores, BESIDE)


def test_sentences_side_by_side_may_tell_together_what_another_tells_in_one() -> None:
    far = sentences(*["The ferry sank at night. Rain fell. Nobody on board was hurt."] * 3)
    beside = select(far, {(0, 3): 0.9, (1, 3): 0.7}, set(), {}, BESIDE)
    apart = select(far, {(0, 3): 0.9, (2, 3): 0.7}, set(), {}, BESIDE)
    assert (len(beside), len(apart)) == (2, 1)


def test_sentences_of_one_source_speak_against_one_group_unless_they_repeat_each_other(
    three: Sentences,
) -> None:
    scores = {(0, 2): 0.9, (1, 3): 0.9, (0, 3): 0.5, (1, 2): 0.1}
    assert (0, 3) not in kept(three, scores, BESIDE)
    assert (0, 3) in kept(three, scores | {(0, 1): 0.95, (2, 3): 0.95}, BESIDE)


def test_a_third_sentence_that_is_tied_to_both_makes_up_for_doubt(three: Sentences) -> None:
    doubtful = {(0, 2): 0.9, (2, 4): 0.9, (0, 4): 0.3}
    assert (0, 4) in kept(three, doubtful, BESIDE)
    assert (0, 4) not in kept(three, doubtful | {(0, 4): 0.1}, BESIDE)
    assert (0, 4) not in kept(three, {(0, 4): 0.3}, BESIDE)


def test_a_part_that_claims_nothing_goes_with_the_next() -> None:
    """Though another source tells it elsewhere."""
    text = "So that was it then: the harbour master ordered all the lamps lit."
    two = sentences(
        text, "So that was it then. Unrelated matter follows here. The harbour master lit all lamps."
    )
    assert two.first == [0, 2, 5]
    joined, home = join(two, {(0, 2): 0.9, (1, 4): 0.9})
    assert joined.first == [0, 1, 4]
    assert home[:2] == [0, 0]
