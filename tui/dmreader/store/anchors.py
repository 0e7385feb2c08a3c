"""Where a note stands, told so that it can be found again after the text was edited.

As the W3C Web Annotation model has it (TextPositionSelector and TextQuoteSelector): the position, the words
themselves, and the words around them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dmreader.model import Span

CONTEXT = 32
"""Code points kept on each side, as many as the Web Annotation tools keep."""

ENOUGH = 75.0
"""How alike (0 to 100) edited words must be to be taken for the words looked for."""

SURELY = 0.7
"""How alike (0 to 1) the words around must be to tell that a short text is a form of another one."""

NEIGHBOURHOOD = 4000
"""Code points searched on each side of the old position before the whole text is."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """`exact` stood at `start:end` of a text, between `prefix` and `suffix`."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`."""
    return Anchor(
        start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def find(sought: Anchor, text: str) -> Span | None:
    """Where `sought` stands in `text`, which may be a later form of its own text; None if nowhere.

    Tried in turn: the position itself; the same words elsewhere, by the words around and nearness; words
    much like them; and whatever now stands between the same neighbours.
    """
    if anchor(text, sought.start, sought.end) == sought:
        return Span(sought.start, sought.end)
    if not sought.exact.strip():
        return None
    return _same_words(sought, text) or _alike(sought, text) or _between(sought, text)


def surely(sought: Anchor, text: str) -> bool:
    """Whether `text` has the words of `sought`, hardly changed, between much the same neighbours."""
    from rapidfuzz import fuzz

    span = find(sought, text)
    if span is None or _context(sought, text, *span) < SURELY:
        return False
    return fuzz.ratio(text[slice(*span)], sought.exact) >= ENOUGH


def _same_words(sought: Anchor, text: str) -> Span | None:
    best: tuple[float, int, int] | None = None
    for start in _occurrences(sought.exact, text):
        context = _context(sought, text, start, start + len(sought.exact))
        # a few common words stand in many places: only their neighbours tell which one is meant
        if len(sought.exact) < CONTEXT and context < 0.5:
            continue
        rank = (round(context, 1), -abs(start - sought.start), start)
        best = max(best, rank) if best else rank
    return Span(best[2], best[2] + len(sought.exact)) if best else None


def _occurrences(words: str, text: str, most: int = 1000) -> Iterator[int]:
    at = text.find(words)
    while at >= 0 and most:
        yield at
        most -= 1
        at = text.find(words, at + 1)


def _context(sought: Anchor, text: str, start: int, end: int) -> float:
    """How alike (0 to 1) the neighbours of `text[start:end]` are to those of `sought`."""
    from rapidfuzz import fuzz

    here = anchor(text, start, end)
    return (fuzz.ratio(here.prefix, sought.prefix) + fuzz.ratio(here.suffix, sought.suffix)) / 200


def _alike(sought: Anchor, text: str) -> Span | None:
    from rapidfuzz import fuzz

    near = max(0, sought.start - NEIGHBOURHOOD), sought.end + NEIGHBOURHOOD
    for low, high in (near, (0, len(text))):
        part = text[low:high]
        if len(part) < len(sought.exact) / 2:
            continue
        found = fuzz.partial_ratio_alignment(sought.exact, part, score_cutoff=ENOUGH)
        # a part shorter than the words turns the roles round, so only whole finds count
        if found is None or found.dest_end - found.dest_start < len(sought.exact) / 2:
            continue
        start, end = _whole_words(text, low + found.dest_start, low + found.dest_end)
        if len(sought.exact) >= CONTEXT or _context(sought, text, start, end) >= 0.5:
            return Span(start, end)
    return None


def _whole_words(text: str, start: int, end: int) -> Span:
    """`start:end` grown to the ends of the words it cuts, and shorn of the spaces around it."""
    while start > 0 and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _between(sought: Anchor, text: str) -> Span | None:
    if min(len(sought.prefix), len(sought.suffix)) < CONTEXT:
        return None
    for before in _occurrences(sought.prefix, text):
        start = before + len(sought.prefix)
        end = text.find(sought.suffix, start, start + 3 * len(sought.exact) + len(sought.suffix))
        if end > start and text[start:end].strip():
            return _whole_words(text, start, end)
    return None
