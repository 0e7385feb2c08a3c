"""What can be shown before anything is compared."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dmreader.model import Comparison, Options, Source, SourceSummary, Span, Summary

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def uncompared(sources: Sequence[Source], options: Options | None = None) -> Comparison:
    """A comparison in which nothing is found yet; the lines of a text stand for its sentences.

    It takes about as long as reading the text once, so that the first picture need not wait.
    """
    lines = tuple(tuple(Span(*m.span()) for m in _LINE.finditer(s.text)) for s in sources)
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


def recut(comparison: Comparison, sentences: tuple[tuple[Span, ...], ...]) -> Comparison:
    """A comparison in which nothing is found yet, with these sentences for those it has."""
    return replace(comparison, sentences=sentences, summary=_summary(sentences))


def _summary(sentences: tuple[tuple[Span, ...], ...]) -> Summary:
    return Summary(tuple(SourceSummary(0, len(row), 0.0, 0.0, 0, 0) for row in sentences), ())
