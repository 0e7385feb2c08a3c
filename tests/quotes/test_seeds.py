"""The quotations of the three articles against what two annotators found in them."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from dmreader.model import Comparison, Quote

GOLD: dict[str, Any] = json.loads(Path(__file__).with_name("seeds_gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def hits(comparison: Comparison) -> dict[str, Quote]:
    """The quotes found with exactly the annotated span, by the annotation's id."""
    mine = {(q.source, q.start, q.end): q for q in comparison.quotes}
    return {
        g["id"]: mine[place] for g in GOLD["quotes"] if (place := (g["source"], g["start"], g["end"])) in mine
    }


def test_nearly_every_quotation_is_found_exactly(comparison: Comparison, hits: dict[str, Quote]) -> None:
    assert len(hits) >= 65
    assert len(comparison.quotes) - len(hits) <= 3


def test_the_same_quotations_are_in_one_group_and_others_are_not(hits: dict[str, Quote]) -> None:
    groups = {g["id"]: g["group"] for g in GOLD["quotes"]}
    gold = {frozenset(p) for p in combinations(groups, 2) if groups[p[0]] and groups[p[0]] == groups[p[1]]}
    mine = {frozenset(p) for p in combinations(hits, 2) if hits[p[0]].group == hits[p[1]].group}
    assert len(gold & mine) / len(gold) >= 0.95
    assert not mine - gold
    of = {g["group"]: hits[g["id"]].group for g in GOLD["quotes"] if g["id"] in hits}
    for a, b in GOLD["not_the_same"]:
        assert of[a] != of[b]


def test_a_lost_mark_is_made_up_for_by_another_source(hits: dict[str, Quote]) -> None:
    assert "confirmed by" in hits["A01"].why
    assert "001" in hits["A01"].why


def test_two_quotations_that_lost_lines_are_told_apart(hits: dict[str, Quote]) -> None:
    assert hits["A02"].group != hits["A03"].group
    assert hits["A03"].group == hits["B01"].group


def test_kinds(hits: dict[str, Quote]) -> None:
    gold = {g["id"]: g["kind"] for g in GOLD["quotes"]}
    assert sum(q.kind == gold[k] for k, q in hits.items()) >= 0.75 * len(hits)
    assert hits["A06"].kind == "sign"
    assert hits["C05"].kind == "other"


def test_handles_and_hashtags(hits: dict[str, Quote]) -> None:
    for g in GOLD["quotes"]:
        if g["id"] in hits:
            assert list(hits[g["id"]].handles) == g["handles"]
            assert list(hits[g["id"]].hashtags) == g["hashtags"]
