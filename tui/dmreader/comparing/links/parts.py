"""Sentences cut into the parts that can make a claim of their own."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dmreader.language import Analysis

# It begins with the marks to look for, which the regular expression engine can skip to. A small letter behind
# a comma is no beginning: most commas are sorted out here.
_BREAK = re.compile(
    r"[;!?,:](?:(?<=,)\s+(?=[^\W\d_a-z])|(?<=:)\s+(?=[^\W\d_])|(?<=[;!?])[;!?]*[\"'”’»)\]]*\s+(?=\S))"
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 4  # words that a part has
_LONG = 10  # words of a sentence that may have parts
_INK = "，、；：。"  # marks that need no space behind them


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
    first = analysis.first
    for number, span in enumerate(analysis.sentences):
        i, end = first[number], first[number + 1]
        start = span.start
        if end - i >= _LONG:
            for stop, at, k in _breaks(analysis, span.start, span.end, i, end):
                if k - i >= _LEAST and end - k >= _LEAST:
                    yield Part(number, start, stop, i, k)
                    start, i = at, k
        yield Part(number, start, span.end, i, end)


def clause_breaks(analysis: Analysis, part: Part) -> Sequence[int]:
    """How many words of `part` stand before each place where a part may begin."""
    first, last = part.first, part.last
    return [k - first for _, _, k in _breaks(analysis, part.start, part.end, first, last) if first < k < last]


def mark_breaks(analysis: Analysis, part: Part, least: int) -> Sequence[int]:
    """How many words of `part` stand before each mark of any kind that has `least` words on both sides."""
    text, starts, ends = analysis.source.text, analysis.tokens.starts, analysis.tokens.ends
    places = range(part.first + least, part.last - least + 1)
    return [i - part.first for i in places if _is_break(text[ends[i - 1] : starts[i]])]


def cut(analysis: Analysis, part: Part, breaks: Sequence[int]) -> Iterator[Part]:
    """`part` in pieces, cut where as many of its words stand before as `breaks` say, in order.

    A mark goes with the word that it touches; the white space between pieces is in neither.
    """
    text, starts, ends = analysis.source.text, analysis.tokens.starts, analysis.tokens.ends
    first = part.first
    for k in breaks:
        at = first + k
        start, end = ends[at - 1], starts[at]
        while start < end and not text[start].isspace():
            start += 1
        while start < end and not text[end - 1].isspace():
            end -= 1
        yield part._replace(end=start, last=at)
        part = part._replace(start=end, first=at)
    yield part


def _breaks(
    analysis: Analysis, start: int, end: int, first: int, last: int
) -> Iterator[tuple[int, int, int]]:
    """Where a part ends, where the next begins, and the token it begins with."""
    text, starts = analysis.source.text, analysis.tokens.starts
    for match in _BREAK.finditer(text, start, end):
        at = match.end()
        if match[0][0] != "," or _begins(text, at, analysis):
            yield match.start() + len(match[0].rstrip()), at, bisect_left(starts, at, first, last)


def _begins(text: str, at: int, analysis: Analysis) -> bool:
    """Whether the word at `at` has a capital letter only because something begins there."""
    word = _WORD.match(text, at)
    if word is None or len(word[0]) < 2:
        return False
    return word[0][0].isupper() and word[0].lower() in analysis.pack.stop


def _is_break(gap: str) -> bool:
    """Whether what stands between two words is a mark with a space beside it, or one that needs none."""
    return gap != " " and not gap.isspace() and (any(map(str.isspace, gap)) or any(c in _INK for c in gap))
