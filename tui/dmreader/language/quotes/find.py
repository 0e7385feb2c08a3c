"""The quotations of one text, whatever its style: running text, tokenised text, or some of both.

A line is tokenised when most of its marks stand free between spaces. Where nearly all lines that tell
agree, the whole text is of their style; else every line keeps its own, and a line that does not tell
follows the one above.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from dmreader.language.quotes.asides import without_asides
from dmreader.language.quotes.embedded import embedded
from dmreader.language.quotes.events import CURLY, DOUBLE_MARKS, SINGLE
from dmreader.language.quotes.incises import without_incises
from dmreader.language.quotes.natural import natural_quotes
from dmreader.language.quotes.spaced import Spaced
from dmreader.language.quotes.spans import QuoteSpan, touches
from dmreader.language.quotes.turns import turns

_FREE = re.compile(r"(?<!\S)(?:''|['\"`´‘’])(?!\S)")
_BOUND = re.compile(
    r"[“”„«»「」『』]|(?<!\S)[\"‘](?=\w)|(?<!\S)'(?=\w)(?!(?:s|re|ve|ll|d|m|t|n|em|tis|twas)\b)"
    r"|(?<=[\w.,!?])\"|(?<=[,.!?])['’](?!\S)|(?<=\S)''|''(?=\S)"
)
_CLEAR = 0.9
"""Share of the lines with marks that must agree for the whole text to be of one style."""


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A text in stretches: those of running text as their quotations, tokenised ones still to be decided."""

    text: str
    natural: tuple[QuoteSpan, ...]
    spaced: tuple[Spaced, ...]
    posts: tuple[QuoteSpan, ...] = ()
    """Embedded posts and turns, which have no marks; they are among `natural`, too."""

    def spans(self, biases: Sequence[Sequence[float] | None] | None = None) -> list[QuoteSpan]:
        """All quotations in order; `biases` is further evidence for each tokenised stretch."""
        found = list(self.natural)
        for part, bias in zip(self.spaced, biases or [None] * len(self.spaced), strict=True):
            own = list(_spoken(self.text, part.spans(bias)))
            found += [s for s in own if not touches(s, self.posts)]
        return sorted(found)


def quoted(text: str) -> QuotedText:
    """The quotations of `text`, as far as it alone can tell."""
    natural: list[QuoteSpan] = []
    spaced: list[Spaced] = []
    for start, end, free in _stretches(text):
        if free:
            spaced.append(Spaced(text, start, end, _primary(text, start, end)))
        else:
            natural += _spoken(text, natural_quotes(text, start, end))
    natural.sort()
    said = turns(text, natural)
    natural = [q for q in natural if not touches(q, said)]
    posts = sorted(said + embedded(text, sorted(natural + said)))
    return QuotedText(text, tuple(sorted(natural + posts)), tuple(spaced), tuple(posts))


def _spoken(text: str, spans: Sequence[QuoteSpan]) -> Iterator[QuoteSpan]:
    """What is said of what `spans` hold."""
    for span in spans:
        for part in without_asides(text, span):
            yield from (piece for piece in without_incises(text, part) if _says(text, piece))


def _says(text: str, span: QuoteSpan) -> bool:
    """Whether there is more between the marks than other marks: a word, a number, an emoji."""
    return any(category(c)[0] in "LNS" for c in text[span.start : span.end])


def find_spans(text: str) -> list[QuoteSpan]:
    """The quotations of one text by itself, in order, none inside another."""
    return quoted(text).spans()


def _primary(text: str, start: int, end: int) -> frozenset[str]:
    """The marks that quote in a tokenised stretch: those of which there are the most."""
    found = [m[0] for m in _FREE.finditer(text, start, end)]
    double = sum(m in DOUBLE_MARKS for m in found)
    curly = sum(m in CURLY for m in found)
    kinds = [(double, DOUBLE_MARKS), (curly, CURLY), (len(found) - double - curly, SINGLE)]
    return max(kinds, key=lambda kind: kind[0])[1]


def _stretches(text: str) -> list[tuple[int, int, bool]]:
    """Start, end and whether the stretch is tokenised."""
    if not _FREE.search(text):
        return [(0, len(text), False)]
    ends: list[int] = []
    styles: list[bool | None] = []
    at = 0
    for line in text.splitlines(keepends=True):
        plain = "'" not in line and '"' not in line and "`" not in line and line.isascii()
        free, bound = (0, 0) if plain else (len(_FREE.findall(line)), len(_BOUND.findall(line)))
        at += len(line)
        ends.append(at)
        styles.append(None if free == bound else free > bound)
    told = [s for s in styles if s is not None]
    if not told:
        return [(0, len(text), False)]
    share = sum(told) / len(told)
    if share >= _CLEAR or share <= 1 - _CLEAR:
        return [(0, len(text), share >= _CLEAR)]
    return _runs(ends, styles, told[0])


def _runs(ends: Sequence[int], styles: Sequence[bool | None], first: bool) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    start, style = 0, first
    for k, told in enumerate(styles):
        if told is not None and told != style:
            before = ends[k - 1] if k else 0
            if before > start:
                found.append((start, before, style))
            start, style = before, told
    found.append((start, ends[-1], style))
    return found
