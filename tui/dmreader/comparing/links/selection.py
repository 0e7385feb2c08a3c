"""Which pairs become links: the likely ones, as long as no weak one ties two groups together."""

from collections import defaultdict
from collections.abc import Container, Mapping

from dmreader.comparing.links.sentences import Pair, Sentences

LEAST = 0.5
_TOGETHER = 0.3  # the least mean probability between two groups that a link may join


def select(sentences: Sentences, scores: Mapping[Pair, float], sure: Container[Pair]) -> dict[Pair, float]:
    """The pairs that are links.

    With three sources or more a wrong link would tie two groups of sentences. Links are taken from the
    likeliest on; one between two groups stands only if the groups as a whole are likely enough to be one
    (average linkage, Sokal and Michener 1958; pairs of one source do not count, unlikely pairs count as 0).
    Pairs in `sure` stand in any case.
    """
    likely = sorted((p for p in scores.items() if p[1] >= LEAST), key=lambda x: (-x[1], x[0]))
    if len(sentences.first) <= 3:
        return dict(likely)
    source = sentences.source
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (u, v), p in scores.items():
        if source[u] != source[v]:
            near[u][v] = near[v][u] = p
    group = {u: u for pair, _ in likely for u in pair}
    members = {u: [u] for u in group}
    kept = {}
    for (u, v), p in likely:
        a, b = group[u], group[v]
        if a != b and (u, v) not in sure and not _one(members[a], members[b], near, source):
            continue
        kept[u, v] = p
        if a != b:
            if len(members[a]) < len(members[b]):
                a, b = b, a
            for x in members[b]:
                group[x] = a
            members[a] += members.pop(b)
    return kept


def _one(a: list[int], b: list[int], near: Mapping[int, Mapping[int, float]], source: list[int]) -> bool:
    if len(a) == 1 and len(b) == 1:
        return True
    total = count = 0.0
    for u in a:
        row = near.get(u, {})
        for v in b:
            if source[u] != source[v]:
                total += row.get(v, 0.0)
                count += 1
    return total >= _TOGETHER * count
