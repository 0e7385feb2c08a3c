"""What stands around a pair of sentences: rivals, neighbours, twins, and how the two sources run together."""

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from dmreader.comparing.links.sentences import Pair, Sentences

COLUMNS = {
    "alone": "log-odds of the pair by itself",
    "lead_here": "lead in log-odds over the first sentence's best other partner, repeats aside",
    "lead_there": "over the second sentence's",
    "lead": "the smaller lead",
    "best_of_both": "1 if neither has a better partner",
    "diagonal": "probabilities of the pairs right before and right after, summed",
    "before": "best link of what stands shortly before to what stands shortly before",
    "after": "the same, after",
    "beside": "best link of either sentence to a neighbour of the other",
    "twin": "best support by another sentence that is like both",
    "twins": "mean support by the other sources",
    "against": "what such a sentence says for another partner instead",
    "parallel": "how much of the two sources is linked, mean of both directions",
    "parallel_less": "the smaller",
    "rest": "probabilities of the first sentence's other partners, summed",
    "place": "difference of the relative places in the two sources",
    "place_in_order": "the same, times how much the two sources keep one order",
    "drift": "how far off the pair is from where its neighbours lead, in tens of sentences",
    "repeat": "1 for two sentences of one source",
}
"""What is seen of a pair among the others."""

NAMES = tuple(COLUMNS)

_LEAST = 1e-4
_FAR = 5.0
_WINDOW = 3
_AHEAD = 4
_SOME = 0.05


def log_odds(p: float) -> float:
    """The logarithm of p / (1 - p), kept within bounds."""
    p = min(max(p, _LEAST), 1.0 - _LEAST)
    return math.log(p / (1.0 - p))


