"""Wrapping and the flow of rows: nothing lost, nothing too wide, the same from above and below."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dmreader.app.flow import Flow, Spot
from dmreader.app.wrapping import wrap
from dmreader.model import Span

_TEXT = st.text(st.sampled_from("abc -,é中か\u0301👩\u200d🚀ש”"), max_size=60).map(str.strip)


@given(_TEXT, st.integers(1, 20))
@example("a \u0301か", 1)
@example("か\u0301か", 1)
def test_rows_hold_the_whole_text_and_fit(text: str, width: int) -> None:
    starts = wrap(text, width)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    ends = [*starts[1:], len(text)]
    for start, end in zip(starts, ends, strict=True):
        row = text[start:end].rstrip(" ")
        assert cell_len(row) <= width or len(row) == 1 or cell_len(row[1:]) == 0 or "\u200d" in row


@pytest.mark.parametrize(
    ("text", "width", "starts"),
    [
        ("👩\u200d🚀か", 2, [0, 3]),  # what a joiner ties is one sign
        ("か\u0301か", 2, [0, 2]),  # a combining mark stays with its letter
        ("ab\u0301c", 2, [0, 3]),
        ("中中。", 4, [0, 1]),  # no row begins with a full stop
    ],
)
def test_what_belongs_together_is_not_parted(text: str, width: int, starts: list[int]) -> None:
    assert wrap(text, width) == starts


@given(st.lists(st.text("abcdefg", min_size=1, max_size=9), min_size=1, max_size=20), st.integers(9, 30))
def test_words_that_fit_are_never_cut(words: list[str], width: int) -> None:
    text = " ".join(words)
    rows = [text[a:b].strip() for a, b in pairwise([*wrap(text, width), len(text)])]
    assert " ".join(rows) == text


def _flow(lines: list[str], width: int) -> Flow:
    text, spans = "", []
    for i, line in enumerate(lines):
        spans.append(Span(len(text), len(text) + len(line)))
        text += line + (" " if i % 3 else "\n\n")
    return Flow(text, spans, width)


_LINES = st.lists(
    st.text("ab ", min_size=1, max_size=40).filter(str.strip).map(lambda t: t.strip()),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60)
@given(_LINES, st.integers(1, 12), st.integers(1, 15))
def test_the_window_is_the_same_however_one_comes_to_it(lines: list[str], width: int, height: int) -> None:
    flow = _flow(lines, width)
    whole = flow.window(Spot(0, 0), sum(flow.height(u) for u in range(len(flow))))
    for down in range(0, len(whole), 3):
        spot = flow.shift(Spot(0, 0), down)
        shown = flow.window(spot, height)
        expected = (whole[down:] + [(-1, -1)] * height)[:height]
        assert shown == expected
        assert flow.shift(spot, -down) == Spot(0, 0)


@settings(max_examples=60)
@given(_LINES, st.integers(1, 12))
def test_distances_agree_with_shifts(lines: list[str], width: int) -> None:
    flow = _flow(lines, width)
    for top in range(len(flow)):
        for unit in range(len(flow)):
            lines_between = flow.distance(Spot(top, 0), unit, 10_000)
            assert lines_between is not None
            assert flow.shift(Spot(top, 0), lines_between) == Spot(unit, 0)


def test_what_stands_between_sentences_is_shown_too() -> None:
    text = "* First. -- and -- Second.\n\n(end)"
    flow = Flow(text, [Span(2, 8), Span(19, 26)], 40)
    rows = [text[flow.rows(u)[0] : flow.rows(u)[-1]] for u in range(2)]
    assert "".join(rows).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


@settings(max_examples=60)
@given(_LINES, st.integers(1, 12), st.integers(2, 15))
def test_a_clamped_top_leaves_at_most_half_a_screen_empty_and_nothing_above(
    lines: list[str], width: int, height: int
) -> None:
    flow = _flow(lines, width)
    assert flow.clamp(Spot(0, -3), height) == Spot(0, 0)
    lowest = flow.clamp(flow.shift(Spot(len(flow) - 1, 0), 99), height)
    text = [at for at in flow.window(lowest, height) if at != (-1, -1)]
    assert lowest == Spot(0, 0) or len(text) == height // 2 + 1


def _lines(text: str, *, width: int = 30) -> Flow:
    spans = [Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return Flow(text, spans, width)


def test_where_empty_lines_part_paragraphs_other_lines_stand_close() -> None:
    verses = _lines("Tyger Tyger,\nburning bright,\n\nIn what distant\ndeeps")
    assert [verses.height(unit) for unit in range(4)] == [1, 2, 1, 1]
    lines = _lines("One sentence.\nAnother one.\nThe last.")
    assert [lines.height(unit) for unit in range(3)] == [2, 2, 1]


@pytest.mark.parametrize("at", [0, 1])
def test_indentation_is_shown_unless_it_takes_the_place_of_words(at: int) -> None:
    text = ("" if at == 0 else "def main():\n") + "    print(name)\n"
    assert text[slice(*_lines(text).extent(at))] == "    print(name)"
    assert text[slice(*_lines(text, width=9).extent(at))] == "print(name)"


def test_spaces_between_two_sentences_of_a_line_are_no_indentation() -> None:
    text = "It rained.  It snowed."
    flow = Flow(text, [Span(0, 10), Span(12, 22)], 30)
    assert flow.rows(1)[0] == 12
