"""Interviews and transcripts: turns behind the names of speakers, without marks."""

import pytest

from dmreader.comparing import compare
from dmreader.language.quotes import find_spans
from dmreader.model import Quote, Source

_INTERVIEW = """Before the vote

Anna Reed: Why did you close it?

TOM MOORE: Because it was not safe.

It had not been safe for years.

Anna Reed: And the “money”?

TOM MOORE: There was none.

The vote is on Monday.
"""


def _quotes(text: str) -> tuple[Quote, ...]:
    return compare([Source("one", text)]).quotes


def test_every_paragraph_of_a_turn_is_a_quotation_of_its_speaker() -> None:
    found = [
        (q.speaker.name if q.speaker else None, _INTERVIEW[q.start : q.end]) for q in _quotes(_INTERVIEW)
    ]
    assert found == [
        ("Anna Reed", "Why did you close it?"),
        ("TOM MOORE", "Because it was not safe."),
        ("TOM MOORE", "It had not been safe for years."),
        ("Anna Reed", "And the “money”?"),
        ("TOM MOORE", "There was none."),
    ]


def test_question_and_answer_name_nobody() -> None:
    found = _quotes("Q: How so?\nA: Like this.\nQ: Why?\nA: Because.\n")
    assert [(q.speaker.name, q.speaker.known) for q in found if q.speaker] == [("Q", False), ("A", False)] * 2


def test_turns_between_marks_are_told_by_their_marks() -> None:
    text = "Reed: “Why?”\nMoore: “So.”\nReed: “When?”\nMoore: “Now.”\n"
    assert [(text[q.start : q.end], q.speaker and q.speaker.name) for q in _quotes(text)] == [
        ("Why?", "Reed"), ("So.", "Moore"), ("When?", "Reed"), ("Now.", "Moore"),
    ]  # fmt: skip


def test_a_turn_that_is_mostly_between_marks_is_told_by_them() -> None:
    text = "Reed: Well, “why did you close it?”\nMoore: So.\nReed: When?\nMoore: Now.\n"
    assert next(text[q.start : q.end] for q in _quotes(text)) == "why did you close it?"


@pytest.mark.parametrize(
    "text",
    [
        "Note: bring water.\nNote: bring bread.\nNote: bring salt.\nNote: come.\n",
        "Flour: a cup.\nSugar: a cup.\nMilk: a cup.\nWater: a cup.\n",
        "Reed: Why?\nMoore: So.\n",
        "He said: yes.\nand so: no.\nHe said: yes.\nand so: no.\n",
        "http://a.b/c\nhttps://a.b\nhttp://a.b/d\nhttps://b.c\n",
    ],
)
def test_labels_that_do_not_take_turns_are_none(text: str) -> None:
    assert find_spans(text) == []
