"""How alike two sentences are by runs of letters: what inflection and compounds leave of a word."""

import math
from collections import Counter
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
            counts: dict[int, float] = {}
            for word in self.sentences.rows[u]:
                for run in self._of_word[word]:
                    counts[run] = counts.get(run, 0.0) + 1.0
            weight = self.weight
            for run, n in counts.items():
                counts[run] = weight[run] if n == 1.0 else weight[run] * (1.0 + math.log(n))
            length = math.sqrt(sum([x * x for x in counts.values()])) or 1.0
            often = self._often
            found = {run: x / length for run, x in counts.items() if often[run] > 1}
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
