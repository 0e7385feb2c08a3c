"""Embedded posts: a paragraph without marks, and above, below or behind it the line of its author.

As pages show them: the words, a dash, a name, a handle in brackets, and often a date; or, as they are copied
from the page of the network, name, handle and date first, and figures last.
"""

import re
from collections.abc import Sequence

from dmreader.language.quotes.spans import QuoteSpan

_AUTHOR = re.compile(
    r"(?:^[ \t>]*|(?<=\s))[—–-]{1,2}[ \t]?(?P<name>[^\n()@—–]{2,60}?)[ \t]?"
    r"\([ \t]?[@＠][ \t]?\w{2,30}[ \t]?\)[^\n“”\"]{0,40}$",
    re.MULTILINE,
)
_HEAD = re.compile(
    r"^[ \t]*(?P<name>[^\n@＠:.]{2,60}?)(?:[ \t]+|[ \t]*\n[ \t]*)\(?[@＠]\w{2,30}\)?[ \t]*"
    r"(?P<date>[·•|–—-][ \t]*[^\n]{1,30})?\n(?=[^\n])",
    re.MULTILINE,
)
_FOOT = re.compile(
    r"^[ \t]*(?:[\d.,]+[ \t]*[KMk]?[ \t]*)?(?:Retweets?|Reposts?|Likes?|Repl(?:y|ies|ying)|Quotes|Views)\b"
    r"|^[ \t]*\d{1,2}[:.]\d\d[ \t]*(?:[AaPp]\.?[Mm]\.?)?[ \t]*[·•|–—-]",
    re.MULTILINE,
)
_PASSED_ON = re.compile(
    r"^[ \t]*RT[ \t]+(?P<name>[@＠]\w{2,30})[ \t]*:[ \t]*(?P<said>[^\n]*[^\s])[ \t]*$", re.MULTILINE
)
_HEADED = "an embedded post, its author named above it"
_PASSED = "a post passed on, its author named before it"
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
    headed = [_below(text, match) for match in _HEAD.finditer(text)]
    passed_on = [
        QuoteSpan(*match.span("said"), False, False, _PASSED, 0.9, match.span("name"), kind="tweet")
        for match in _PASSED_ON.finditer(text)
    ]
    for post in filter(None, [*headed, *passed_on]):
        if not any(q.start < post.end and post.start < q.end for q in [*quotes, *found]):
            found.append(post)
    return sorted(found)


def _below(text: str, head: re.Match[str]) -> QuoteSpan | None:
    """The post under the line of its author: its paragraph, up to the line of its time or its figures.

    Either that line is there, or the author's line has a date.
    """
    if len(head["name"].split()) > _WORDS:
        return None
    blank = text.find("\n\n", head.end(), head.end() + _LONGEST)
    end = len(text) if blank < 0 else blank
    foot = _FOOT.search(text, head.end(), end)
    if not foot and not head["date"]:
        return None
    end = _trimmed(text, foot.start() if foot else end)
    if head.end() >= end:
        return None
    return QuoteSpan(head.end(), end, False, False, _HEADED, 0.9, head.span("name"), kind="tweet")


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
