"""Sentences cut where another source cuts what they say, so that each half finds its own counterpart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise, permutations
from operator import mul, neg

from dmreader.comparing.links.parts import Part
from dmreader.comparing.links.sentences import Sentences
from dmreader.comparing.links.stems import Stems

_SMALL = 1200  # sentences; beyond it the texts are left as they are cut
_ROUNDS = 4  # a cut in one source may show where to cut another
_LEAST = 4  # words that a half has
_LONG = 10  # words of a sentence that may be cut
_OFTEN = 60  # a word in more sentences than this leads to no partner
_PARTNERS = 4  # sentences of another source that are looked at
_BESIDE, _APART = 6.0, 12.0  # nats by which a half must be nearer to its partner: partners in a row, or not
_TOLD = 0.25  # the share of each half that its partner must have
_WHOLE = 0.7  # the share of each other that two sentences have in common that tell the same in one
_INK = "，、；：。"  # marks that need no space behind them


def split(sentences: Sentences) -> Sentences:
    """The same sentences, in more parts where their words say so.

    A sentence is cut at a mark within it if what stands before the mark is found in one sentence of another
    source and what stands behind it in another sentence there: that source tells in two sentences what this
    one tells in one. Cuts lead to further cuts, so that in the end all sources are cut alike.
    """
    if not 1 < len(sentences) <= _SMALL or len(sentences.first) <= 2:
        return sentences
    breaks: dict[tuple[int, Part], Sequence[int]] = {}  # they stay in the parts that stay
    for _ in range(_ROUNDS):
        stems = _Stems(sentences)
        cut = [
            [part for u in range(first, last) for part in _pieces(stems, u, breaks)]
            for first, last in pairwise(sentences.first)
        ]
        if sum(map(len, cut)) == len(sentences):
            break
        sentences = Sentences(sentences.analyses, cut)
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


def _pieces(stems: _Stems, u: int, known: dict[tuple[int, Part], Sequence[int]]) -> Sequence[Part]:
    """Sentence `u`, or its two halves."""
    sentences = stems.sentences
    part = sentences.parts[u]
    key = (sentences.source[u], part)
    breaks = known.get(key)
    if breaks is None:
        breaks = known[key] = _breaks(sentences, u)
    k = _best(stems, u, breaks) if breaks else 0
    if not k:
        return (part,)
    text, start, end = _gap(sentences, u, k)
    while start < end and not text[start].isspace():
        start += 1
    while start < end and not text[end - 1].isspace():
        end -= 1
    middle = part.first + k
    return part._replace(end=start, last=middle), part._replace(start=end, first=middle)


def _breaks(sentences: Sentences, u: int) -> Sequence[int]:
    """How many words stand before each mark that may end a half."""
    count = len(sentences.rows[u])
    if count < _LONG:
        return ()
    return [k for k in range(_LEAST, count - _LEAST + 1) if _is_break(*_gap(sentences, u, k))]


def _gap(sentences: Sentences, u: int, k: int) -> tuple[str, int, int]:
    """The text, and where in it word `k - 1` of sentence `u` ends and word `k` begins."""
    analysis = sentences.analyses[sentences.source[u]]
    at = sentences.parts[u].first + k
    return analysis.source.text, analysis.tokens.ends[at - 1], analysis.tokens.starts[at]


def _is_break(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return gap != " " and not gap.isspace() and (any(map(str.isspace, gap)) or any(c in _INK for c in gap))


def _best(stems: _Stems, u: int, breaks: Sequence[int]) -> int:
    """The break of sentence `u` at which its halves differ most in what they have partners in, or 0."""
    best, found = 0.0, 0
    bag, bags, mass = stems.bags[u], stems.bags, stems.mass
    said: Sequence[float] = ()
    for s in range(len(stems.index)):
        if s == stems.sentences.source[u] or bag in stems.told[s]:
            continue
        partners = stems.partners(bag, s)
        if any(stems.common(bag & bags[v]) >= _WHOLE * max(mass[u], mass[v]) for v in partners):
            continue
        said = said or _said(stems, u, u)
        shared = [(v, _said(stems, u, v)) for v in partners]
        for (v, before), (w, behind) in permutations(shared, 2):
            least = _BESIDE if abs(v - w) == 1 else _APART
            if before[-1] < least or behind[-1] < least:
                continue
            for k in breaks:
                left, right = before[k] - behind[k], behind[-1] - behind[k] - before[-1] + before[k]
                if (
                    left >= least
                    and right >= least
                    and left + right > best
                    and before[k] >= _TOLD * said[k]
                    and behind[-1] - behind[k] >= _TOLD * (said[-1] - said[k])
                ):
                    best, found = left + right, k
    return found


def _said(stems: _Stems, u: int, v: int) -> Sequence[float]:
    """The rarity of the first 0, 1, 2, ... words of sentence `u` that `v` has, each word once."""
    return list(
        accumulate(map(mul, stems.once(u), map(stems.bags[v].__contains__, stems.rows[u])), initial=0.0)
    )
