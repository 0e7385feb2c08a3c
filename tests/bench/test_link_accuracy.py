"""What links are measured by: right and wrong ones are told apart, and scores are held against them."""

import json
from pathlib import Path

import pytest

from tests.bench.link_accuracy import (
    Told,
    changed_words,
    events,
    measured,
    noise,
    of_articles,
    scores,
    together,
)
from tests.bench.link_cases import Case, laid_out

ROWS = [
    ["The ferry departed from the island before sunrise.", "Forty passengers played cards below the deck."],
    [
        "Bread became cheaper in all the shops of the town.",
        "The ferry departed from the island before sunrise.",
    ],
]


def case(link: tuple[tuple[int, int], tuple[int, int]]) -> Case:
    texts, spans = laid_out(ROWS)
    return Case("ferry", texts, spans, {link}, {(0, 1)})


def test_a_right_link_is_told_from_a_wrong_one() -> None:
    right, wrong = measured(case(((0, 0), (1, 1)))), measured(case(((0, 1), (1, 0))))
    assert (right.made, right.right, right.hit, right.sure) == (1, 1, 1, 1)
    assert [x.right for x in right.links] == [True]
    assert (wrong.made, wrong.right, wrong.hit, wrong.sure) == (1, 0, 0, 1)
    assert [x.right for x in wrong.links] == [False]
    assert together([right, wrong]).row("both") == "| both | 0.50 | 0.50 | 0.50 |"


def test_scores_are_held_against_what_is_right() -> None:
    links = [Told(0.9, True), Told(0.88, True), Told(0.9, False), Told(1.0, True), Told(0.4, False)]
    assert list(scores("x", links)) == [
        "| x | 0.35-0.50 | 1 | 0.40 | 0.00 |",
        "| x | 0.80-0.95 | 3 | 0.89 | 0.67 |",
        "| x | 0.95-1.00 | 1 | 1.00 | 1.00 |",
    ]


def test_changed_words_are_held_against_marks(tmp_path: Path) -> None:
    texts = [{"text": "The old ferry sank."}, {"text": "The new ferry sank at noon."}]
    right = [{"a": [0, 4, 7], "b": [1, 4, 7]}, {"a": [0, 18, 18], "b": [1, 19, 26]}]
    path = tmp_path / "spans.jsonl"
    path.write_text(json.dumps({"sources": texts, "spans": right}) + "\n", encoding="utf-8")
    assert changed_words(path) == pytest.approx(1.0, abs=0.06)  # the marks at the end count with their words
    path.write_text(json.dumps({"sources": texts, "spans": right[:1]}) + "\n", encoding="utf-8")
    assert changed_words(path) < 0.75


def test_links_of_the_three_articles() -> None:
    """Annotators agree at .91 on them; no other program gets beyond .64."""
    found = measured(of_articles())
    precision, recall = found.right / found.made, found.hit / found.sure
    assert found.sure == 118
    assert precision > 0.97
    assert 2 * precision * recall / (precision + recall) >= 0.80


def test_scores_mean_what_they_say() -> None:
    """Of links of a score, about that share is right, on events that no weight was fitted on.

    The expected calibration error (Naeini and others 2015), over tenths: .06 when this was written.
    """
    links = [x for found in map(measured, events()) for x in found.links]
    assert len(links) > 500
    error = 0.0
    for tenth in range(10):
        band = [x for x in links if min(9, int(10 * x.score)) == tenth]
        error += abs(sum(x.score for x in band) - sum(x.right for x in band)) / len(links)
    assert error < 0.09


@pytest.mark.parametrize("length", [None, 4])
def test_reports_of_different_events_are_hardly_tied(length: int | None) -> None:
    count, share = noise(length)
    assert count == 25
    assert share < 0.01
