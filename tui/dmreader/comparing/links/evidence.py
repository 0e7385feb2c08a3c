"""What two sentences have in common by themselves, as numbers."""

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from dmreader.comparing.links.characters import Characters
from dmreader.comparing.links.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = (
    "letters", "letters_over_20", "letters_over_40", "letters_over_60", "words_cosine", "words_jaccard",
    "words_in_shorter", "words_in_longer", "words_mass", "pairs_in_shorter", "pairs_in_longer", "pairs_mass",
    "number_shared", "numbers_differ", "length_ratio", "shorter_mass", "same_words", "spelling",
    "spelling_over_50", "in_sequence", "in_sequence_of_shorter", "longest_run",
)  # fmt: skip


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
        shared = [rarity[w] for w in s.bags[u] & s.bags[v]]
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
            math.log1p(_longest(s.rows[u], pairs, rarity) if pairs else 0.0),
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
