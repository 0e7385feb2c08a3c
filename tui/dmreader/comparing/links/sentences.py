"""The sentences of all sources in one row, with what is asked of them again and again."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise
from operator import mul

from dmreader.comparing.links.parts import Part, cut, parts
from dmreader.language import Analysis
from dmreader.model import LinkEnd

Pair = tuple[int, int]
"""Two sentences, the one that stands before first."""

_STOP_WEIGHT = 0.35  # a stop word says little, also in a text too short to show it
_LEAST_RARITY = 0.05
_SIGNS = 0x10F7FF  # characters that can stand for a word
_ELSEWHERE = 50  # sentences of other texts that are thought to lack a word: few sentences tell little


class Sentences:
    """Sentences, or parts of them, numbered over all sources: `u` stands in source `source[u]` as `parts[u]`.

    Those of source `s` are numbers `first[s]` to `first[s + 1]`. `rows[u]` are the words of `u` as numbers of
    the vocabulary, `bags[u]` the different ones. `rarity[w]` is how rare word `w` is in these texts, in nats:
    the logarithm of one in how many sentences it stands in (Spärck Jones 1972), less for stop words;
    `mass(u)` is the sum of that over the different words of `u`. `given` are the parts of each source, those
    that `parts` finds if left out. Words are as rare as `before`, when the same words were cut in another
    way, if that is given.
    """

    def __init__(
        self,
        analyses: Sequence[Analysis],
        given: Sequence[Sequence[Part]] = (),
        before: "Sentences | None" = None,
    ) -> None:
        self.analyses = analyses
        given = given or [list(parts(a)) for a in analyses]
        self.parts = [part for row in given for part in row]
        counts = [len(row) for row in given]
        self.first = [0, *accumulate(counts)]
        self.source = [s for s, n in enumerate(counts) for _ in range(n)]
        self.vocabulary: Sequence[str] = analyses[0].tokens.vocabulary.words if analyses else ()
        numbers = list(range(len(self.vocabulary)))  # one object a number, however often it stands
        self.rows: list[tuple[int, ...]] = []
        for a, row in zip(analyses, given, strict=True):
            ids = list(map(numbers.__getitem__, a.tokens.ids))
            self.rows += [tuple(ids[part.first : part.last]) for part in row]
        self.bags = list(map(frozenset, self.rows))
        self.often = often = Counter(chain.from_iterable(self.bags))
        self.rarity: list[float]
        self.stop: set[int]  # the stop words
        self.rarity, self.stop = (before.rarity, before.stop) if before else self._rarities()
        self.ends: dict[int, LinkEnd] = {}  # what ties a sentence as a whole, as far as it was asked for
        self.mass: Callable[[int], float] = _Masses(self.bags, self.rarity).__getitem__
        self._pairs: dict[int, tuple[frozenset[tuple[int, int]], float]] = {}
        self._signs: dict[int, str] = {}
        self._within: dict[tuple[int, int, int], int] = {}
        self.numeric = frozenset(w for w in often if _has_digit(self.vocabulary[w]))

    def _rarities(self) -> tuple[list[float], set[int]]:
        """How rare each word is, and the stop words."""
        words = frozenset().union(*(a.pack.stop for a in self.analyses))
        total = len(self.rows) + _ELSEWHERE
        rarity = [_LEAST_RARITY] * len(self.vocabulary)
        stop: set[int] = set()
        for w, n in self.often.items():
            weight = math.log(total / n)
            if self.vocabulary[w] in words or _is_hiragana(self.vocabulary[w]):
                weight *= _STOP_WEIGHT
                stop.add(w)
            rarity[w] = max(weight, _LEAST_RARITY)
        return rarity, stop

    def __len__(self) -> int:
        return len(self.rows)

    def root(self, u: int) -> float:
        """The root of the sum of the squares of these rarities."""
        weights = list(map(self.rarity.__getitem__, self.bags[u]))
        return math.sqrt(sum(map(mul, weights, weights))) or 1e-9

    def pairs(self, u: int) -> tuple[frozenset[tuple[int, int]], float]:
        """The pairs of words that stand side by side, and the sum of their rarities."""
        found = self._pairs.get(u)
        if found is None:
            row = self.rows[u]
            pairs = frozenset(pairwise(row))
            rarity = self.rarity
            found = (pairs, sum([rarity[a] + rarity[b] for a, b in pairs]))
            self._pairs[u] = found
        return found

    def spelt(self, u: int) -> str:
        """The words written out with spaces."""
        return " ".join(map(self.vocabulary.__getitem__, self.rows[u]))

    def signs(self, u: int) -> str:
        """The words as one private character each."""
        found = self._signs.get(u)
        if found is None:
            found = self._signs[u] = "".join(map(self._sign_of.__getitem__, self.rows[u]))
        return found

    @cached_property
    def _sign_of(self) -> Sequence[str]:
        """A character for each word, but no surrogate; beyond a million words they are used again."""
        numbers = (w % _SIGNS for w in range(len(self.vocabulary)))
        return [chr(w + 1 if w < 0xD7FF else w + 0x801) for w in numbers]

    def numbers(self, u: int) -> frozenset[int]:
        """The words with a digit in them."""
        return self.bags[u] & self.numeric

    def within(self, u: int, first: int, last: int) -> int:
        """The number of words `first` to `last` of `u`, half open: of a part that stands behind all others.

        The part is in no source's row of parts; that it is there changes nothing else.
        """
        row = self.rows[u]
        if (first, last) == (0, len(row)):
            return u
        found = self._within.get((u, first, last))
        if found is None:
            found = self._within[u, first, last] = len(self.rows)
            source = self.source[u]
            part = list(
                cut(self.analyses[source], self.parts[u], [k for k in (first, last) if 0 < k < len(row)])
            )
            self.parts.append(part[1 if first else 0])
            self.source.append(source)
            self.rows.append(row[first:last])
            self.bags.append(frozenset(row[first:last]))
        return found


class _Masses(dict[int, float]):
    """For each sentence that is asked for the sum of the rarities of its different words."""

    def __init__(self, bags: Sequence[frozenset[int]], rarity: Sequence[float]) -> None:
        super().__init__()
        self._bags, self._rarity = bags, rarity.__getitem__

    def __missing__(self, u: int) -> float:
        found = self[u] = sum(map(self._rarity, self._bags[u])) or 1e-9
        return found


def _is_hiragana(word: str) -> bool:
    """Whether a word is a single hiragana: an ending, or a word that says little."""
    return len(word) == 1 and "\u3041" <= word <= "\u309f"


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))
