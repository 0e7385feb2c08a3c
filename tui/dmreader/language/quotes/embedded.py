"""Embedded posts: a paragraph without marks, and below or behind it the line of its author.

As pages show them: the words, a dash, a name, a handle in brackets, and often a date.
"""

import re
from collections.abc import Sequence

from dmreader.language.quotes.spans import QuoteSpan

_AUTHOR = re.compile(
    r"(?:^[ \t>]*|(?<=\s))[—–-]{1,2}[ \t]?(?P<name>[^\n()@—–]{2,60}?)[ \t]?"
    r"\([ \t]?[@＠][ \t]?\w{2,30}[ \t]?\)[^\n“”\"]{0,40}$",
    re.MULTILINE,
)
_WORDS = 6
"""Words that a name may have."""
_LONGEST = 2000
"""Characters that a post may have."""


def embedded(text: str, quotes: Sequence[QuoteSpan]) -> list[QuoteSpan]:
    """The embedded posts of `text` that touch none of `quotes` (in order), with their authors."""
    found: list[QuoteSpan] = []
    if "@" not in text and "＠" not in text:
        return found
    for match in _AUTHOR.finditer(text):
        if len(match["name"].split()) > _WORDS:
            continue
        start, end = _words(text, match.start())
        free = not any(q.start < end and start < q.end for q in [*quotes, *found])
        if start < end and free:
            why = "an embedded post, its author named behind it"
            found.append(QuoteSpan(start, end, False, False, why, 0.9, match.span("name"), kind="tweet"))
    return found


def _words(text: str, author: int) -> tuple[int, int]:
    """The post before the author's line: what precedes on that line, else the paragraph above."""
    line = text.rfind("\n", 0, author) + 1
    end = author
    if not text[line:author].strip(" \t>—–-"):
        end = _trimmed(text, line)
        blank = text.rfind("\n\n", max(0, end - _LONGEST), end)
        line = blank + 2 if blank >= 0 else text.rfind("\n", 0, end) + 1
    end = _trimmed(text, end)
    while line < end and text[line] in " \t>\n":
        line += 1
    return line, end


def _trimmed(text: str, end: int) -> int:
    """`end` moved before the white space and the marks of quoted lines that precede it."""
    while end > 0 and text[end - 1] in " \t\n>":
        end -= 1
    return end
