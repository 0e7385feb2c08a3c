"""Embedded posts: a paragraph without marks, and above, below or behind it the line of its author.

As pages show them: the words, a dash, a name, a handle in brackets, and often a date; or, as they are copied
from the page of the network, name, handle and date first, and figures last.
"""

import re
from collections.abc import Sequence

from dmreader.language.quotes.spans import QuoteSpan, touches

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
_FOOTED = "an embedded post, its author named behind it"
_HEADED = "an embedded post, its author named above it"
_PASSED = "a post passed on, its author named before it"
_WORDS = 6
"""Words that a name may have."""
_LONGEST = 2000
"""Characters that a post may have."""


def embedded(text: str, quotes: Sequence[QuoteSpan]) -> list[QuoteSpan]:
    """The embedded posts of `text` that touch none of `quotes` (in order), with their authors."""
    if "@" not in text and "＠" not in text:
        return []
    posts = [post for match in _AUTHOR.finditer(text) if (post := _above(text, match))]
    posts += [post for match in _HEAD.finditer(text) if (post := _below(text, match))]
    posts += [
        QuoteSpan(*match.span("said"), False, False, _PASSED, 0.9, match.span("name"), kind="tweet")
        for match in _PASSED_ON.finditer(text)
    ]
    found: list[QuoteSpan] = []
    for post in sorted(posts):
        if not touches(post, quotes) and not (found and found[-1].end > post.start):
            found.append(post)
    return found


def _above(text: str, foot: re.Match[str]) -> QuoteSpan | None:
    """The post before or over the line of its author."""
    start, end = _words(text, foot.start())
    if len(foot["name"].split()) > _WORDS or start >= end:
        return None
    return QuoteSpan(start, end, False, False, _FOOTED, 0.9, foot.span("name"), kind="tweet")


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
