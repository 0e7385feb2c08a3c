"""What stands around a pair of sentences: rivals, neighbours, twins, and how the two sources run together."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
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
_NOBODY: Mapping[int, float] = {}
_NO_PARTNERS: list[Partner] = []
_SUPPORT = 3  # partners in a third source that are asked
_NEARLY = 0.3  # how likely they must be, compared with the likeliest, to speak against a pair
_LEADS, _SURE = 6, 0.5
_CONTEST = frozenset(("denied", "denials", "taken", "taken_less", "share_here", "share_there"))
_NO_CONTEST = (0.0,) * len(_CONTEST)
_REPEAT = (*[0.0] * (len(NAMES) - 2), 1.0)  # what is seen of a pair of one source, but for its own odds


def log_odds(p: float) -> float:
    """The logarithm of p / (1 - p), kept within bounds."""
    if not _LEAST < p < 1.0 - _LEAST:
        p = min(max(p, _LEAST), 1.0 - _LEAST)
    return math.log(p / (1.0 - p))


class _View(NamedTuple):
    """What can be said of a sentence and another source, whichever pair of theirs is looked at.

    `likely` are its likely partners there; `previous`, `here` and `following` the probabilities of all
    partners of the sentence before, of itself and of the one after. `before` and `after` are what the links
    of sentences shortly before and after it are worth to a partner; `leads` the sentences to which the
    nearest sure link on either side leads.
    """

    likely: Sequence[Partner]
    previous: Mapping[int, float]
    here: Mapping[int, float]
    following: Mapping[int, float]
    before: Mapping[int, float]
    after: Mapping[int, float]
    leads: Sequence[int]


class _Between(NamedTuple):
    """What holds for all pairs of two sources: two columns, and how much the sources keep one order."""

    parallel: float
    parallel_less: float
    order: float


class _Scores(dict[int, Mapping[int, float]]):
    """The probabilities of a sentence's partners in one source, looked up only where pairs are looked at."""

    def __init__(self, rows: Sequence[Sequence[Partner]]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, u: int) -> Mapping[int, float]:
        found = self[u] = {v: p for p, v in self._rows[u]}
        return found


