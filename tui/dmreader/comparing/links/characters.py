"""How alike two sentences are by runs of letters: what inflection and compounds leave of a word."""

import math
from collections import Counter
from itertools import chain
from operator import mul

from dmreader.comparing.links.sentences import Sentences


class Characters:
    """Vectors of runs of 3 and 4 letters within words, weighed by rarity (TF-IDF), of length 1."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self._of_word: dict[int, list[int]] = {}
        self._numbers: dict[str, int] = {}
        often: Counter[int] = Counter()
        for word, count in sentences.often.items():
            for run in set(self._runs(word)):
                often[run] += count
        top = len(sentences) + 1
        self._often = often
        self.weight = [math.log(1 + top / often[run]) for run in range(len(self._numbers))]
        self._vectors: dict[int, dict[int, float]] = {}

    def _runs(self, word: int) -> list[int]:
        found = self._of_word.get(word)
        if found is None:
            spelt = f"^{self.sentences.vocabulary[word]}$"
            numbers = self._numbers
            found = [
                numbers.setdefault(spelt[i : i + n], len(numbers))
                for n in (3, 4)
                for i in range(len(spelt) - n + 1)
            ]
            self._of_word[word] = found
        return found

    def vector(self, u: int) -> dict[int, float]:
        """Sentence `u` as weights of its runs, without those that no other sentence has."""
        found = self._vectors.get(u)
        if found is None:
            runs = map(self._of_word.__getitem__, self.sentences.rows[u])
            counts = Counter(chain.from_iterable(runs))
            weight, often = self.weight, self._often
            weights = [
                weight[run] if n == 1 else weight[run] * (1.0 + math.log(n)) for run, n in counts.items()
            ]
            length = math.sqrt(sum(map(mul, weights, weights))) or 1.0
            weighed = zip(counts, weights, strict=True)
            found = {run: x / length for run, x in weighed if often[run] > 1}
            self._vectors[u] = found
        return found

    def alike(self, u: int, v: int) -> float:
        """The cosine of two sentences, 0 to 1."""
        a, b = self.vector(u), self.vector(v)
        if len(a) > len(b):
            a, b = b, a
        shared = a.keys() & b.keys()
        cosine: float = sum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared)))
        return cosine
