"""One sentence cut into the pieces that a view draws differently."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, TypeVar

from dmreader.marks.kinds import KINDS, MarkKind
from dmreader.marks.marks import SourceMarks
from dmreader.marks.partners import partners
from dmreader.marks.runs import SharedRun
from dmreader.model import Comparison, Span
from dmreader.model.columns import Table

_start, _end = attrgetter("start"), attrgetter("end")
_GAP = 2
"""Words between two shared runs over which they are one region, told a little differently."""

_Part = TypeVar("_Part", SharedRun, Span)


class Piece(NamedTuple):
    """A part of a sentence that is one thing from end to end, as offsets into its source's text.

    `kind` is `verbatim` for words that stand in other sources, the relation of the closest link to another
    source for the rest of a linked part, `near-verbatim` for a few words between two runs that the same
    sources have, `unique` for what no other source has, and None for what is neither. `sources` are the other
    sources that have it. `quote` is the number of the quote it stands in.
    """

    start: int
    end: int
    kind: MarkKind | None
    sources: frozenset[int]
    quote: int | None


def pieces(
    comparison: Comparison, marks: Sequence[SourceMarks], source: int, sentence: int
) -> tuple[Piece, ...]:
    """The pieces of a sentence, in order, with nothing left out between its ends."""
    span = comparison.sentences[source][sentence]
    own = marks[source]
    shared = _meeting(own.shared, span)
    unique = _meeting(own.unique, span)
    linked = sorted(
        (KINDS.index(p.relation), p.start, p.end, p.source)
        for p in partners(comparison, marks, source, sentence)
        if p.source != source
    )
    quotes = [(comparison.quotes[n], n) for n in own.sentences[sentence].quotes]
    cuts = {span.start, span.end}
    for start, end in (
        *((run.start, run.end) for run in shared),
        *((part.start, part.end) for part in unique),
        *((start, end) for _, start, end, _ in linked),
        *((quote.start, quote.end) for quote, _ in quotes),
    ):
        cuts.update(at for at in (start, end) if span.start < at < span.end)
    edges = sorted(cuts)
    found: list[Piece] = []
    for start, end in pairwise(edges):
        kind, sources = _kind(start, shared, unique, linked)
        quote = next((n for q, n in reversed(quotes) if q.start <= start < q.end), None)
        piece = Piece(start, end, kind, sources, quote)
        if found and found[-1][2:] == piece[2:]:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(piece)
    return _joined(found, comparison.sources[source].text)


def _kind(
    at: int,
    shared: Sequence[SharedRun],
    unique: Sequence[Span],
    linked: Sequence[tuple[int, int, int, int]],
) -> tuple[MarkKind | None, frozenset[int]]:
    for run in shared:
        if run.start <= at < run.end:
            return "verbatim", run.sources
    if any(part.start <= at < part.end for part in unique):
        return "unique", frozenset()
    over = [(rank, other) for rank, start, end, other in linked if start <= at < end]
    if over:
        return KINDS[over[0][0]], frozenset(other for _, other in over)
    return None, frozenset()


def _joined(found: list[Piece], text: str) -> tuple[Piece, ...]:
    """Runs joined into regions: a small gap between runs of the same sources belongs to them."""
    for at in range(1, len(found) - 1):
        before, gap, after = found[at - 1 : at + 2]
        both = before.sources & after.sources
        between = gap.kind is None and before.kind == after.kind == "verbatim"
        if both and between and len(text[gap.start : gap.end].split()) <= _GAP:
            found[at] = gap._replace(kind="near-verbatim", sources=both)
    return tuple(found)


def _meeting(parts: Sequence[_Part], span: Span) -> Sequence[_Part]:
    """Those of `parts`, in order and apart, that meet `span`."""
    if isinstance(parts, Table):  # no row is made only to be passed by
        starts, ends = parts.columns[:2]
        first = bisect_right(starts, span.start)
        if first and ends[first - 1] > span.start:
            first -= 1
        return parts[first : bisect_left(starts, span.end)]
    first = bisect_right(parts, span.start, key=_end)
    return parts[first : bisect_left(parts, span.end, key=_start)]
