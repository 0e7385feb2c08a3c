"""Which pairs become links: the likely ones, as long as no weak one ties two groups together."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

from dmreader.comparing.links.bounds import LIKELY, Bounds
from dmreader.comparing.links.sentences import Pair, Sentences

_STRANGERS = 0.06  # links for each sentence of the shorter source: with fewer, two sources are strangers,
_TRUSTED = 0.9  # and only what is as likely as this is believed
_TOGETHER = 0.2  # the least mean probability between two groups that a link may join


def select(
    sentences: Sentences, scores: Mapping[Pair, float], sure: Container[Pair], least: Bounds
) -> dict[Pair, float]:
    """The pairs that are links.

    With three sources or more a wrong link would tie two groups of sentences. Links are taken from the
    likeliest on; one between two groups stands only if the groups as a whole are likely enough to be one
    (average linkage, Sokal and Michener 1958; pairs of one source do not count, unlikely pairs count as 0).
    Pairs in `sure` stand in any case. `least` is the least score of a link between two sources, where it is
    not the common one.
    """
    source = sentences.source
    likely = [
        (pair, p)
        for pair, p in _told(sentences, scores, sure)
        if p >= least.get((source[pair[0]], source[pair[1]]), LIKELY)
    ]
    likely.sort(key=lambda x: (-x[1], x[0]))
    if len(sentences.first) <= 3:
        return dict(likely)
    group = {u: u for pair, _ in likely for u in pair}
    members = {u: [u] for u in group}
    kept = {}
    for (u, v), p in likely:
        a, b = group[u], group[v]
        if a != b and (u, v) not in sure and not _one(members[a], members[b], scores, source):
            continue
        kept[u, v] = p
        if a != b:
            if len(members[a]) < len(members[b]):
                a, b = b, a
            for x in members[b]:
                group[x] = a
            members[a] += members.pop(b)
    return kept


def _told(
    sentences: Sentences, scores: Mapping[Pair, float], sure: Container[Pair]
) -> Iterator[tuple[Pair, float]]:
    """All pairs but the doubtful ones of two sources that have hardly anything in common.

    What is likely among versions of one story is chance between texts on different matters.
    """
    source, first = sentences.source, sentences.first
    common: dict[Pair, float] = defaultdict(float)
    for (u, v), p in scores.items():
        if p >= LIKELY:
            common[source[u], source[v]] += p
    strangers = {
        (s, t)
        for (s, t), total in common.items()
        if s != t and total < _STRANGERS * min(first[s + 1] - first[s], first[t + 1] - first[t])
    }
    for pair, p in scores.items():
        between = (source[pair[0]], source[pair[1]])
        if p >= _TRUSTED or between not in strangers or pair in sure:
            yield pair, p


def _one(a: list[int], b: list[int], scores: Mapping[Pair, float], source: list[int]) -> bool:
    if len(a) == 1 and len(b) == 1:
        return True
    total = count = 0.0
    for u in a:
        for v in b:
            if source[u] != source[v]:
                total += scores.get((u, v) if u < v else (v, u), 0.0)
                count += 1
    return total >= _TOGETHER * count
