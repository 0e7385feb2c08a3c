"""Which pairs of sentences are worth a look; never all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dmreader.comparing.links.characters import Characters
from dmreader.comparing.links.sentences import Sentences
from dmreader.model import Progress

Pair = tuple[int, int]

_SMALL = 2000  # sentences; up to here letters find candidates, too, beyond it rare words alone
_OFTEN = 400  # a run of letters in more sentences than this leads to nothing
_PARTNERS = 10  # candidates of a sentence in each other source
_REPEATS = 4  # and in its own
_RARE_IN = 24  # where letters do not lead, a word in more sentences than this does not, either
_FEW = 3  # candidates that rare words find for a sentence in each source
_SHARE = 0.15  # the least share of a sentence's rarity that its candidate must have by rare words
_COPIES = 6  # sentences of the same words; more of them are a refrain, and tell nothing
_CERTAIN = 25.0  # nats: words as rare as this, together, are not written twice by chance
_ALIKE, _ALIKE_REPEAT = 0.02, 0.15  # the least cosine of a candidate


def find_candidates(
    sentences: Sentences, characters: Characters, tell: Progress
) -> tuple[list[Pair], list[Pair]]:
    """Pairs to be weighed, and pairs that are settled: the only copies of each other, and long enough.

    Up to some thousand sentences letters lead to all that is alike. Beyond, a sentence with a settled copy in
    another source is not compared with that source again; others are, by rare words and by what stands
    beside settled pairs.
    """
    tell("finding candidates", 0.0)
    copies = list(_copies(sentences))
    if len(sentences) <= _SMALL:
        return sorted(by_letters(sentences, characters, range(len(sentences))).union(*copies)), []
    settled: list[Pair] = []
    found: set[Pair] = set()
    for row in copies:
        sure = _alone(sentences, row) and sentences.mass(row[0][0])[0] >= _CERTAIN
        if sure:
            settled += row
        else:
            found.update(row)
    openings = Openings(sentences, settled)
    found.update(openings.beside(settled))
    found.update(openings.by_words())
    return sorted(found), settled


def _alone(sentences: Sentences, row: Sequence[Pair]) -> bool:
    """Whether the places of `row` are all in different sources."""
    return all(sentences.source[u] != sentences.source[v] for u, v in row)


class Openings:
    """Which sentences still look for a partner in which source."""

    def __init__(self, sentences: Sentences, settled: Iterable[Pair]) -> None:
        self.sentences = sentences
        source = sentences.source
        self.taken: list[int] = [0] * len(sentences)  # one bit a source
        for u, v in settled:
            self.taken[u] |= 1 << source[v]
            self.taken[v] |= 1 << source[u]
        self.all = (1 << (len(sentences.first) - 1)) - 1

    def open(self, u: int, v: int) -> bool:
        """Whether `u` and `v`, of different sources, have no settled partners in each other's source."""
        s, t = self.sentences.source[u], self.sentences.source[v]
        return s != t and not (self.taken[u] >> t & 1 or self.taken[v] >> s & 1)

    def beside(self, settled: Iterable[Pair]) -> Iterable[Pair]:
        """Open pairs one or two sentences before or after a settled pair."""
        last = len(self.sentences) - 1
        source = self.sentences.source
        for u, v in settled:
            for x, y in ((u + 1, v + 1), (u - 1, v - 1), (u + 1, v + 2), (u + 2, v + 1), (u + 2, v + 2)):
                inside = x >= 0 and max(x, y) <= last
                if inside and source[x] == source[u] and source[y] == source[v] and self.open(x, y):
                    yield x, y

    def by_words(self) -> Iterable[Pair]:
        """Open pairs that have the most rarity in common, a few for each sentence and source."""
        s, source, rarity = self.sentences, self.sentences.source, self.sentences.rarity
        looking = [u for u in range(len(s)) if self.taken[u] | 1 << source[u] != self.all]
        index: dict[int, list[int]] = defaultdict(list)
        for u in looking:
            for w in s.bags[u]:
                if s.often[w] <= _RARE_IN:
                    index[w].append(u)
        for u in looking:
            common: dict[int, float] = defaultdict(float)
            for w in s.bags[u]:
                for v in index.get(w, ()):
                    common[v] += rarity[w]
            least = _SHARE * s.mass(u)[0]
            rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
            for v, x in common.items():
                if x >= least and self.open(u, v):
                    rows[source[v]].append((-x, v))
            for row in rows.values():
                row.sort()
                for _, v in row[:_FEW]:
                    yield (u, v) if u < v else (v, u)


def _copies(sentences: Sentences) -> Iterable[list[Pair]]:
    """Pairs of sentences with the same words."""
    same: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for u, row in enumerate(sentences.rows):
        same[row].append(u)
    for row, places in same.items():
        if row and 2 <= len(places) <= _COPIES:
            yield [(u, v) for n, u in enumerate(places) for v in places[n + 1 :]]


def by_letters(sentences: Sentences, characters: Characters, chosen: Sequence[int]) -> set[Pair]:
    """For each sentence the ones that have the most runs of letters in common, by source."""
    index: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for u in chosen:
        for run, x in characters.vector(u).items():
            index[run].append((u, x))
    source = sentences.source
    found: set[Pair] = set()
    for u in chosen:
        alike: dict[int, float] = defaultdict(float)
        for run, x in characters.vector(u).items():
            places = index[run]
            if len(places) <= _OFTEN:
                for v, y in places:
                    alike[v] += x * y
        alike.pop(u, None)
        by_source: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for v, cosine in alike.items():
            if cosine > (_ALIKE_REPEAT if source[v] == source[u] else _ALIKE):
                by_source[source[v]].append((-cosine, v))
        for s, row in by_source.items():
            row.sort()
            for _, v in row[: _REPEATS if s == source[u] else _PARTNERS]:
                found.add((u, v) if u < v else (v, u))
    return found
