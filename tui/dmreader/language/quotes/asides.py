"""Remarks of the teller inside a quotation, in brackets: `“Will you? (turning to her.) Will you …”`.

They are nobody's spoken words, so the quotation is what stands before and behind them, as with remarks
between dashes. Only what plainly tells a gesture is taken for one: editors' additions in brackets belong to
what they make clear.
"""

import re
from collections.abc import Iterator
from functools import cache

from dmreader.language.quotes.lexicon import words
from dmreader.language.quotes.spans import QuoteSpan

_LONGEST = 120
"""Characters of the longest remark."""


@cache
def _aside() -> re.Pattern[str]:
    gestures, looks = "|".join(sorted(words("gestures"))), "|".join(sorted(words("looks")))
    return re.compile(
        rf"\(\s?(?:(?:{gestures})\b|with an? (?:\w+ ){{0,2}}(?:{looks})\b)[^()\n]{{0,{_LONGEST}}}\)"
    )


def without_asides(text: str, span: QuoteSpan) -> Iterator[QuoteSpan]:
    """`span` of `text` in pieces without the teller's remarks; itself where there is none."""
    if text.find("(", span.start, span.end) < 0:
        yield span
        return
    start = span.start
    for aside in _aside().finditer(text, span.start, span.end):
        yield from _piece(text, span, start, aside.start())
        start = aside.end()
    yield from _piece(text, span, start, span.end)


def _piece(text: str, span: QuoteSpan, start: int, end: int) -> Iterator[QuoteSpan]:
    """What of `span` is between two places, without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield span._replace(start=start, end=end)
