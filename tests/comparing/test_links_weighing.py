"""Pairs among the others: what third sources say, stems, and the texts that the weights are fitted on."""

import random
import re
from pathlib import Path

import pytest

from dmreader.comparing.links import model
from dmreader.comparing.links.candidates import find_candidates
from dmreader.comparing.links.context import NAMES as CONTEXT
from dmreader.comparing.links.context import ONE_SIDED, Context
from dmreader.comparing.links.evidence import NAMES as EVIDENCE
from dmreader.comparing.links.evidence import Evidence
from dmreader.comparing.links.linking import weighed
from dmreader.comparing.links.model import Trees
from dmreader.comparing.links.sentences import Sentences
from dmreader.comparing.links.stems import Stems
from dmreader.comparing.links.surroundings import COLUMNS, NAMES, Surroundings
from dmreader.comparing.links.weighing import most_around, share_beside, third_counts, weigh, weigh_alone
from dmreader.language import Vocabulary, analyse
from dmreader.model import Options, Source
from tests.bench.aligned_levels import align
from tests.bench.generated_tellings import tellings

HARD = [
    "The ferry departed from the island before sunrise, and forty passengers played cards below.",
    "Nobody had expected the harbour to be repaired so quickly after the winter storms.",
    "The lighthouse keeper refused to answer questions from reporters.",
]
EASY = [
    "The ferry departed before sunrise.",
    "Forty passengers played cards.",
    "Nobody expected the harbour to be repaired so quickly.",
    "The keeper of the lighthouse refused to answer questions.",
]


def sentences(*texts: str) -> Sentences:
    options = Options(quotes=False)
    vocabulary = Vocabulary(options.fold)
    return Sentences([analyse(Source(f"{n}", t), options, vocabulary) for n, t in enumerate(texts)])


def test_a_third_source_takes_off_what_its_own_partner_is_less_likely_by() -> None:
    three = sentences("One boat sank.", "A boat went down.", "The boat is lost.")
    row = Surroundings(three, {(0, 1): 0.8, (0, 2): 1.0, (1, 2): 0.1}).of(0, 1)
    assert row[NAMES.index("denied")] > 0.6
    copy = Surroundings(three, {(0, 1): 0.8, (0, 2): 1.0, (1, 2): 0.8}).of(0, 1)
    assert copy[NAMES.index("denied")] == 0.0
    assert len(row) == len(COLUMNS)


def test_stems_leave_endings_out() -> None:
    found = Stems(sentences("He walked slowly.", "She walks slower."))
    here, there = (found.bag(bag)[0] for bag in found.sentences.bags)
    assert len(here & there) == 2


def test_levels_are_aligned_one_with_several() -> None:
    found = align(HARD, EASY)
    assert {(0, 0), (0, 1), (1, 2), (2, 3)} <= found.links | found.unsure
    assert (1, 2) in found.links
    assert not found.links & {(2, 0), (0, 3), (1, 1)}


def test_tellings_are_the_same_for_one_seed_and_know_their_links() -> None:
    one, two = (tellings("x", [EASY, HARD], ["Bread is cheap."], random.Random(3)) for _ in range(2))
    assert one == two
    for (s, i), (t, j) in one.links:
        a, b = (one.texts[k][slice(*one.spans[k][n])] for k, n in ((s, i), (t, j)))
        assert "bread is cheap" not in (a + b).lower()
        assert (s, i) != (t, j)
    assert not one.links & one.doubtful


def test_what_sources_are_to_each_other_counts_copies_and_what_is_told_again() -> None:
    told = sentences("\n".join(HARD), "\n".join((HARD[0], HARD[1], HARD[0])), "Bread is cheap.\nSo it goes.")
    seen = [0.0] * (len(EVIDENCE) + len(NAMES))
    context = Context(told, {(3, 5): 0.9})
    row = dict(zip(CONTEXT, context.of((0, 3), seen, -2.0), strict=True))
    assert row["copied"] == 1.0
    assert row["copied_less"] == 2 / 3
    assert row["retold"] == 2 / 3
    assert row["alone"] == -2.0
    assert row["akin"] == 1.0  # all words of the second stand in the first
    other = dict(zip(CONTEXT, context.of((0, 6), seen, 1.0), strict=True))
    assert (other["alone"], other["copied"], other["retold"]) == (1.0, 0.0, 0.0)
    assert other["akin"] < 0.2


def test_leads_and_shares_are_the_same_whichever_source_comes_first() -> None:
    here, there = sentences("\n".join(HARD), "\n".join(EASY)), sentences("\n".join(EASY), "\n".join(HARD))
    rows = []
    for told, pair, rival in ((here, (0, 3), (0, 4)), (there, (0, 4), (1, 4))):
        scores = {pair: 0.8, rival: 0.6}
        seen = (*Evidence(told).of(*pair), *Surroundings(told, scores).of(*pair))
        rows.append(dict(zip(CONTEXT, Context(told, scores).of(pair, seen, 1.0), strict=True)))
    assert rows[0] == rows[1]
    assert rows[0]["share_less"] < rows[0]["share_most"]


def test_trees_add_up_what_they_find() -> None:
    trees = Trees([["lead", 0.5, -1.0, ["place", 2, 0.25, 0.75]], 0.5], ["place", "lead"])
    assert trees.odds([9.0, 0.5]) == -0.5
    assert trees.odds([2.0, 0.6]) == 0.75
    assert trees.odds([2.1, 0.6]) == 1.25


@pytest.mark.parametrize("grown", [["lead", 0.5, 1.0], ["lead", "0.5", 1.0, 2.0], "lead", None])
def test_what_is_no_tree_is_refused(grown: object) -> None:
    with pytest.raises(ValueError, match="no tree"):
        Trees([grown], ["lead"])


def test_the_trees_that_come_with_the_program_look_at_both_ends_or_at_neither() -> None:
    text = Path(model.__file__).with_name("trees.json").read_text(encoding="utf-8")
    asked = set(re.findall(r'\["(\w+)", ', text))
    assert asked <= set(model.ALL) - ONE_SIDED
    assert len(asked) > 30


def test_the_third_weighing_counts_the_more_the_more_sources_run_side_by_side() -> None:
    assert share_beside(0.2) == 0.0
    assert 0.0 < share_beside(0.4) < 1.0
    assert share_beside(0.9) == 1.0
    assert 0.0 < third_counts(0.0) < third_counts(0.5) < third_counts(1.0) == 1.0


def test_the_fewer_sentences_there_are_the_less_what_stands_around_a_pair_can_say() -> None:
    assert 0.0 < most_around(1) < most_around(5) < most_around(50)
    assert most_around(50) > 6.0


def test_sources_side_by_side_are_weighed_again_whether_or_not_a_sentence_is_cut() -> None:
    plain = sentences(
        " ".join(HARD), " ".join((HARD[0], HARD[2], "Nobody hoped that the harbour would last."))
    )
    found = weighed(plain.analyses, lambda _what, _share: None)
    assert len(found.sentences) == len(plain)  # nothing is cut, nothing joined
    evidence = Evidence(plain)
    pairs, settled = find_candidates(plain, evidence.characters, lambda _what, _share: None)
    once = weigh_alone(evidence, pairs, settled, {}, lambda _what, _share: None)
    twice = weigh(plain, once, settled, {}, lambda _what, _share: None)
    assert found.scores.keys() == twice.among.keys()
    assert found.scores != twice.among
