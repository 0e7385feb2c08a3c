"""Quotations between single marks, where the closing mark is also the apostrophe.

An opening mark stands before a word and behind none. A mark between letters is an apostrophe. Of the marks
that may close, the first beside a stop or a comma is taken, or the first that does not stand behind an s,
where it may well be a genitive (the boys' house); behind an s only when no other is left.
"""

import re
from collections.abc import Sequence
from itertools import islice

from dmreader.language.quotes.spans import QuoteSpan

_ELIDED = "(?!(?:[tT](?:is|was|were|will)|em|cause|bout|til|n|d|s|ll|re|ve|cos)\\b)(?!\\d0s)"
# It begins with a set of characters, which the regular expression engine can skip to.
_SINGLE = re.compile(
    r"['’‘‚\n](?:(?<=\n)(?P<break>)"
    rf"|(?<=['‘‚])(?<![\w'’‘.,!?;].)(?=[\w(\[\"“…@#$£€¿¡*]){_ELIDED}(?P<open>)"
    r"|(?<=['’‘])(?<=[^\s(\[].)(?![\w'’])(?P<close>))"
)
_STOPS = frozenset(".,!?;:—…-")
_AHEAD = 600
"""Characters in which a quotation within another and that other one must be closed."""
_FAR = 20
"""Lines that a quotation between single marks may run over."""


def single_quotes(text: str) -> list[QuoteSpan]:
    """Quotations of `text` between single marks, in order, none inside another."""
    if not ("‘" in text or "'" in text or "‚" in text):
        return []
    found: list[QuoteSpan] = []
    opened = -1
    closers: list[int] = []
    lines = within = 0
    for match in _SINGLE.finditer(text):
        what = match.lastgroup
        if what == "open":
            if opened >= 0:
                if not closers and _inside(text, opened, match.start()):
                    within += 1
                    continue
                _close(text, opened, closers, found)
            opened, closers, lines, within = match.start(), [], 0, 0
        elif opened >= 0 and what == "close":
            if within:
                within -= 1
            else:
                closers.append(match.start())
        elif opened >= 0:
            lines += 1
            if lines > _FAR or text.startswith("\n", match.end()):
                _close(text, opened, closers, found)
                opened = -1
    if opened >= 0:
        _close(text, opened, closers, found)
    return found


def _inside(text: str, opened: int, at: int) -> bool:
    """Whether the mark at `at` opens a quotation within that of `opened`: both end on their line."""
    stop = text.find("\n", at, at + _AHEAD)
    end = stop if stop >= 0 else at + _AHEAD
    if text[opened] != text[at] or "\n" in text[opened:at]:
        return False
    closing = (m for m in _SINGLE.finditer(text, at + 1, end) if m.lastgroup == "close")
    return next(islice(closing, 1, None), None) is not None


def _close(text: str, opened: int, closers: Sequence[int], found: list[QuoteSpan]) -> None:
    end = _closer(text, closers)
    if end is None:
        return
    start = opened + 1
    words = text[start:end]
    if words.strip():
        left = len(words) - len(words.lstrip())
        found.append(
            QuoteSpan(start + left, start + len(words.rstrip()), True, True, "between its single marks", 0.9)
        )


def _closer(text: str, closers: Sequence[int]) -> int | None:
    doubtful = None
    for at in closers:
        before = text[at - 1]
        after = text[at + 1] if at + 1 < len(text) else "\n"
        if before in _STOPS or after in _STOPS or after == "\n" or before.lower() != "s":
            if (
                before.isalpha()
                and after == " "
                and before.lower() in "no"
                and text[max(0, at - 3) : at + 1].startswith(" ")
            ):
                continue
            return at
        if doubtful is None:
            doubtful = at
    return doubtful
