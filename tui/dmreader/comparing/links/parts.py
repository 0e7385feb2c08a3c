"""Sentences cut into the parts that can make a claim of their own."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from dmreader.language import Analysis

# It begins with the marks to look for, which the regular expression engine can skip to.
_BREAK = re.compile(r"[;!?,:](?:(?<=[,:])\s+(?=[^\W\d_])|(?<=[;!?])[;!?]*[\"'”’»)\]]*\s+(?=\S))")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 4  # words that a part has
_LONG = 10  # words of a sentence that may have parts


class Part(NamedTuple):
    """A sentence or a part of it: its number in its source, its offsets and its tokens, half open."""

    sentence: int
    start: int
    end: int
    first: int
    last: int


def parts(analysis: Analysis) -> Iterator[Part]:
    """The parts of all sentences, in order; a sentence without a break within is one part.

    A part begins behind a semicolon, a colon, a question or an exclamation mark, and where a word that is no
    name has a capital letter behind a comma: a verse, a line of a poem, speech without marks.
    """
    text, first, starts = analysis.source.text, analysis.first, analysis.tokens.starts
    for number, span in enumerate(analysis.sentences):
        i, end = first[number], first[number + 1]
        start = span.start
        if end - i >= _LONG:
            for match in _BREAK.finditer(text, span.start, span.end):
                at = match.end()
                if match[0][0] == "," and not _begins(text, at, analysis):
                    continue
                k = bisect_left(starts, at, i, end)
                if k - i >= _LEAST and end - k >= _LEAST:
                    yield Part(number, start, match.start() + len(match[0].rstrip()), i, k)
                    start, i = at, k
        yield Part(number, start, span.end, i, end)


def _begins(text: str, at: int, analysis: Analysis) -> bool:
    """Whether the word at `at` has a capital letter only because something begins there."""
    word = _WORD.match(text, at)
    if word is None or len(word[0]) < 2:
        return False
    return word[0][0].isupper() and word[0].lower() in analysis.pack.stop
