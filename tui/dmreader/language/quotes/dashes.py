"""Dialogue opened with a dash, as Spanish, French, Polish, Russian and Swedish books print it.

A line that begins with a long dash is spoken. The teller's own words in it stand behind a further dash
(—No —dijo él—. Sí.) or a comma (– Nej, sa han, inte nu.) and have a verb of saying at their head; they end
with the next such sign. Bulleted lists look alike, so a text is read so only if several lines begin with a
dash and the teller speaks in them, too.
"""

import re
from collections.abc import Iterator

from dmreader.language.quotes.lexicon import reporting_verbs
from dmreader.language.quotes.spans import QuoteSpan

_DASH = re.compile(r"[—–―]")
_LINE = re.compile(r"^[ \t]*[—–―][ \t]?(?=[^\s—–―])(?P<said>[^\n]*[^\s])", re.MULTILINE)
_TELLER = re.compile(r"[ \t]?[—–―][ \t]?(?=\w)|(?<=[,!?…])[ \t](?=\w)")
_BACK = re.compile(r"[ \t]?[—–―][.,;:]?[ \t]?")
_COMMA = re.compile(r",[ \t]")
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 3
"""Words behind a dash among which the teller's verb must stand; behind a comma it must be the first."""
_LEAST = 3
"""Lines that must begin with a dash."""


def dash_quotes(text: str) -> list[QuoteSpan]:
    """The spoken parts of the lines of `text` that begin with a dash, in order; none if it is no dialogue."""
    if not _DASH.search(text):
        return []
    lines = [line.span("said") for line in _LINE.finditer(text)]
    if len(lines) < _LEAST:
        return []
    tellers = [m for start, end in lines for m in _TELLER.finditer(text, start, end) if _tells(text, m, end)]
    if sum(1 if m[0].isspace() else 2 for m in tellers) < 2:  # behind a comma said may be but said to be
        return []
    parts = [part for start, end in lines for part in _spoken(text, start, end)]
    return [QuoteSpan(a, b, True, True, "opened with a dash", 0.8) for a, b in parts]


def _spoken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where speech begins and ends in the line `text[start:end]`."""
    at = start
    while at < end:
        teller = next((m for m in _TELLER.finditer(text, at, end) if _tells(text, m, end)), None)
        stop = teller.start() if teller else end
        if at < stop:
            yield at, stop
        if teller is None:
            return
        back = (_BACK if _DASH.search(teller[0]) else _COMMA).search(text, teller.end(), end)
        at = back.end() if back else end


def _tells(text: str, teller: re.Match[str], end: int) -> bool:
    """Whether what follows the sign is the teller's: its first words hold a verb of saying."""
    head = 1 if teller[0].isspace() else _HEAD
    words = [m[0].lower() for m, _ in zip(_WORD.finditer(text, teller.end(), end), range(head), strict=False)]
    return any(word in reporting_verbs() for word in words)
