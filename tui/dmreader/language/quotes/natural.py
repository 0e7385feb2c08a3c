"""Quotations of running text whose marks stand at their words: careful pairing.

A quotation ends at the first mark that closes it. One that is opened again at the head of the next paragraph
ran on, and ends with its own paragraph; so does one that is never closed. Marks inside another quotation
belong to it. A closing mark without an opening one is passed over.
"""

import re
from collections.abc import Iterator, Sequence

from dmreader.language.quotes.dashes import dash_quotes
from dmreader.language.quotes.marks import Mark, double_marks
from dmreader.language.quotes.single import single_quotes
from dmreader.language.quotes.spans import QuoteSpan

_PARTNERS = {
    "“": "”\"“", "”": "”", "„": "“”\"‟", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "『": "』", "〝": "〞〟", "``": "''\"”", '"': '"”', "''": "''", "＂": "＂",
}  # fmt: skip
_FAR = 6
"""Paragraphs that a quotation without an opening mark at their heads may run over."""


def natural_quotes(text: str, start: int = 0, end: int | None = None) -> list[QuoteSpan]:
    """The quotations of `text[start:end]` in order, none inside another; offsets are into `text`."""
    part = text[start : len(text) if end is None else end]
    doubles = list(_paired(part, list(double_marks(part))))
    spans = _outermost(doubles + single_quotes(part) + dash_quotes(part))
    return [s._replace(start=s.start + start, end=s.end + start) for s in spans] if start else spans


def _paired(text: str, marks: Sequence[Mark]) -> Iterator[QuoteSpan]:
    opened: Mark | None = None
    depth = 0
    for k, mark in enumerate(marks):
        if opened is None:
            if mark.facing == "open" or (mark.facing == "either" and not _measure(text, mark)):
                opened, depth = mark, 0
            continue
        if _closes(text, opened, mark):
            if depth:
                depth -= 1
                continue
            yield from _span(text, opened.end, mark.start, True, "between its marks", 0.99)
            opened = None
        elif mark.facing != "close":
            if _same_paragraph(text, opened.end, mark.start) and _nested(text, opened, marks, k):
                depth += _partner_is_ours(opened, mark)
                continue
            yield from _unclosed(text, opened, mark)
            opened = mark
    if opened is not None:
        yield from _unclosed(text, opened, None)


def _nested(text: str, opened: Mark, marks: Sequence[Mark], k: int) -> bool:
    """Whether mark `k` opens a quotation within that of `opened`: another glyph, or closed twice."""
    mark = marks[k]
    if _PARTNERS[mark.glyph] != _PARTNERS[opened.glyph]:
        return True
    following = marks[k + 1 : k + 3]
    return (
        len(following) == 2
        and all(m.facing == "close" and m.glyph in _PARTNERS[opened.glyph] for m in following)
        and _same_paragraph(text, mark.end, following[1].start)
    )


def _partner_is_ours(outer: Mark, inner: Mark) -> bool:
    """Whether the mark that closes `inner` would be taken for the one that closes `outer`."""
    return bool(set(_PARTNERS[outer.glyph]) & set(_PARTNERS[inner.glyph]))


def _closes(text: str, opened: Mark, mark: Mark) -> bool:
    if mark.glyph not in _PARTNERS[opened.glyph] or mark.facing == "open":
        return False
    if mark.facing == "either":
        return _same_paragraph(text, opened.end, mark.start)
    at = opened.end
    for _ in range(_FAR):
        at = text.find("\n\n", at, mark.start) + 2
        if at < 2:
            return True
    return False


def _same_paragraph(text: str, start: int, end: int) -> bool:
    return text.find("\n\n", start, end) < 0


def _measure(text: str, mark: Mark) -> bool:
    """Whether the mark is an inch or second sign behind a number."""
    return mark.start > 0 and text[mark.start - 1].isdigit()


_HEAD = re.compile(r"\s*\n\s*\Z")


def _unclosed(text: str, opened: Mark, following: Mark | None) -> Iterator[QuoteSpan]:
    """An opening mark that no mark closes: its quotation ends with its paragraph."""
    stop = text.find("\n", opened.end)
    end = len(text) if stop < 0 else stop
    limit = following.start if following else len(text)
    if (
        following
        and _HEAD.search(text, opened.end, limit)
        and text[opened.end : limit].strip().count("\n\n") == 0
    ):
        whole = text[opened.end : limit].rstrip()
        yield from _span(
            text, opened.end, opened.end + len(whole), False, "runs on in the next paragraph", 0.97
        )
    else:
        yield from _span(
            text, opened.end, min(end, limit), False, "never closed: taken to the line's end", 0.6
        )


def _span(text: str, start: int, end: int, closed: bool, why: str, confidence: float) -> Iterator[QuoteSpan]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield QuoteSpan(start, end, True, closed, why, confidence)


def _outermost(spans: list[QuoteSpan]) -> list[QuoteSpan]:
    """`spans` in order without those that lie in another, or cross one that began before them."""
    kept: list[QuoteSpan] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
