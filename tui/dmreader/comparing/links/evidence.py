"""What two sentences have in common by themselves, as numbers."""

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dmreader.comparing.links.characters import Characters, alike
from dmreader.comparing.links.sentences import Sentences
from dmreader.comparing.links.stems import Stems

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = {
    "letters": "cosine of runs of 3 and 4 letters, TF-IDF",
    "letters_over_20": "what of it is over 0.2",
    "letters_over_40": "over 0.4",
    "letters_over_60": "over 0.6",
    "words_cosine": "cosine of words by rarity",
    "words_jaccard": "rarity in common, of that of both",
    "words_in_shorter": "of that of the shorter sentence",
    "words_in_longer": "of that of the longer",
    "words_mass": "rarity in common, as it is",
    "stems_in_shorter": "rarity of the words' first letters in common, of that of the shorter",
    "stems_in_longer": "of that of the longer",
    "stems_mass": "rarity of the words' first letters in common, as it is",
    "pairs_in_shorter": "pairs of neighbouring words in common, by rarity, of those of the shorter",
    "pairs_in_longer": "of those of the longer",
    "pairs_mass": "as they are",
    "number_shared": "1 if a number is in both",
    "numbers_differ": "1 if both have numbers, but none in common",
    "length_ratio": "logarithm of how much heavier the longer is",
    "shorter_mass": "rarity of the shorter",
    "same_words": "1 if all words are the same in the same order",
    "spelling": "similarity by letters left out and put in (Indel)",
    "spelling_over_50": "what of it is over 0.5",
    "in_sequence": "words in the same sequence, of both sentences",
    "in_sequence_of_shorter": "of the shorter",
    "longest_run": "rarity of the heaviest run of the same words",
    "longest_run_over_12": "what of that rarity is over 12 nats, in tens",
    "longest_run_over_25": "over 25 nats",
    "words_mass_over_10": "what of the rarity in common is over 10 nats, in tens",
}
"""What is measured of a pair by itself."""

_MOST = 3.0  # tens of nats: what is over that much does not count

NAMES = tuple(COLUMNS)


class Evidence:
    """Measures pairs of sentences; the columns are `NAMES`, all but the logarithms from 0 to 1.

    What `before` knows, when the same words were cut in another way, holds for all sentences that stay.
    """

    def __init__(self, sentences: Sentences, before: "Evidence | None" = None) -> None:
        from rapidfuzz.distance import Indel, LCSseq

        self.sentences = sentences
        self.characters: Characters = before.characters if before else Characters(sentences)
        self._stems: Stems = before._stems if before else Stems(sentences)
        self._known: dict[int, _Known] = {}
        self._texts: dict[tuple[int, ...], _Known] = before._texts if before else {}
        # versions of a text have many copies
        self._of_texts: dict[tuple[int, int], Sequence[float]] = before._of_texts if before else {}
        self._spelling = Indel.normalized_similarity
        self._sequence = LCSseq.similarity

    def of(self, u: int, v: int) -> "Sequence[float]":
        """The evidence of sentences `u` and `v`, in the order of `NAMES`."""
        a, b = self._known.get(u) or self._know(u), self._known.get(v) or self._know(v)
        texts = (a.text, b.text)
        found = self._of_texts.get(texts)
        if found is None:
            found = self._of_texts[texts] = self._measure(a, b)
        return found

    def _measure(self, a: "_Known", b: "_Known") -> "Sequence[float]":
        rarity = self.sentences.rarity
        shared = [rarity[w] for w in a.bag & b.bag]
        common = sum(shared)
        stems = sum(map(self._stems.rarity.__getitem__, a.stems & b.stems))
        few, many = (a.stem_mass, b.stem_mass) if a.stem_mass < b.stem_mass else (b.stem_mass, a.stem_mass)
        pairs = a.pairs & b.pairs
        paired = sum([rarity[x] + rarity[y] for x, y in pairs])
        letters = alike(a.letters, b.letters)
        spelling = self._spelling(a.spelt, b.spelt)
        sequence = self._sequence(a.signs, b.signs)
        both = a.numbers & b.numbers
        run = _longest(a.row, pairs, rarity) if pairs else 0.0
        low, high = (a.mass, b.mass) if a.mass < b.mass else (b.mass, a.mass)
        short, long = len(a.row), len(b.row)
        if short > long:
            short, long = long, short
        return (
            letters,
            letters - 0.2 if letters > 0.2 else 0.0,
            letters - 0.4 if letters > 0.4 else 0.0,
            letters - 0.6 if letters > 0.6 else 0.0,
            sum([x * x for x in shared]) / (a.root * b.root),
            common / (low + high - common + 1e-9),
            common / low if common < low else 1.0,
            common / high,
            math.log1p(common),
            stems / few,
            stems / many,
            math.log1p(stems),
            paired / (min(a.paired, b.paired) + 2.0),
            paired / (max(a.paired, b.paired) + 2.0),
            math.log1p(paired),
            1.0 if both else 0.0,
            1.0 if a.numbers and b.numbers and not both else 0.0,
            math.log((high + 1.0) / (low + 1.0)),
            math.log1p(low),
            1.0 if a.row == b.row else 0.0,
            spelling,
            spelling - 0.5 if spelling > 0.5 else 0.0,
            2.0 * sequence / (short + long or 1),
            sequence / (short or 1),
            math.log1p(run),
            min(_MOST, (run - 12.0) / 10.0) if run > 12.0 else 0.0,
            min(_MOST, (run - 25.0) / 10.0) if run > 25.0 else 0.0,
            min(_MOST, (common - 10.0) / 10.0) if common > 10.0 else 0.0,
        )

    def _know(self, u: int) -> "_Known":
        s = self.sentences
        row = s.rows[u]
        found = self._texts.get(row)
        if found is not None:
            self._known[u] = found
            return found
        found = _Known(
            len(self._texts),
            row,
            s.bags[u],
            s.mass(u),
            s.root(u),
            *s.pairs(u),
            s.spelt(u),
            s.signs(u),
            s.numbers(u),
            *self._stems.bag(s.bags[u]),
            self.characters.vector(row),
        )
        self._known[u] = self._texts[row] = found
        return found


class _Known(NamedTuple):
    """What is asked of a sentence in each of its pairs, looked up at once; see `Sentences`."""

    text: int  # a number; sentences with the same words have the same
    row: tuple[int, ...]
    bag: frozenset[int]
    mass: float
    root: float
    pairs: frozenset[tuple[int, int]]
    paired: float
    spelt: str
    signs: str
    numbers: frozenset[int]
    stems: frozenset[int]
    stem_mass: float
    letters: dict[int, float]


def _longest(row: "Sequence[int]", pairs: "frozenset[tuple[int, int]]", rarity: "Sequence[float]") -> float:
    """The rarity of the heaviest run of `row` whose neighbours all stand side by side in the other, too."""
    best = run = 0.0
    for pair in pairwise(row):
        if pair in pairs:
            run = (run or rarity[pair[0]]) + rarity[pair[1]]
            best = max(best, run)
        else:
            run = 0.0
    return best
