"""The figures of a comparison that a reader has corrected."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dmreader.model import RELATIONS, Comparison, Link, PairSummary, SourceSummary, Span, Summary

_WORD = re.compile(r"\w+")


def figures(before: Comparison, after: Comparison) -> Summary:
    """The summary of `before` brought to what `after` holds.

    Shares are moved by the difference of the words that are shared before and after, so that comparing and
    correcting cannot count differently where nothing was corrected.
    """
    words = [[m.start() for m in _WORD.finditer(source.text)] for source in before.sources]

    def gained(source: int, others: Sequence[int]) -> float:
        held = [len(_covered(c, words[source], source, others)) for c in (before, after)]
        return (held[1] - held[0]) / max(1, len(words[source]))

    everyone = range(len(before.sources))
    return Summary(
        tuple(_source(before, after, s, gained(s, [o for o in everyone if o != s])) for s in everyone),
        tuple(_pair(after, p, gained(p.a, [p.b]), gained(p.b, [p.a])) for p in before.summary.pairs),
    )


def _covered(comparison: Comparison, words: Sequence[int], source: int, others: Iterable[int]) -> set[int]:
    """The words of `source` (by number) that one of `others` has, in a passage or a link."""
    wanted = set(others)
    spans = [
        (place.start, place.end)
        for passage in comparison.passages
        if wanted & {p.source for p in passage.occurrences}
        for place in passage.occurrences
        if place.source == source
    ]
    for link in comparison.links:
        for here, there in ((link.a, link.b), (link.b, link.a)):
            if here.source == source and there.source in wanted:
                spans.append((here.start, here.end))
    held: set[int] = set()
    for start, end in spans:
        held.update(range(bisect_left(words, start), bisect_left(words, end)))
    return held


def _source(before: Comparison, after: Comparison, source: int, gain: float) -> SourceSummary:
    figure = before.summary.sources[source]
    alone = [_alone(comparison, source) for comparison in (before, after)]
    return figure._replace(
        shared=_share(figure.shared + gain),
        unique_sentences=figure.unique_sentences + alone[1] - alone[0],
        quotes=sum(q.source == source for q in after.quotes),
    )


def _alone(comparison: Comparison, source: int) -> int:
    """How many whole sentences of `source` no other source has."""
    whole = set(comparison.sentences[source])
    return sum(p.source == source and Span(p.start, p.end) in whole for p in comparison.unique)


def _pair(after: Comparison, figure: PairSummary, gain_a: float, gain_b: float) -> PairSummary:
    links: list[Link] = [x for x in after.links if {x.a.source, x.b.source} == {figure.a, figure.b}]
    count = {kind: sum(x.relation == kind for x in links) for kind in RELATIONS}
    return figure._replace(
        a_shared=_share(figure.a_shared + gain_a),
        b_shared=_share(figure.b_shared + gain_b),
        links=len(links),
        verbatim=count["verbatim"],
        near_verbatim=count["near-verbatim"],
        reworded=count["reworded"],
        partial=count["partial"],
        moved=sum(x.moved for x in links),
    )


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