class Surroundings:
    """Reads the probabilities of all pairs to see each pair among the others; the columns are `NAMES`.

    Columns that are not among `asked` may be left at 0 where working them out costs much.
    """

    def __init__(
        self, sentences: Sentences, scores: Mapping[Pair, float], asked: Iterable[str] = NAMES
    ) -> None:
        self.sentences = sentences
        self._contested = not _CONTEST.isdisjoint(asked)
        source, first = sentences.source, sentences.first
        size, count = len(sentences), len(first) - 1
        # For each source, and each sentence of all, its partners there, the likeliest first; the first of
        # them; and the probabilities of all.
        self._rows: list[list[list[Partner]]] = [[_NO_PARTNERS] * size for _ in range(count)]
        for (u, v), p in scores.items():
            here, there = self._rows[source[v]], self._rows[source[u]]
            if here[u]:
                here[u].append((p, v))
            else:
                here[u] = [(p, v)]
            if there[v]:
                there[v].append((p, u))
            else:
                there[v] = [(p, u)]
        for row in chain.from_iterable(self._rows):
            if len(row) > 1:
                row.sort(reverse=True)
        self._likeliest = [
            [row if len(row) <= _SUPPORT else row[:_SUPPORT] for row in rows] for rows in self._rows
        ]
        self._scores = list(map(_Scores, self._rows))
        self._place = [(n + 0.5) / (b - a) for a, b in pairwise(first) for n in range(b - a)]
        self._rarity = sentences.rarity.__getitem__
        # A sentence has many pairs: what hangs on it alone, or on a pair that is asked again, is kept.
        self._views: dict[tuple[int, int], _View] = {}
        self._rivals: dict[Pair, float] = {}
        self._pair: Pair = (-1, -1)  # the pair looked at, and the words that it has in common
        self._common: frozenset[int] = frozenset()
        self._mass = 0.0
        self._between: dict[Pair, _Between] = {}
        runs = {(s, t): self._run(s, t) for s in range(count) for t in range(count) if s != t}
        for (s, t), (one, order) in runs.items():
            two, back = runs[t, s]
            self._between[s, t] = _Between((one + two) / 2, min(one, two), (order + back) / 2)

    def parallel(self, s: int, t: int) -> float:
        """How much of two sources is linked to the other, 0 to 1: of the one of which less is."""
        return self._between[s, t].parallel_less

    def _run(self, s: int, t: int) -> tuple[float, float]:
        first, last = self.sentences.first[s], self.sentences.first[s + 1]
        best = [row[0] for row in self._rows[t][first:last] if row]
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
            best, repeats = _NO_RIVAL, self._scores[t][v]
            for p, w in self._rows[t][u]:
                if p <= best:
                    break
                if w != v:
                    most = p * (1.0 - repeats[w]) if w in repeats else p
                    if most > best and (most := most * self._covered(u, v, w)) > best:
                        best = most
            self._rivals[u, v] = best
        return best

    def _covered(self, u: int, v: int, w: int) -> float:
        """The share, by rarity, of the words common to `u` and `v` that `w` has, too."""
        bags = self.sentences.bags
        if self._pair != (u, v) and self._pair != (v, u):
            self._pair, self._common = (u, v), bags[u] & bags[v]
            self._mass = sum(map(self._rarity, self._common))
        if not self._common:
            return 1.0
        return sum(map(self._rarity, self._common & bags[w])) / self._mass

    def of(self, u: int, v: int) -> Sequence[float]:
        s, t = self.sentences.source[u], self.sentences.source[v]
        probability = self._scores[t][u].get(v, 0.0)
        odds = log_odds(probability)
        if s == t:
            return (odds, *_REPEAT)
        # Rivals and the rest ask for the words of this pair, the twins for those of others: these come last.
        lead_here = odds - log_odds(self._rival(u, v, t))
        lead_there = odds - log_odds(self._rival(v, u, s))
        lead_here = -_FAR if lead_here < -_FAR else min(lead_here, _FAR)
        lead_there = -_FAR if lead_there < -_FAR else min(lead_there, _FAR)
        likely, previous, here, following, before, after, leads = self._views.get((u, t)) or self._view(u, t)
        rest = sum([x * self._covered(u, v, w) for x, w in likely if w != v])
        twin, twins, against = self._twins(u, v, s, t)
        contest = self._contest(u, v, probability, s, t) if self._contested else _NO_CONTEST
        place = abs(self._place[u] - self._place[v])
        parallel, parallel_less, order = self._between[s, t]
        drift = [min(1.0, abs(lead - v) / 10) for lead in leads]
        return (
            odds,
            lead_here,
            lead_there,
            min(lead_here, lead_there),
            1.0 if lead_here >= 0 and lead_there >= 0 else 0.0,
            previous.get(v - 1, 0.0) + following.get(v + 1, 0.0),
            before.get(v, 0.0),
            after.get(v, 0.0),
            max(here.get(v - 1, 0.0), here.get(v + 1, 0.0), previous.get(v, 0.0), following.get(v, 0.0)),
            twin,
            twins,
            against,
            parallel,
            parallel_less,
            *contest,
            rest,
            place,
            place * order,
            sum(drift) / len(drift) if drift else 0.4,
            0.0,
        )

    def _contest(self, u: int, v: int, probability: float, s: int, t: int) -> Sequence[float]:
        """The columns from `denied` to `share_there`."""
        taken_u, taken_v = _other(self._likeliest[t][u], v), _other(self._likeliest[s][v], u)
        return (
            *self._denials(u, v, probability, s, t),
            max(taken_u, taken_v),
            min(taken_u, taken_v),
            probability / (sum([p for p, _ in self._rows[t][u]]) + _SOME),
            probability / (sum([p for p, _ in self._rows[s][v]]) + _SOME),
        )

    def _view(self, u: int, t: int) -> _View:
        s = self.sentences.source[u]
        first, last = self.sentences.first[s], self.sentences.first[s + 1]
        before, after = range(u - 1, first - 1, -1), range(u + 1, last)
        leads = (self._lead(u, side, t) for side in (before, after))
        scores = self._scores[t]
        view = self._views[u, t] = _View(
            [partner for partner in self._rows[t][u] if partner[0] > _SOME],
            scores[u - 1] if u > first else _NOBODY,
            scores[u],
            scores[u + 1] if u + 1 < last else _NOBODY,
            self._near(before, t, 1),
            self._near(after, t, -1),
            [lead for lead in leads if lead is not None],
        )
        return view

    def _near(self, side: range, t: int, step: int) -> Mapping[int, float]:
        """What sentences of source `t` are worth by the likely partners of the sentences on one side.

        They stand shortly behind such a partner (`step` 1), or before it (-1).
        """
        found: dict[int, float] = {}
        for d, x in enumerate(side[:_WINDOW]):
            for p, y in self._rows[t][x]:
                if p < _NEAR:
                    break
                worth = p * _BEHIND**d
                for ahead in _AHEAD:
                    if worth * ahead > found.get(y, 0.0):
                        found[y] = worth * ahead
                    y += step
        return found

    def _lead(self, u: int, side: range, t: int) -> int | None:
        """Where in source `t` the nearest sure link on one side of `u` says that `u` stands."""
        rows = self._rows[t]
        for x in side[:_LEADS]:
            row = rows[x]
            if row and row[0][0] > _SURE:
                return row[0][1] - x + u
        return None

    def _twins(self, u: int, v: int, s: int, t: int) -> tuple[float, float, float]:
        """Support by a third sentence, its mean over third sources, and what those say against."""
        twin = twins = against = 0.0
        for k, (likeliest, scores) in enumerate(zip(self._likeliest, self._scores, strict=True)):
            third = k != s and k != t
            here = 0.0
            for x, y, home in ((u, v, t), (v, u, s)):
                score = scores[y]
                for p, z in likeliest[x]:
                    if p <= here and (p <= against or not third):
                        break  # the likeliest stand first: no other says more
                    if z == y:
                        continue
                    if p > here and z in score and (q := score[z]) > here:
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
        for k, (likeliest, scores) in enumerate(zip(self._likeliest, self._scores, strict=True)):
            if k in (s, t):
                continue
            here = 0.0
            for x, y in ((u, v), (v, u)):
                row, score = likeliest[x], scores[y]
                if row and (best := row[0][0]) * probability > here:
                    other = max([score.get(z, 0.0) for p, z in row if p >= _NEARLY * best])
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
