"""Sentences cut where another source cuts what they say, so that each piece finds its own counterpart."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise
from operator import neg

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
_ROUNDING = 1e-6  # nats
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
        self.mass = [self.common(bag) for bag in self.bags]
        self._rare = frozenset(w for w, n in often.items() if n <= _OFTEN)
        # The bags of each source: a copy there tells what a sentence tells.
        self.copies = [frozenset(self.bags[a:b]) for a, b in pairwise(sentences.first)]
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

    def told(self, pieces: Mapping[int, int], count: int, bag: Container[int]) -> Sequence[float]:
        """The rarity of the words in `bag` in the first 0, 1, 2, ... of `count` pieces, each word once.

        `pieces` are the different words of a sentence, in order, with the number of the piece of each.
        """
        row = [0.0]
        total = 0.0
        for w in filter(bag.__contains__, pieces):
            row += [total] * (pieces[w] + 1 - len(row))
            total += self.rarity[w]
        return row + [total] * (count + 1 - len(row))

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
    bag = stems.bags[u]
    for s in range(len(stems.index)):
        if s == stems.sentences.source[u] or bag in stems.copies[s]:
            continue
        partners = stems.partners(bag, s)
        if any(_in_one(stems, u, v) for v in partners):
            continue
        gain, cuts = _follow(stems, u, breaks, partners)
        if cuts and gain > most:
            most, found = gain, cuts
    return found


def _in_one(stems: _Stems, u: int, v: int) -> bool:
    """Whether sentences `u` and `v` tell the same in one."""
    light, heavy = sorted((stems.mass[u], stems.mass[v]))
    if light < _WHOLE * heavy - _ROUNDING:
        return False
    return stems.common(stems.bags[u] & stems.bags[v]) >= _WHOLE * heavy


def _follow(
    stems: _Stems, u: int, breaks: Sequence[int], partners: Sequence[int]
) -> tuple[float, Sequence[int]]:
    """Where sentence `u` goes over from one of its partners to another, and what is gained by it, in nats.

    The way through the partners that has most of the rarity of the sentence's words, less what going over
    costs (Viterbi 1967).
    """
    if len(partners) < 2:
        return 0.0, ()
    row = stems.rows[u]
    ends = [*breaks, len(row)]
    pieces: dict[int, int] = {}
    for n, (start, end) in enumerate(pairwise((0, *ends))):
        for w in row[start:end]:
            pieces.setdefault(w, n)
    told = [stems.told(pieces, len(ends), stems.bags[v]) for v in partners]
    whole = max([row[-1] for row in told])
    if _most(told) - _BESIDE < whole - _ROUNDING:
        return 0.0, ()  # however it goes over, it tells no more than one partner does
    place = {v: k for k, v in enumerate(partners)}
    beside = [[place[x] for x in (v - 1, v + 1) if x in place] for v in partners]
    worth = [row[1] for row in told]
    ways: list[Sequence[int]] = []
    for n in range(1, len(ends)):
        way = _way(worth, beside)
        worth = [worth[i] - cost + row[n + 1] - row[n] for (i, cost), row in zip(way, told, strict=True)]
        ways.append([i for i, _ in way])
    k = max(range(len(partners)), key=worth.__getitem__)
    gain = worth[k] - whole
    steps = [k]
    for back in reversed(ways):
        k = back[k]
        steps.append(k)
    steps.reverse()
    if len(set(steps)) == 1:
        return gain, ()
    own = stems.told(pieces, len(ends), stems.bags[u])
    return gain, _between(list(_runs(steps)), told, own, ends)


def _most(told: Sequence[Sequence[float]]) -> float:
    """What could be told if each piece were told by the partner that tells most of it."""
    pieces = [[after - before for before, after in pairwise(row)] for row in told]
    most: Iterable[float] = map(max, zip(*pieces, strict=True))
    return sum(most)


def _way(worth: Sequence[float], beside: Sequence[Sequence[int]]) -> Sequence[tuple[int, float]]:
    """For each partner the one from which it is best to come to it, the first of equals, and what that costs.

    It is the partner itself, one that stands beside it, or the best of all.
    """
    top = max(worth)
    first = worth.index(top)
    found = []
    for k, here in enumerate(worth):
        best, at, cost = here, k, 0.0
        if top - _BESIDE > here:
            for i in sorted((first, *beside[k])):
                over = _BESIDE if i in beside[k] else _APART
                if worth[i] - over > best:
                    best, at, cost = worth[i] - over, i, over
        found.append((at, cost))
    return found


def _runs(steps: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """The first and last piece, half open, of each run of steps with the same partner, and the partner."""
    start = 0
    for k, run in groupby(steps):
        end = start + len(list(run))
        yield start, end, k
        start = end


def _between(
    runs: Sequence[tuple[int, int, int]],
    told: Sequence[Sequence[float]],
    own: Sequence[float],
    ends: Sequence[int],
) -> Sequence[int]:
    """The words before which two runs meet whose partners tell enough of them."""
    found = [0]
    enough = [told[k][b] - told[k][a] >= _TOLD * (own[b] - own[a]) for a, b, k in runs]
    for (first, _, _), one, two in zip(runs[1:], enough, enough[1:], strict=False):
        if one and two and ends[first - 1] - found[-1] >= _LEAST:
            found.append(ends[first - 1])
    return found[1:]
