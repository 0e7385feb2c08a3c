"""The words of a quotation as numbers, so that the same words are equal whatever their case or tokenisation.

Words with masked letters (****ing, f***) are taken for the one word of the sources that they may stand for,
or for each other.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dmreader.language import Analysis
from dmreader.language.quotes import QuoteSpan

_MASKED = re.compile(r"[^\W\d_]*\*{2,}[^\W\d_]*")
_CONTENT = 4
"""Letters from which a word that is no stop word says something by itself."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation's place and words; `content` counts those that say something by themselves.

    `before` and `behind` are the four words around it.
    """

    source: int
    span: QuoteSpan
    words: tuple[int, ...]
    content: int
    before: tuple[int, ...]
    behind: tuple[int, ...]
    handle: bool = False
    """Whether it is but a handle or a hashtag."""


def wordings(analyses: Sequence[Analysis], spans: Sequence[Sequence[QuoteSpan]]) -> list[Wording]:
    """The words of all quotations, in order of source and place."""
    masks = _Masks(analyses)
    rows = []
    for s, (a, of_source) in enumerate(zip(analyses, spans, strict=True)):
        starts, ids, words = a.tokens.starts, a.tokens.ids, a.tokens.vocabulary.words
        stop = a.pack.stop
        for span in of_source:
            first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
            own = masks.words(a, span, first, last)
            content = sum(x < 0 or (len(words[x]) >= _CONTENT and words[x] not in stop) for x in own)
            before, behind = tuple(ids[max(0, first - 4) : first]), tuple(ids[last : last + 4])
            handle = a.source.text[span.start] in "@#"
            rows.append(Wording(s, span, own, content, before, behind, handle and len(own) == 1))
    return rows


class _Masks:
    """Numbers for masked words: that of the word they stand for, or a negative one of their own."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._analyses = analyses
        self._numbers: dict[str, int] = {}

    def words(self, analysis: Analysis, span: QuoteSpan, first: int, last: int) -> tuple[int, ...]:
        text, tokens = analysis.source.text, analysis.tokens
        ids = tuple(tokens.ids[first:last])
        if text.find("**", span.start, span.end) < 0:
            return ids
        found: list[tuple[int, int]] = [(tokens.starts[k], tokens.ids[k]) for k in range(first, last)]
        for match in _MASKED.finditer(text, span.start, span.end):
            found = [(at, x) for at, x in found if not match.start() <= at < match.end()]
            found.append((match.start(), self._number(match[0].casefold())))
        return tuple(x for _, x in sorted(found))

    def _number(self, masked: str) -> int:
        known = self._numbers.get(masked)
        if known is None:
            known = self._numbers[masked] = self._stands_for(masked)
        return known

    def _stands_for(self, masked: str) -> int:
        letters = masked.replace("*", "")
        pattern = re.compile(re.escape(masked).replace(r"\*", r"\w"))
        if letters:
            vocabulary = self._analyses[0].tokens.vocabulary.words
            for number, word in enumerate(vocabulary):
                if len(word) == len(masked) and pattern.fullmatch(word):
                    return number
        for other, number in self._numbers.items():
            if len(other) == len(masked) and _agree(other, masked):
                return number
        return -1 - len(self._numbers)


def _agree(a: str, b: str) -> bool:
    """Whether two masked words of one length may be the same word."""
    return all(x == y or "*" in (x, y) for x, y in zip(a, b, strict=True))
