"""What can be shown before anything is compared."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace

from dmreader.marks import SentenceMark, SourceMarks
from dmreader.model import Comparison, Options, Source, SourceSummary, Span, Summary
from dmreader.model.columns import Ends, Same, Table, numbers

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def uncompared(sources: Sequence[Source], options: Options | None = None) -> Comparison:
    """A comparison in which nothing is found yet; the lines of a text stand for its sentences.

    It takes about as long as reading the text once, so that the first picture need not wait.
    """
    lines = tuple(_lines(source.text) for source in sources)
    return Comparison(
        sources=tuple(sources),
        options=options or Options(),
        sentences=lines,
        passages=(),
        links=(),
        groups=(),
        quotes=(),
        facts=(),
        unique=(),
        summary=_summary(lines),
    )


def _lines(text: str) -> Sequence[Span]:
    """The lines of `text` that are not empty, in little memory: a text may have a million."""
    starts, ends = array("q"), array("q")
    for line in _LINE.finditer(text):
        starts.append(line.start())
        ends.append(line.end())
    begun = numbers(starts)
    return Table(Span, (begun, Ends(begun, ends)))


def unmarked(comparison: Comparison) -> tuple[SourceMarks, ...]:
    """The marks of such a comparison, without looking at every sentence of it."""
    return tuple(
        SourceMarks(Same(SentenceMark("unique"), len(row)), (), (), ()) for row in comparison.sentences
    )


def recut(comparison: Comparison, sentences: tuple[Sequence[Span], ...]) -> Comparison:
    """A comparison in which nothing is found yet, with these sentences for those it has."""
    return replace(comparison, sentences=sentences, summary=_summary(sentences))


def _summary(sentences: Sequence[Sequence[Span]]) -> Summary:
    return Summary(tuple(SourceSummary(0, len(row), 0.0, 0.0, 0, 0) for row in sentences), ())
