"""Where a quotation may begin or end in tokenised text: at a free-standing mark, and at a line end.

The text is cut at its spaces. Offsets are code points into the whole text.
"""

import re
from dataclasses import dataclass

MARK = "'"
"""What every mark becomes in the row of tokens, whatever it looks like in the text."""

SINGLE = frozenset(["'", "`", "´"])
DOUBLE_MARKS = frozenset(['"', "''"])
CURLY = frozenset(["‘", "’"])
"""Single marks that show which way they face; the closing one is the apostrophe, too."""
STRAIGHT = SINGLE | DOUBLE_MARKS
"""Marks that look the same on both sides of a quotation."""

_GLYPHS = STRAIGHT | CURLY
_ANOTHER = "’"
"""What a free-standing mark of another glyph becomes: a word like others."""

_TOKEN = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]*")


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens `first` to `last` (half open) of a line that is not empty; `blank`: an empty one stood before
    it.
    """

    first: int
    last: int
    blank: bool


@dataclass(frozen=True, slots=True)
class Events:
    """Tokens in lower case with their offsets, the lines that hold them, and the events in order.

    `places[e]` is the number of the token that is a mark, or -1 - n for the break before line n (n = 0: the
    beginning of the text). What stands between two events is a segment; segment e follows event e.
    """

    tokens: list[str]
    starts: list[int]
    ends: list[int]
    lines: list[Line]
    places: list[int]


def scan(text: str, start: int, end: int, marks: frozenset[str] = STRAIGHT) -> Events:
    """Tokens, lines and events of `text[start:end]`; only `marks` are events."""
    tokens: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lines: list[Line] = []
    places: list[int] = []
    blank = False
    for row in _LINE.finditer(text, start, end):
        spans = [match.span() for match in _TOKEN.finditer(text, row.start(), row.end())]
        if not spans:
            blank = blank or row.start() > start
            continue
        first = len(tokens)
        words = [text[a:b].lower() for a, b in spans]
        places.append(-1 - len(lines))
        for k in [k for k, word in enumerate(words) if word in _GLYPHS]:
            if words[k] in marks:
                places.append(first + k)
            words[k] = MARK if words[k] in marks else _ANOTHER
        tokens += words
        starts += [a for a, _ in spans]
        ends += [b for _, b in spans]
        lines.append(Line(first, len(tokens), blank))
        blank = False
    return Events(tokens, starts, ends, lines, places)
