"""How likely each pair is: by itself, among the others, and, where sources run side by side, again."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dmreader.comparing.links.context import Context
from dmreader.comparing.links.evidence import Evidence
from dmreader.comparing.links.model import passage, weights
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.surroundings import Surroundings, log_odds
from dmreader.model import Progress

HOPELESS = 0.005
"""A pair less likely than this by itself is not looked at again."""

SETTLED = 1e-3
"""A pair that is less likely than this among the others stays so."""

ROUNDS = 3
"""How often the third weighing is done."""

_APART, _BESIDE = 0.4, 0.6  # how much of two sources is linked: up to here the third weighing says nothing,
# from here on it alone counts
_MOST = 0.6  # this share of the rarity of a sentence makes as sure a partner as the whole
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
    alone, _, _ = weights()
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

    Where two sources tell the same side by side, a sentence seldom has more than one partner, and by now
    most are known: there the pairs are weighed again among the others as they stand, round after round (the
    idea of loopy belief propagation, Murphy and others 1999). Large texts, in which most pairs are settled,
    have little left to be seen so.
    """
    again, source = weights()[2], sentences.source
    own, first, _, second = before
    found = dict(second)
    beside: dict[Pair, float] = {}
    looked_at: list[Pair] = []
    for n in range(ROUNDS):
        around, context = Surroundings(sentences, found, again.asked), Context(sentences, found)
        if not n:
            beside = {ends: share_beside(around.parallel(*ends)) for ends in context.ends}
            looked_at = [
                pair for pair in own if second[pair] >= SETTLED and beside.get(_ends(source, pair), 0.0)
            ]
        for pair in _telling(looked_at, tell, 0.8 + 0.2 * n / ROUNDS, 0.2 / ROUNDS):
            seen = (*own[pair], *around.of(*pair))
            row = (*seen, *context.of(pair, seen, log_odds(first[pair])))
            third = again.probability(row, opinions.get(pair, 0.0))
            share = beside[_ends(source, pair)]
            found[pair] = share * third + (1.0 - share) * second[pair]
    short = shortfalls(sentences)
    for u, v in looked_at:
        less = beside[source[u], source[v]] * max(short[u], short[v])
        if less:
            odds = found[u, v] * math.exp(-less)
            found[u, v] = odds / (odds + 1.0 - found[u, v])
    return Last(found, beside)


def shortfalls(sentences: Sentences) -> Sequence[float]:
    """How far each part falls short of most of its sentence, from 0 to 1.

    The fewer of its words a sentence is cut down to, the easier another is like it. Where most sentences have
    one partner, as a whole, a small part needs more to have one of its own: up to one unit of log-odds.
    """
    whole: dict[Pair, float] = defaultdict(float)
    keys = [(s, part.sentence) for s, part in zip(sentences.source, sentences.parts, strict=True)]
    for u, key in enumerate(keys):
        whole[key] += sentences.mass(u)
    return [max(0.0, 1.0 - sentences.mass(u) / (_MOST * whole[key])) for u, key in enumerate(keys)]


def _ends(source: Sequence[int], pair: Pair) -> Pair:
    return source[pair[0]], source[pair[1]]


def share_beside(parallel: float) -> float:
    """How much the third weighing counts between two sources of which so much is linked."""
    return min(1.0, max(0.0, (parallel - _APART) / (_BESIDE - _APART)))


def _telling(pairs: Collection[Pair], tell: Progress, start: float, share: float) -> Iterator[Pair]:
    """`pairs`, with a sign of life now and then."""
    for count, pair in enumerate(pairs):
        if count % _EVERY == 0:
            tell("weighing sentences", start + share * count / len(pairs))
        yield pair
