"""What two sentences have in common by themselves, as numbers."""

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from dmreader.comparing.links.characters import Characters
from dmreader.comparing.links.sentences import Sentences

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
    """Measures pairs of sentences; the columns are `NAMES`, all but the logarithms from 0 to 1."""

    def __init__(self, sentences: Sentences) -> None:
        from rapidfuzz.distance import Indel, LCSseq

        self.sentences = sentences
        self.characters = Characters(sentences)
        self._spelling = Indel.normalized_similarity
        self._sequence = LCSseq.similarity

    def of(self, u: int, v: int) -> "Sequence[float]":
        """The evidence of sentences `u` and `v`, in the order of `NAMES`."""
        s, rarity = self.sentences, self.sentences.rarity
        (mass_u, root_u), (mass_v, root_v) = s.mass(u), s.mass(v)
        shared = [rarity[w] for w in s.bag(u) & s.bag(v)]
        common = sum(shared)
        (pairs_u, paired_u), (pairs_v, paired_v) = s.pairs(u), s.pairs(v)
        pairs = pairs_u & pairs_v
        paired = sum([rarity[a] + rarity[b] for a, b in pairs])
        (spelt_u, row_u), (spelt_v, row_v) = s.spelt(u), s.spelt(v)
        letters = self.characters.alike(u, v)
        spelling = self._spelling(spelt_u, spelt_v)
        sequence = self._sequence(row_u, row_v)
        numbers_u, numbers_v = s.numbers(u), s.numbers(v)
        both = numbers_u & numbers_v
        run = _longest(s.rows[u], pairs, rarity) if pairs else 0.0
        low, high = (mass_u, mass_v) if mass_u < mass_v else (mass_v, mass_u)
        short, long = (len(row_u), len(row_v)) if len(row_u) < len(row_v) else (len(row_v), len(row_u))
        return (
            letters,
            max(0.0, letters - 0.2),
            max(0.0, letters - 0.4),
            max(0.0, letters - 0.6),
            sum([x * x for x in shared]) / (root_u * root_v),
            common / (low + high - common + 1e-9),
            min(1.0, common / low),
            common / high,
            math.log1p(common),
            paired / (min(paired_u, paired_v) + 2.0),
            paired / (max(paired_u, paired_v) + 2.0),
            math.log1p(paired),
            1.0 if both else 0.0,
            1.0 if numbers_u and numbers_v and not both else 0.0,
            math.log((high + 1.0) / (low + 1.0)),
            math.log1p(low),
            1.0 if s.rows[u] == s.rows[v] else 0.0,
            spelling,
            max(0.0, spelling - 0.5),
            2.0 * sequence / max(1, short + long),
            sequence / max(1, short),
            math.log1p(run),
            min(_MOST, max(0.0, run - 12.0) / 10.0),
            min(_MOST, max(0.0, run - 25.0) / 10.0),
            min(_MOST, max(0.0, common - 10.0) / 10.0),
        )


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
