"""Remarks of the teller inside a quotation, in brackets: `“Will you? (turning to her.) Will you …”`.

They are nobody's spoken words, so the quotation is what stands before and behind them, as with remarks
between dashes. Only what plainly tells a gesture is taken for one: editors' additions in brackets belong
to what they make clear. `(to Emma)` is a remark behind a stop or a comma alone; else it may be spoken.
"""

import re
from collections.abc import Iterator

from dmreader.language.quotes.lexicon import words
from dmreader.language.quotes.spans import QuoteSpan

_LONGEST = 120
"""Characters of the longest remark."""
_STOPS = frozenset(",.;:!?—–-")
_BRACKETS = re.compile(r"\(\s?(?P<first>\w+)(?P<rest>[^()]*)\)")
_LOOK = 4
"""Words behind `with` among which a look must be named: `(with a very slight smile at his father)`."""
_TOWARDS = 4
"""Words of the longest remark that only says to whom: `(to Emma)`."""


def _is_remark(text: str, brackets: re.Match[str]) -> bool:
    """Whether what stands in brackets tells a gesture, a look, or to whom the words are spoken."""
    first, rest = brackets["first"], brackets["rest"]
    if len(rest) > _LONGEST:
        return False
    if first in words("gestures"):
        return True
    if first == "with":
        return not words("looks").isdisjoint(rest.split()[:_LOOK])
    before = text[max(0, brackets.start() - 2) : brackets.start()].rstrip()
    return first == "to" and before[-1:] in _STOPS and len(rest.split()) <= _TOWARDS


def without_asides(text: str, span: QuoteSpan) -> Iterator[QuoteSpan]:
    """`span` of `text` in pieces without the teller's remarks; itself where there is none."""
    if text.find("(", span.start, span.end) < 0:
        yield span
        return
    start = span.start
    for aside in _BRACKETS.finditer(text, span.start, span.end):
        if not _is_remark(text, aside):
            continue
        yield from _piece(text, span, start, aside.start())
        start = aside.end()
        while start < span.end and (text[start].isspace() or text[start] in ",;"):
            start += 1  # the comma behind a remark belongs to what precedes it
    yield from _piece(text, span, start, span.end)


def _piece(text: str, span: QuoteSpan, start: int, end: int) -> Iterator[QuoteSpan]:
    """What of `span` is between two places, without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield span._replace(start=start, end=end)
