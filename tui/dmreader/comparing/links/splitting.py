"""Sentences cut where another source cuts what they say, so that each piece finds its own counterpart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, groupby, pairwise
from operator import mul, neg

from dmreader.comparing.links.parts import Part, cut, mark_breaks
from dmreader.comparing.links.sentences import Sentences
from dmreader.comparing.links.stems import Stems

SMALL = 1200
"""Sentences; texts with more are left as they are cut."""

_ROUNDS = 6  # a cut in one source may show where to cut another
_LEAST = 4  # words that a piece has
_LONG = 10  # words of a sentence that may be cut
_OFTEN = 60  # a word in more sentences than this leads to no partner
_PARTNERS = 8  # sentences of another source that are looked at
_BESIDE, _APART = 4.0, 10.0  # nats that going over to another partner must gain: the one beside it, or not
_TOLD = 0.15  # the share of each piece that its partner must have
_WHOLE = 0.7  # the share of each other that two sentences have in common that tell the same in one


def split(sentences: Sentences) -> Sentences:
    """The same sentences, in more parts where their words say so.

    A sentence is cut at marks within it if what stands before a mark is found in one sentence of another
    source and what stands behind it in another sentence there: that source tells in several sentences what
    this one tells in one. Cuts lead to further cuts, so that in the end all sources are cut alike.
    """
    if not 1 < len(sentences) <= SMALL or len(sentences.first) <= 2:
        return sentences
    breaks: dict[tuple[int, Part], Sequence[int]] = {}  # they stay in the parts that stay
    for _ in range(_ROUNDS):
        stems = _Stems(sentences)
        rows = [
            [part for u in range(first, last) for part in _pieces(stems, u, breaks)]
            for first, last in pairwise(sentences.first)
        ]
        if sum(map(len, rows)) == len(sentences):
            break
        sentences = Sentences(sentences.analyses, rows)
    return sentences


class _Stems(Stems):
    """The sentences by their stems: `rows`, `bags` and `mass`, the rarity of each bag."""

    def __init__(self, sentences: Sentences) -> None:
        super().__init__(sentences)
        self.rows = [[self.of[w] for w in row] for row in sentences.rows]
        self.bags = list(map(frozenset, self.rows))
        often = Counter(chain.from_iterable(self.bags))
        self._partners: dict[tuple[frozenset[int], int], Sequence[int]] = {}
        self._once: dict[int, Sequence[float]] = {}
        self.mass = [self.common(bag) for bag in self.bags]
        self._rare = frozenset(w for w, n in often.items() if n <= _OFTEN)
        # The bags of each source: a copy there tells what a sentence tells.
        self.told = [frozenset(self.bags[a:b]) for a, b in pairwise(sentences.first)]
        # The sentences of each stem, if they are few, source by source.
        self.index: list[dict[int, list[int]]] = [defaultdict(list) for _ in sentences.first[1:]]
        for u, bag in enumerate(self.bags):
            index = self.index[sentences.source[u]]
            for w in bag:
                if w in self._rare:
                    index[w].append(u)

    def partners(self, bag: frozenset[int], s: int) -> Sequence[int]:
        """The sentences of source `s` that have most of the rarity of the words in `bag`."""
        found = self._partners.get((bag, s))  # copies in several sources ask for the same
        if found is None:
            index, rarity = self.index[s], self.rarity
            common: dict[int, float] = defaultdict(float)
            for w in sorted(bag & self._rare & index.keys()):
                weight = rarity[w]
                for v in index[w]:
                    common[v] += weight
            row = sorted(zip(map(neg, common.values()), common, strict=True))
            found = self._partners[bag, s] = [v for _, v in row[:_PARTNERS]]
        return found

    def once(self, u: int) -> Sequence[float]:
        """The rarity of each word of sentence `u`, 0 where it has come before in it."""
        found = self._once.get(u)
        if found is None:
            left = dict.fromkeys(self.rows[u])
            found = self._once[u] = [self.rarity[w] if left.pop(w, 0) is None else 0.0 for w in self.rows[u]]
        return found

    def common(self, bag: Iterable[int]) -> float:
        """The rarity of the words in `bag`."""
        return sum(map(self.rarity.__getitem__, bag))


def _pieces(stems: _Stems, u: int, known: dict[tuple[int, Part], Sequence[int]]) -> Iterable[Part]:
    """Sentence `u`, or what it is cut into."""
    sentences = stems.sentences
    part, source = sentences.parts[u], sentences.source[u]
    if part.last - part.first < _LONG:
        return (part,)
    breaks = known.get((source, part))
    if breaks is None:
        breaks = known[source, part] = mark_breaks(sentences.analyses[source], part, _LEAST)
    return cut(sentences.analyses[source], part, _cuts(stems, u, breaks) if breaks else ())


def _cuts(stems: _Stems, u: int, breaks: Sequence[int]) -> Sequence[int]:
    """The breaks of sentence `u` at which another source begins another sentence, as the best source says."""
    most: float = 0.0
    found: Sequence[int] = ()
    bag, bags, mass = stems.bags[u], stems.bags, stems.mass
    for s in range(len(stems.index)):
        if s == stems.sentences.source[u] or bag in stems.told[s]:
            continue
        partners = stems.partners(bag, s)
        if any(stems.common(bag & bags[v]) >= _WHOLE * max(mass[u], mass[v]) for v in partners):
            continue
        gain, cuts = _follow(stems, u, breaks, partners)
        if cuts and gain > most:
            most, found = gain, cuts
    return found


def _follow(
    stems: _Stems, u: int, breaks: Sequence[int], partners: Sequence[int]
) -> tuple[float, Sequence[int]]:
    """Where sentence `u` goes over from one of its partners to another, and what is gained by it, in nats.

    The way through the partners that has most of the rarity of the sentence's words, less what going over
    costs (Viterbi 1967).
    """
    if len(partners) < 2:
        return 0.0, ()
    ends = [*breaks, len(stems.rows[u])]
    said = [_said(stems, u, v) for v in partners]
    worth = [row[ends[0]] for row in said]
    ways: list[Sequence[int]] = []
    for start, end in pairwise(ends):
        way = [_before(worth, partners, k) for k in range(len(partners))]
        worth = [worth[i] - cost + row[end] - row[start] for (i, cost), row in zip(way, said, strict=True)]
        ways.append([i for i, _ in way])
    k = max(range(len(partners)), key=worth.__getitem__)
    gain = worth[k] - max(row[-1] for row in said)
    steps = [k]
    for row in reversed(ways):
        k = row[k]
        steps.append(k)
    steps.reverse()
    return gain, _between(_runs(steps, ends), said, _said(stems, u, u))


def _before(worth: Sequence[float], partners: Sequence[int], k: int) -> tuple[int, float]:
    """The partner from which it is best to come to partner `k`, and what that costs."""
    best, found, cost = worth[k], k, 0.0
    for i, x in enumerate(worth):
        over = _BESIDE if abs(partners[i] - partners[k]) == 1 else _APART
        if x - over > best:
            best, found, cost = x - over, i, over
    return found, cost


def _runs(steps: Sequence[int], ends: Sequence[int]) -> Sequence[tuple[int, int, int]]:
    """The first and last word, half open, of each run of steps with the same partner, and the partner."""
    found = []
    start = 0
    for k, run in groupby(zip(steps, ends, strict=True), key=lambda step: step[0]):
        end = max(at for _, at in run)
        found.append((start, end, k))
        start = end
    return found


def _between(
    runs: Sequence[tuple[int, int, int]], said: Sequence[Sequence[float]], own: Sequence[float]
) -> Sequence[int]:
    """Where two runs meet whose partners tell enough of them."""
    found = [0]
    told = [said[k][b] - said[k][a] >= _TOLD * (own[b] - own[a]) for a, b, k in runs]
    for (start, _, _), one, two in zip(runs[1:], told, told[1:], strict=False):
        if one and two and start - found[-1] >= _LEAST:
            found.append(start)
    return found[1:]


def _said(stems: _Stems, u: int, v: int) -> Sequence[float]:
    """The rarity of the first 0, 1, 2, ... words of sentence `u` that `v` has, each word once."""
    return list(
        accumulate(map(mul, stems.once(u), map(stems.bags[v].__contains__, stems.rows[u])), initial=0.0)
    )
