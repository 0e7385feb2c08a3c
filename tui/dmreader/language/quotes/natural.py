"""Quotations of running text whose marks stand at their words: careful pairing.

A quotation ends at the first mark that closes it. One that is opened again at the head of the next paragraph
ran on, and ends with its own paragraph; so does one that is never closed. Marks inside another quotation
belong to it. A closing mark without an opening one is passed over.
"""

import re
from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence

from dmreader.language.quotes.dashes import dash_quotes
from dmreader.language.quotes.marks import Mark, double_marks
from dmreader.language.quotes.single import single_quotes
from dmreader.language.quotes.spans import QuoteSpan

_PARTNERS = {
    "“": "”\"“", "”": "”", "„": "“”\"‟", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "『": "』", "〝": "〞〟", "``": "''\"”", '"': '"”', "''": "''", "＂": "＂",
}  # fmt: skip
_BREAK = re.compile(r"\n\n+")
_FAR = 6
"""Paragraphs that a quotation without an opening mark at their heads may run over."""


def natural_quotes(text: str, start: int = 0, end: int | None = None) -> list[QuoteSpan]:
    """The quotations of `text[start:end]` in order, none inside another; offsets are into `text`."""
    part = text[start : len(text) if end is None else end]
    doubles = list(_paired(part, list(double_marks(part))))
    spans = _outermost(doubles + single_quotes(part) + dash_quotes(part))
    return [s._replace(start=s.start + start, end=s.end + start) for s in spans] if start else spans


def _paired(text: str, marks: Sequence[Mark]) -> Iterator[QuoteSpan]:
    breaks = [line.start() for line in _BREAK.finditer(text)]
    opened = -1
    depth = 0
    k = 0
    while k < len(marks) or opened >= 0:
        if k == len(marks):
            k = yield from _given_up(text, marks, opened, k)
            opened = -1
            continue
        mark = marks[k]
        if opened < 0:
            if mark.facing == "open" or (mark.facing == "either" and not _measure(text, mark)):
                opened, depth = k, 0
        elif _closes(breaks, marks[opened], mark):
            if depth:
                depth -= 1
            else:
                yield from _span(text, marks[opened].end, mark.start, True, "between its marks", 0.99)
                opened = -1
        elif mark.facing != "close":
            first = marks[opened]
            if _same_paragraph(breaks, first.end, mark.start) and _nested(breaks, first, marks, k):
                depth += _partner_is_ours(first, mark)
            else:
                k = yield from _given_up(text, marks, opened, k)
                opened = -1
                continue
        k += 1


def _given_up(text: str, marks: Sequence[Mark], opened: int, k: int) -> Generator[QuoteSpan, None, int]:
    """The quotation of a mark that none closes up to mark `k`; returns the mark at which to go on.

    Marks passed over as if they stood in it are looked at once more from where it ends.
    """
    found = list(_unclosed(text, marks[opened], marks[k] if k < len(marks) else None))
    yield from found
    over = bisect_left(marks, (found[0].end,)) if found else opened + 1
    return max(opened + 1, min(k, over))


def _nested(breaks: Sequence[int], opened: Mark, marks: Sequence[Mark], k: int) -> bool:
    """Whether mark `k` opens a quotation within that of `opened`: another glyph, or closed twice."""
    mark = marks[k]
    if _PARTNERS[mark.glyph] != _PARTNERS[opened.glyph]:
        return True
    following = marks[k + 1 : k + 3]
    return (
        len(following) == 2
        and all(m.facing == "close" and m.glyph in _PARTNERS[opened.glyph] for m in following)
        and _same_paragraph(breaks, mark.end, following[1].start)
    )


def _partner_is_ours(outer: Mark, inner: Mark) -> bool:
    """Whether the mark that closes `inner` would be taken for the one that closes `outer`."""
    return bool(set(_PARTNERS[outer.glyph]) & set(_PARTNERS[inner.glyph]))


def _closes(breaks: Sequence[int], opened: Mark, mark: Mark) -> bool:
    if mark.glyph not in _PARTNERS[opened.glyph] or mark.facing == "open":
        return False
    if mark.facing == "either":
        return _same_paragraph(breaks, opened.end, mark.start)
    return _breaks_between(breaks, opened.end, mark.start) < _FAR


def _same_paragraph(breaks: Sequence[int], start: int, end: int) -> bool:
    return not _breaks_between(breaks, start, end)


def _breaks_between(breaks: Sequence[int], start: int, end: int) -> int:
    """How many paragraphs end between two places; `breaks` are the empty lines of the text."""
    return max(0, bisect_left(breaks, end - 1) - bisect_left(breaks, start))


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
