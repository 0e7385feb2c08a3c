"""What stands around a pair of sentences: rivals, neighbours, twins, and how the two sources run together."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dmreader.comparing.links.sentences import Pair, Sentences

Partner = tuple[float, int]
"""How likely a sentence is as a partner, and its number."""

COLUMNS = {
    "so_far": "log-odds of the pair so far",
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
    "denied": "most that a third source takes off the probability of the pair",
    "denials": "mean that the third sources take off",
    "taken": "probability of the likelier other partner of the two, whatever it tells",
    "taken_less": "of the less likely",
    "share_here": "the pair's share of the probabilities of all partners of the first sentence",
    "share_there": "of the second",
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
_AHEAD = (0.8, 1.0, 0.9, 0.81, 0.729)  # what a link is worth that leads so many sentences ahead
_BEHIND = 0.9  # for each sentence that it begins further off
_NEAR = 0.15
_SOME = 0.05
_NO_RIVAL = 0.001
_SUPPORT = 3  # partners in a third source that are asked
_NEARLY = 0.3  # how likely they must be, compared with the likeliest, to speak against a pair
_LEADS, _SURE = 6, 0.5


def log_odds(p: float) -> float:
    """The logarithm of p / (1 - p), kept within bounds."""
    p = min(max(p, _LEAST), 1.0 - _LEAST)
    return math.log(p / (1.0 - p))


class _View(NamedTuple):
    """What can be said of a sentence and another source, whichever pair of theirs is looked at.

    `likely` are its likely partners there, `total` is the sum of the probabilities of all; `before` and
    `after` are the partners of what stands shortly before and after it, with what each is worth; `leads` the
    sentences to which the nearest sure link on either side leads.
    """

    likely: Sequence[Partner]
    total: float
    before: Sequence[Partner]
    after: Sequence[Partner]
    leads: Sequence[int]


class Surroundings:
    """Reads the probabilities of all pairs to see each pair among the others; the columns are `NAMES`."""

    def __init__(self, sentences: Sentences, scores: Mapping[Pair, float]) -> None:
        self.sentences = sentences
        self.scores = scores
        source = sentences.source
        rows: dict[tuple[int, int], list[Partner]] = defaultdict(list)
        for (u, v), p in scores.items():
            rows[u, source[v]].append((p, v))
            rows[v, source[u]].append((p, u))
        for row in rows.values():
            if len(row) > 1:
                row.sort(reverse=True)
        self.rows = dict(rows)
        # For each source and each sentence of all, its likeliest partners there.
        count = len(sentences.first) - 1
        self._likeliest: list[list[Sequence[Partner]]] = [[()] * len(sentences) for _ in range(count)]
        for (u, t), row in rows.items():
            self._likeliest[t][u] = row[:_SUPPORT]
        self._rarity = sentences.rarity.__getitem__
        # A sentence has many pairs: what hangs on it alone, or on a pair that is asked again, is kept.
        self._views: dict[tuple[int, int], _View] = {}
        self._rivals: dict[Pair, float] = {}
        self._pair: Pair = (-1, -1)  # the pair looked at, and the words that it has in common
        self._common: frozenset[int] = frozenset()
        self._mass = 0.0
        self._parallel = {}
        self._order = {}
        for s in range(count):
            for t in range(count):
                if s != t:
                    self._parallel[s, t], self._order[s, t] = self._run(s, t)

    def parallel(self, s: int, t: int) -> float:
        """How much of two sources is linked to the other, 0 to 1: of the one of which less is."""
        return min(self._parallel[s, t], self._parallel[t, s])

    def _run(self, s: int, t: int) -> tuple[float, float]:
        first, last = self.sentences.first[s], self.sentences.first[s + 1]
        best = [self.rows[u, t][0] for u in range(first, last) if (u, t) in self.rows]
        parallel = sum(p for p, _ in best) / max(1, last - first)
        sure = [v for p, v in best if p > _SURE]
        onward = sum(v <= w <= v + 8 for v, w in pairwise(sure))
        return parallel, (1 + onward) / (2 + max(0, len(sure) - 1))

    def _rival(self, u: int, v: int, t: int) -> float:
        """The best other partner of `u` in source `t`, where `v` stands; repeats of `v` are none.

        It counts by the words that tie `u` to `v` and that it has, too: what says another part of `u` is
        no rival.
        """
        best = self._rivals.get((u, v))
        if best is None:
            best, score = _NO_RIVAL, self.scores.get
            for p, w in self.rows.get((u, t), ()):
                if p <= best:
                    break
                if w != v:
                    most = p * (1.0 - score((v, w) if v < w else (w, v), 0.0))
                    if most > best:
                        best = max(best, most * self._covered(u, v, w))
            self._rivals[u, v] = best
        return best

    def _covered(self, u: int, v: int, w: int) -> float:
        """The share, by rarity, of the words common to `u` and `v` that `w` has, too."""
        bags, rarity = self.sentences.bags, self._rarity
        if self._pair != (u, v) and self._pair != (v, u):
            self._pair, self._common = (u, v), bags[u] & bags[v]
            self._mass = sum(map(rarity, self._common))
        if not self._common:
            return 1.0
        return sum(map(rarity, self._common & bags[w])) / self._mass

    def of(self, u: int, v: int) -> Sequence[float]:
        scores = self.scores
        s, t = self.sentences.source[u], self.sentences.source[v]
        probability = scores.get((u, v), 0.0)
        odds = log_odds(probability)
        if s == t:
            return (odds, *[0.0] * (len(NAMES) - 2), 1.0)
        lead_here = max(-_FAR, min(_FAR, odds - log_odds(self._rival(u, v, t))))
        lead_there = max(-_FAR, min(_FAR, odds - log_odds(self._rival(v, u, s))))
        view = self._views.get((u, t)) or self._view(u, t)
        u0, u1 = self.sentences.first[s], self.sentences.first[s + 1]
        v0, v1 = self.sentences.first[t], self.sentences.first[t + 1]

        def at(x: int, y: int) -> float:
            return scores.get((x, y), 0.0) if u0 <= x < u1 and v0 <= y < v1 else 0.0

        twin, twins, against = self._twins(u, v, s, t)
        denied, denials = self._denials(u, v, probability, s, t)
        back = self._views.get((v, s)) or self._view(v, s)
        taken_u, taken_v = _other(self._likeliest[t][u], v), _other(self._likeliest[s][v], u)
        place = abs((u - u0 + 0.5) / (u1 - u0) - (v - v0 + 0.5) / (v1 - v0))
        order = (self._order[s, t] + self._order[t, s]) / 2
        one, two = self._parallel[s, t], self._parallel[t, s]
        drift = [min(1.0, abs(lead - v) / 10) for lead in view.leads]
        return (
            odds,
            lead_here,
            lead_there,
            min(lead_here, lead_there),
            1.0 if lead_here >= 0 and lead_there >= 0 else 0.0,
            at(u - 1, v - 1) + at(u + 1, v + 1),
            max([p * _AHEAD[v - y] for p, y in view.before if 0 <= v - y < len(_AHEAD)], default=0.0),
            max([p * _AHEAD[y - v] for p, y in view.after if 0 <= y - v < len(_AHEAD)], default=0.0),
            max(at(u, v - 1), at(u, v + 1), at(u - 1, v), at(u + 1, v)),
            twin,
            twins,
            against,
            (one + two) / 2,
            min(one, two),
            denied,
            denials,
            max(taken_u, taken_v),
            min(taken_u, taken_v),
            probability / (view.total + _SOME),
            probability / (back.total + _SOME),
            sum([x * self._covered(u, v, w) for x, w in view.likely if w != v]),
            place,
            place * order,
            sum(drift) / len(drift) if drift else 0.4,
            0.0,
        )

    def _view(self, u: int, t: int) -> _View:
        s = self.sentences.source[u]
        first, last = self.sentences.first[s], self.sentences.first[s + 1]
        before, after = range(u - 1, first - 1, -1), range(u + 1, last)
        leads = (self._lead(u, side, t) for side in (before, after))
        row = self.rows.get((u, t), ())
        view = self._views[u, t] = _View(
            [partner for partner in row if partner[0] > _SOME],
            sum([p for p, _ in row]),
            self._near(before, t),
            self._near(after, t),
            [lead for lead in leads if lead is not None],
        )
        return view

    def _near(self, side: range, t: int) -> Sequence[Partner]:
        """The likely partners in source `t` of the sentences on one side, the nearest first."""
        return [
            (p * _BEHIND**d, y)
            for d, x in enumerate(side[:_WINDOW])
            for p, y in self.rows.get((x, t), ())
            if p >= _NEAR
        ]

    def _lead(self, u: int, side: range, t: int) -> int | None:
        """Where in source `t` the nearest sure link on one side of `u` says that `u` stands."""
        for x in side[:_LEADS]:
            row = self.rows.get((x, t))
            if row and row[0][0] > _SURE:
                return row[0][1] - x + u
        return None

    def _twins(self, u: int, v: int, s: int, t: int) -> tuple[float, float, float]:
        """Support by a third sentence, its mean over third sources, and what those say against."""
        twin = twins = against = 0.0
        score = self.scores.get
        for k, row in enumerate(self._likeliest):
            third = k not in (s, t)
            here = 0.0
            for x, y, home in ((u, v, t), (v, u, s)):
                for p, z in row[x]:
                    if p <= here and (p <= against or not third):
                        break  # the likeliest stand first: no other says more
                    if z == y:
                        continue
                    if p > here and (q := score((z, y) if z < y else (y, z), 0.0)) > here:
                        here = p if p < q else q
                    if third and p > against and (q := self._rival(z, y, home)) > against:
                        against = p if p < q else q
            if here > twin:
                twin = here
            if third:
                twins += here
        return twin, twins / max(1, len(self._likeliest) - 2), against

    def _denials(self, u: int, v: int, probability: float, s: int, t: int) -> tuple[float, float]:
        """The most and the mean that third sources take off the probability of the pair.

        A third source speaks against the pair if the partner there of one sentence is less likely to be one
        of the other. A copy of the sentence is as likely, and says nothing new.
        """
        most = total = 0.0
        score = self.scores.get
        for k, row in enumerate(self._likeliest):
            if k in (s, t):
                continue
            here = 0.0
            for x, y in ((u, v), (v, u)):
                if row[x] and (best := row[x][0][0]) * probability > here:
                    other = max(
                        [score((z, y) if z < y else (y, z), 0.0) for p, z in row[x] if p >= _NEARLY * best]
                    )
                    here = max(here, best * (probability - other))
            most = max(most, here)
            total += here
        return most, total / max(1, len(self._likeliest) - 2)


def _other(row: Sequence[Partner], v: int) -> float:
    """The probability of the likeliest partner in `row` other than `v`."""
    for p, w in row:
        if w != v:
            return p
    return 0.0
