"""Which pairs become links: the likely ones, as long as no weak one ties two groups together."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from operator import itemgetter

from dmreader.comparing.links.bounds import LIKELY, Bounds
from dmreader.comparing.links.sentences import Pair, Sentences

_STRANGERS = 0.06  # links for each sentence of the shorter source: with fewer, two sources are strangers,
_TRUSTED = 0.9  # and only what is as likely as this is believed
_APART, _BESIDE = 0.2, 0.5  # the least mean probability between two groups that a link may join: between
# sources that share little, and between such as run side by side, where most have one partner
_WITHIN = 0.5  # how much a pair of one source counts: two sentences there seldom say the same
_SHARED = 0.5  # the probability of both ties to a third sentence that speak for a doubtful pair,
_DOUBTFUL = 0.2  # which must be as likely as this


def select(
    sentences: Sentences,
    scores: Mapping[Pair, float],
    sure: Container[Pair],
    least: Bounds,
    beside: Mapping[Pair, float],
) -> dict[Pair, float]:
    """The pairs that are links.

    With three sources or more a wrong link would tie two groups of sentences. Links are taken from the
    likeliest on; one between two groups stands only if the groups as a whole are likely enough to be one
    (average linkage, Sokal and Michener 1958; unlikely pairs count as 0): the more so, the more their sources
    run `beside` each other. Sentences of one source speak against it, but for such as stand side by side:
    they may tell together what another source tells in one. Within a group, two sentences that are tied to a
    third are linked for less. Pairs in `sure` stand in any case. `least` is the least score of a link between
    two sources, where it is not the common one.
    """
    source = sentences.source
    told = dict(_told(sentences, scores, sure))
    likely = [
        (pair, p) for pair, p in told.items() if p >= least.get((source[pair[0]], source[pair[1]]), LIKELY)
    ]
    likely.sort(key=itemgetter(0))
    likely.sort(key=itemgetter(1), reverse=True)
    if len(sentences.first) <= 3:
        return dict(likely)
    groups = _Groups(source, scores, beside, len(sentences.first) - 1)
    kept = {pair: p for pair, p in likely if groups.take(pair) or pair in sure}
    left = sorted([(pair, p) for pair, p in told.items() if p >= _DOUBTFUL and pair not in kept])
    kept |= {(u, v): p for (u, v), p in left if source[u] != source[v] and groups.shared(u, v) >= _SHARED}
    return kept


class _Groups:
    """Sentences that are tied so far; those of `u` are `members[group[u]]`."""

    def __init__(
        self,
        source: Sequence[int],
        scores: Mapping[Pair, float],
        beside: Mapping[Pair, float],
        count: int,
    ) -> None:
        self._source, self._scores = source, scores
        self._group: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        # the least mean probability of pairs of two sources; of one source, as of it and the nearest other
        self._least = [[_APART] * count for _ in range(count)]
        for (s, t), share in beside.items():
            least = _APART + (_BESIDE - _APART) * share
            self._least[s][t] = self._least[t][s] = least
            self._least[s][s], self._least[t][t] = (
                max(self._least[s][s], least),
                max(self._least[t][t], least),
            )

    def take(self, pair: Pair) -> bool:
        """Join the groups of both sentences, if these are likely enough to be one."""
        u, v = pair
        a, b = self._group.setdefault(u, u), self._group.setdefault(v, v)
        if a == b:
            return True
        one, two = self._members.setdefault(a, [a]), self._members.setdefault(b, [b])
        if not self._are_one(one, two):
            return False
        if len(one) < len(two):
            a, b, one, two = b, a, two, one
        for x in two:
            self._group[x] = a
        one += self._members.pop(b)
        return True

    def _are_one(self, one: Sequence[int], two: Sequence[int]) -> bool:
        if len(one) == len(two) == 1:
            return True
        source, scores, total = self._source, self._scores, 0.0
        for u in one:
            least = self._least[source[u]]
            for v in two:
                over = scores.get((u, v) if u < v else (v, u), 0.0) - least[source[v]]
                if source[u] != source[v]:
                    total += over
                elif abs(u - v) > 1 or over > 0.0:
                    total += _WITHIN * over
        return total >= 0.0

    def shared(self, u: int, v: int) -> float:
        """How likely the third sentence is that is tied to `u` and to `v`, 0 if these are in two groups."""
        group = self._group.get(u)
        if group is None or group != self._group.get(v):
            return 0.0
        scores = self._scores
        others = (z for z in self._members[group] if z not in (u, v))
        return max(
            (min(scores.get(_pair(z, u), 0.0), scores.get(_pair(z, v), 0.0)) for z in others), default=0.0
        )


def _pair(u: int, v: int) -> Pair:
    return (u, v) if u < v else (v, u)


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