class Surroundings:
    """Reads the probabilities of all pairs to see each pair among the others; the columns are `NAMES`."""

    def __init__(self, sentences: Sentences, scores: dict[Pair, float]) -> None:
        self.sentences = sentences
        self.scores = scores
        source = sentences.source
        rows: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        for (u, v), p in scores.items():
            rows[u, source[v]].append((p, v))
            rows[v, source[u]].append((p, u))
        for row in rows.values():
            row.sort(reverse=True)
        self.rows = dict(rows)
        self._pair: Pair = (-1, -1)  # the pair looked at, and the words that it has in common
        self._common: frozenset[int] = frozenset()
        self._mass = 0.0
        self._parallel = {}
        self._order = {}
        count = len(sentences.first) - 1
        for s in range(count):
            for t in range(count):
                if s != t:
                    self._parallel[s, t], self._order[s, t] = self._run(s, t)

    def _run(self, s: int, t: int) -> tuple[float, float]:
        first, last = self.sentences.first[s], self.sentences.first[s + 1]
        best = [self.rows[u, t][0] for u in range(first, last) if (u, t) in self.rows]
        parallel = sum(p for p, _ in best) / max(1, last - first)
        sure = [v for p, v in best if p > 0.5]
        onward = sum(v <= w <= v + 8 for v, w in pairwise(sure))
        return parallel, (1 + onward) / (2 + max(0, len(sure) - 1))

    def _score(self, u: int, v: int) -> float:
        return self.scores.get((u, v) if u < v else (v, u), 0.0)

    def _rival(self, u: int, v: int, t: int) -> float:
        """The best other partner of `u` in source `t`; repeats of `v` are none.

        It counts by the words that tie `u` to `v` and that it has, too: what says another part of `u` is
        no rival.
        """
        best = 0.001
        for p, w in self.rows.get((u, t), ()):
            if p <= best:
                break
            if w != v:
                most = p * (1.0 - self._score(v, w))
                if most > best:
                    best = max(best, most * self._covered(u, v, w))
        return best

    def _covered(self, u: int, v: int, w: int) -> float:
        """The share, by rarity, of the words common to `u` and `v` that `w` has, too."""
        bag, rarity = self.sentences.bag, self.sentences.rarity
        if self._pair != (u, v) and self._pair != (v, u):
            self._pair, self._common = (u, v), bag(u) & bag(v)
            self._mass = sum([rarity[x] for x in self._common])
        if not self._common:
            return 1.0
        return sum([rarity[x] for x in self._common & bag(w)]) / self._mass

    def of(self, u: int, v: int) -> Sequence[float]:
        p = self._score(u, v)
        s, t = self.sentences.source[u], self.sentences.source[v]
        alone = log_odds(p)
        if s == t:
            return (alone, *[0.0] * (len(NAMES) - 2), 1.0)
        lead_here = max(-_FAR, min(_FAR, alone - log_odds(self._rival(u, v, t))))
        lead_there = max(-_FAR, min(_FAR, alone - log_odds(self._rival(v, u, s))))
        u0, u1 = self.sentences.first[s], self.sentences.first[s + 1]
        v0, v1 = self.sentences.first[t], self.sentences.first[t + 1]

        def at(x: int, y: int) -> float:
            return self._score(x, y) if u0 <= x < u1 and v0 <= y < v1 else 0.0

        twin, twins, against = self._twins(u, v, s, t)
        place = abs((u - u0 + 0.5) / (u1 - u0) - (v - v0 + 0.5) / (v1 - v0))
        order = (self._order[s, t] + self._order[t, s]) / 2
        one, two = self._parallel[s, t], self._parallel[t, s]
        return (
            alone,
            lead_here,
            lead_there,
            min(lead_here, lead_there),
            1.0 if lead_here >= 0 and lead_there >= 0 else 0.0,
            at(u - 1, v - 1) + at(u + 1, v + 1),
            self._near(u, v, -1, u0, u1, t),
            self._near(u, v, 1, u0, u1, t),
            max(at(u, v - 1), at(u, v + 1), at(u - 1, v), at(u + 1, v)),
            twin,
            twins,
            against,
            (one + two) / 2,
            min(one, two),
            sum([x * self._covered(u, v, w) for x, w in self.rows[u, t] if w != v and x > _SOME]),
            place,
            place * order,
            self._drift(u, v, u0, u1, t),
            0.0,
        )

    def _near(self, u: int, v: int, step: int, u0: int, u1: int, t: int) -> float:
        """The best link of the sentences right before (`step` -1) or after (1), in story order."""
        best = 0.0
        for d in range(1, _WINDOW + 1):
            x = u + step * d
            if not u0 <= x < u1:
                break
            for p, y in self.rows.get((x, t), ()):
                if p < 0.15:
                    break
                ahead = (y - v) * step
                if 0 <= ahead <= _AHEAD:
                    best = max(best, p * 0.9 ** (d - 1 + max(0, ahead - 1)) * (1.0 if ahead else 0.8))
        return best

    def _twins(self, u: int, v: int, s: int, t: int) -> tuple[float, float, float]:
        """Support by a third sentence, its mean over third sources, and what those say against."""
        twin = twins = against = 0.0
        count = len(self.sentences.first) - 1
        for k in range(count):
            third = k not in (s, t)
            here = 0.0
            for x, y, home in ((u, v, t), (v, u, s)):
                for p, z in self.rows.get((x, k), ())[:3]:
                    if p <= here and (p <= against or not third):
                        break  # the likeliest stand first: no other says more
                    if z == y:
                        continue
                    if p > here:
                        here = max(here, min(p, self._score(z, y)))
                    if third and p > against:
                        against = max(against, min(p, self._rival(z, y, home)))
            twin = max(twin, here)
            if third:
                twins += here
        return twin, twins / max(1, count - 2), against

    def _drift(self, u: int, v: int, u0: int, u1: int, t: int) -> float:
        """How far off (0 to 1, ten sentences or more) the pair stands from where its neighbours lead."""
        found = []
        for step in (-1, 1):
            for d in range(1, 7):
                x = u + step * d
                if not u0 <= x < u1:
                    break
                row = self.rows.get((x, t))
                if row and row[0][0] > 0.5:
                    found.append(min(1.0, abs(row[0][1] - x - (v - u)) / 10))
                    break
        return sum(found) / len(found) if found else 0.4
