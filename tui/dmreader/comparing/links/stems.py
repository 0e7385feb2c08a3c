"""Words by their first letters: what inflection leaves of them, in most languages."""

import math

from dmreader.comparing.links.sentences import Sentences

_STEM = 4  # letters that tell a word from others, whatever its ending


class Stems:
    """`of[w]` is the number of the stem of word `w`; `rarity[x]` how rare stem `x` is, in nats.

    A stem is as rare as the most frequent of its words.
    """

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        numbers: dict[str, int] = {}
        vocabulary = sentences.vocabulary
        self.of = {w: numbers.setdefault(vocabulary[w][:_STEM], len(numbers)) for w in sentences.often}
        self.rarity = [math.inf] * len(numbers)
        for w, x in self.of.items():
            self.rarity[x] = min(self.rarity[x], sentences.rarity[w])

    def bag(self, words: frozenset[int]) -> tuple[frozenset[int], float]:
        """The different stems of words, and the sum of their rarities."""
        bag = frozenset(map(self.of.__getitem__, words))
        return bag, sum(map(self.rarity.__getitem__, bag)) or 1e-9
