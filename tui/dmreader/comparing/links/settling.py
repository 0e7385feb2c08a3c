"""Large texts: most sentences have a partner that nobody would doubt, and need not be weighed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.model import Progress

_CERTAIN = 25.0  # nats: words as rare as this, together, are not written twice by chance
_COPY = 0.999  # the scores of settled pairs: the only copies of each other,
_ALIKE = 0.99  # most of the rarity of both in common, and
_NEXT = 0.97  # a good part of it, right beside a settled pair
_BETWEEN, _FILLED = 0.06, 0.9  # this share is enough between two settled pairs; its score
_MOST, _PART, _CLOSE = 0.5, 0.3, 0.2  # these shares of the rarity of both; the last right beside
_RARE_IN = 48  # a word in more sentences than this leads to no candidate
_FEW = 2  # candidates that rare words find for a sentence in each source
_SHARE = 0.12  # the least share of a sentence's rarity that they have in common
_HOPE = 0.12  # the least share of a pair that is worth weighing
_NOWHERE = (-1, -1)
_STEPS = ((1, 1), (-1, -1), (1, 2), (2, 1), (2, 2), (-1, -2), (-2, -1))


def settle(
    sentences: Sentences, copies: Iterable[list[Pair]], tell: Progress
) -> tuple[list[Pair], dict[Pair, float]]:
    """Pairs to be weighed, and the scores of those that are settled.

    A sentence with a settled partner in another source is not compared with that source again: for a second
    counterpart there, large texts have copies and passages only.
    """
    source = sentences.source
    openings = Openings(sentences)
    doubtful: list[Pair] = []
    repeats: list[Pair] = []
    for row in copies:
        apart = all(source[u] != source[v] for u, v in row)
        if apart and sentences.mass(row[0][0]) >= _CERTAIN:
            for pair in row:
                openings.take(pair, _COPY)
        else:
            doubtful += [(u, v) for u, v in row if source[u] != source[v]]
            repeats += [(u, v) for u, v in row if source[u] == source[v]]
    openings.follow(list(openings.settled))
    tell("finding candidates", 0.03)
    for pair in openings.by_words():
        if openings.open(*pair):
            share = openings.share(*pair)
            if share >= _MOST and sentences.mass(pair[0]) >= _CERTAIN:
                openings.take(pair, _ALIKE)
                openings.follow([pair])
            elif share >= _HOPE:
                doubtful.append(pair)
    openings.fill()
    left = {pair for pair in (*doubtful, *openings.passed) if openings.open(*pair)}
    tell("finding candidates", 0.06)
    return sorted(left.union(repeats)), openings.settled


class Openings:
    """Which sentences still look for a partner in which source."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self._bags, self._mass = sentences.bags, sentences.mass
        self._rarity = sentences.rarity.__getitem__
        # Behind the last sentence, and so before the first, stands what is in no source.
        self._source = (*sentences.source, *_NOWHERE)
        self.settled: dict[Pair, float] = {}
        self.passed: list[Pair] = []  # open pairs beside settled ones that have too little in common
        self.taken = [0] * (len(sentences) + len(_NOWHERE))  # one bit a source

    def take(self, pair: Pair, score: float) -> None:
        """Settle `pair`."""
        u, v = pair
        source = self.sentences.source
        self.settled[pair] = score
        self.taken[u] |= 1 << source[v]
        self.taken[v] |= 1 << source[u]

    def open(self, u: int, v: int) -> bool:
        """Whether `u` and `v`, of different sources, have no settled partners in each other's source."""
        s, t = self.sentences.source[u], self.sentences.source[v]
        return s != t and not (self.taken[u] >> t & 1 or self.taken[v] >> s & 1)

    def share(self, u: int, v: int) -> float:
        """How much of the rarity of both sentences is in common (weighted Jaccard index)."""
        bags, mass = self._bags, self._mass
        common = sum(map(self._rarity, bags[u] & bags[v]))
        return common / (mass(u) + mass(v) - common)

    def follow(self, pairs: list[Pair]) -> None:
        """Settle what stands beside settled pairs, and beside that in turn."""
        source, taken = self._source, self.taken
        while pairs:
            u, v = pairs.pop()
            s, t = source[u], source[v]
            of_s, of_t = 1 << s, 1 << t
            for du, dv in _STEPS:
                x, y = u + du, v + dv
                if taken[x] & of_t or taken[y] & of_s or source[x] != s or source[y] != t:
                    continue
                share = self.share(x, y)
                if share >= (_CLOSE if du == dv in (1, -1) else _PART):
                    self.take((x, y), _NEXT)
                    pairs.append((x, y))
                elif share >= _HOPE:
                    self.passed.append((x, y))

    def fill(self) -> None:
        """Settle what stands alone between two settled pairs on both sides and has anything in common."""
        for u, v in list(self.settled):
            if (u + 2, v + 2) in self.settled and (u + 1, v + 1) not in self.settled:
                x, y = u + 1, v + 1
                if self.open(x, y) and self.share(x, y) >= _BETWEEN:
                    self.take((x, y), _FILLED)

    def by_words(self) -> Iterator[Pair]:
        """Open pairs that have the most rarity in common, a few for each sentence and source."""
        s, source, rarity = self.sentences, self.sentences.source, self.sentences.rarity
        everything = (1 << (len(s.first) - 1)) - 1
        looking = [u for u in range(len(s)) if self.taken[u] | 1 << source[u] != everything]
        index: dict[int, list[int]] = defaultdict(list)
        for u in looking:
            for w in s.bags[u]:
                if s.often[w] <= _RARE_IN:
                    index[w].append(u)
        for u in looking:
            yield from self._best(u, index, source, rarity)

    def _best(
        self, u: int, index: dict[int, list[int]], source: Sequence[int], rarity: Sequence[float]
    ) -> Iterator[Pair]:
        common: dict[int, float] = defaultdict(float)
        for w in self._bags[u]:
            if w in index:
                weight = rarity[w]
                for v in index[w]:
                    common[v] += weight
        least = _SHARE * self.sentences.mass(u)
        rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for v, x in common.items():
            if x >= least and self.open(u, v):
                rows[source[v]].append((-x, v))
        for row in rows.values():
            row.sort()
            for _, v in row[:_FEW]:
                yield (u, v) if u < v else (v, u)
