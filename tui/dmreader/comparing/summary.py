"""The comparison in figures, and what only one source says."""

from collections.abc import Sequence
from itertools import combinations

from dmreader.language import Analysis
from dmreader.model import Link, PairSummary, Passage, Place, Quote, SourceSummary, Summary


def unique_places(
    analyses: Sequence[Analysis], passages: Sequence[Passage], links: Sequence[Link]
) -> tuple[Place, ...]:
    """Sentences that no other source has."""
    tied = {end[:2] for x in links if x.a.source != x.b.source for end in (x.a, x.b)}
    return tuple(
        Place(s, span.start, span.end)
        for s, a in enumerate(analyses)
        for i, span in enumerate(a.sentences)
        if (s, i) not in tied
    )


def summarise(
    analyses: Sequence[Analysis],
    passages: Sequence[Passage],
    links: Sequence[Link],
    unique: Sequence[Place],
    quotes: Sequence[Quote],
) -> Summary:
    """Figures per source and per pair."""
    covered: dict[tuple[int, int], set[int]] = {}
    for p in passages:
        for a in p.occurrences:
            for b in p.occurrences:
                if a.source != b.source:
                    covered.setdefault((a.source, b.source), set()).update(range(a.start, a.end))

    def share(s: int, others: Sequence[int]) -> float:
        hit = set().union(*(covered.get((s, t), set()) for t in others)) if others else set()
        starts = analyses[s].tokens.starts
        return sum(x in hit for x in starts) / len(starts) if starts else 0.0

    everyone = range(len(analyses))
    sources = tuple(
        SourceSummary(
            words=len(a.tokens.starts),
            sentences=len(a.sentences),
            shared=share(s, [t for t in everyone if t != s]),
            verbatim=share(s, [t for t in everyone if t != s]),
            unique_sentences=sum(u.source == s for u in unique),
            quotes=sum(q.source == s for q in quotes),
        )
        for s, a in enumerate(analyses)
    )
    pairs = []
    for s, t in combinations(everyone, 2):
        between = [x for x in links if (x.a.source, x.b.source) == (s, t)]
        count = {
            r: sum(x.relation == r for x in between)
            for r in ("verbatim", "near-verbatim", "reworded", "partial")
        }
        pairs.append(
            PairSummary(
                s, t, share(s, [t]), share(t, [s]), len(between), count["verbatim"], count["near-verbatim"],
                count["reworded"], count["partial"], sum(x.moved for x in between),
            )
        )  # fmt: skip
    return Summary(sources, tuple(pairs))
