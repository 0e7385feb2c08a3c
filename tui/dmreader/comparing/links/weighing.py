"""How likely each pair is: by itself, among the others, and once more among the others as they stand then."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dmreader.comparing.links.context import Context
from dmreader.comparing.links.evidence import Evidence
from dmreader.comparing.links.model import passage, trees, weights
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.surroundings import Surroundings, log_odds
from dmreader.model import Progress

HOPELESS = 0.005
"""A pair less likely than this by itself is not looked at again."""

SETTLED = 0.003
"""A pair that is less likely than this among the others stays so."""

ROUNDS = 2
"""How often the third weighing is done."""

_APART, _BESIDE = 0.3, 0.5  # how much of two sources is linked that run side by side not at all, and wholly
_THIRD = 0.3  # how much the third weighing counts, the second the rest, between sources that do not
_PLAIN = 1.0  # log-odds that all that stands around a pair can add at most,
_PLACES = 1.5  # and that much more times the logarithm of how many sentences there are
_EVERY = 2000  # pairs between two signs of life


class Weighing(NamedTuple):
    """How likely pairs are: `alone`, by their `own` evidence, and `among` the others, by `rows`."""

    own: Mapping[Pair, Sequence[float]]
    alone: Mapping[Pair, float]
    rows: Mapping[Pair, Sequence[float]]
    among: dict[Pair, float]


class Last(NamedTuple):
    """How likely pairs are in the end, and how much two sources run `beside` each other, the first one first:
    from 0, where they share little, to 1.
    """

    scores: dict[Pair, float]
    beside: Mapping[Pair, float]


class Alone(NamedTuple):
    """What speaks for each pair that has hope; how likely these and the settled ones are by themselves."""

    own: Mapping[Pair, Sequence[float]]
    scores: Mapping[Pair, float]


def weigh_alone(
    evidence: Evidence,
    pairs: Sequence[Pair],
    settled: Mapping[Pair, float],
    opinions: Mapping[Pair, float],
    tell: Progress,
) -> Alone:
    """Every pair weighed by itself."""
    alone = weights()[0]
    own: dict[Pair, Sequence[float]] = {}
    scores = dict(settled)
    for pair in _telling(pairs, tell, 0.1, 0.5):
        row = evidence.of(*pair)
        score = alone.probability(row, opinions.get(pair, 0.0))
        if score > HOPELESS or (settled and passage(row)):
            own[pair], scores[pair] = row, score
    return Alone(own, scores)


def weigh(
    sentences: Sentences,
    before: Alone,
    settled: Mapping[Pair, float],
    opinions: Mapping[Pair, float],
    tell: Progress,
    asked: Collection[Pair] | None = None,
) -> Weighing:
    """Pairs weighed among the others, which are as likely as they are by themselves.

    All pairs that have hope are weighed, or those that are `asked` for.
    """
    among = weights()[1]
    own, scores = before
    around = Surroundings(sentences, scores, among.asked)
    rows: dict[Pair, Sequence[float]] = {}
    found = dict(settled)
    for pair in _telling(own if asked is None else asked, tell, 0.6, 0.2):
        rows[pair] = (*own[pair], *around.of(*pair))
        found[pair] = among.probability(rows[pair], opinions.get(pair, 0.0))
        if settled:
            found[pair] = max(found[pair], passage(own[pair]))
    return Weighing(own, scores, rows, found)


def weigh_again(
    sentences: Sentences, before: Weighing, opinions: Mapping[Pair, float], tell: Progress
) -> Last:
    """How likely pairs are that were weighed `before`, by the third weighing.

    By now most partners are known: the pairs of two sources are weighed again among the others as they
    stand, round after round (the idea of loopy belief propagation, Murphy and others 1999). Where two sources
    run side by side its word alone counts; elsewhere, a mean of its log-odds and those of the second: where
    less is shared, readers differ more, and two judges err less than one. Large texts, in which most pairs
    are settled, have little left to be seen so.
    """
    again, source = trees(), sentences.source
    own, first, _, second = before
    found = dict(second)
    looked_at = [pair for pair in own if second[pair] >= SETTLED and source[pair[0]] != source[pair[1]]]
    sizes = [b - a for a, b in pairwise(sentences.first)]
    most = {(s, t): most_around(min(sizes[s], sizes[t])) for t in range(len(sizes)) for s in range(t)}
    beside: dict[Pair, float] = {}
    for n in range(ROUNDS):
        around, context = Surroundings(sentences, found), Context(sentences, found)
        beside = beside or {ends: share_beside(around.parallel(*ends)) for ends in context.ends}
        for pair in _telling(looked_at, tell, 0.8 + 0.2 * n / ROUNDS, 0.2 / ROUNDS):
            u, v = pair
            seen = (*own[pair], *around.of(u, v))
            odds = again.odds((*seen, *context.of(pair, seen, log_odds(first[pair]))))
            share = third_counts(beside[source[u], source[v]])
            odds = share * (odds + opinions.get(pair, 0.0)) + (1.0 - share) * log_odds(second[pair])
            odds = min(odds, log_odds(first[pair]) + most[source[u], source[v]])
            found[pair] = 1.0 / (1.0 + math.exp(-odds))
    return Last(found, beside)


def most_around(size: int) -> float:
    """How much, in log-odds, all that stands around a pair can speak for it; `size` is of the shorter source.

    Of a few sentences, many stand at the same place or beside like ones by chance.
    """
    return _PLAIN + _PLACES * math.log(max(1, size))


def share_beside(parallel: float) -> float:
    """How much two sources run side by side of which so much is linked, from 0 to 1."""
    return min(1.0, max(0.0, (parallel - _APART) / (_BESIDE - _APART)))


def third_counts(beside: float) -> float:
    """How much the third weighing counts between two sources that run so much side by side."""
    return _THIRD + (1.0 - _THIRD) * beside


def _telling(pairs: Collection[Pair], tell: Progress, start: float, share: float) -> Iterator[Pair]:
    """`pairs`, with a sign of life now and then."""
    for count, pair in enumerate(pairs):
        if count % _EVERY == 0:
            tell("weighing sentences", start + share * count / len(pairs))
        yield pair
