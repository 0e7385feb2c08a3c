"""How alike two sentences are by runs of letters: what inflection and compounds leave of a word."""

import math
from collections import Counter
from collections.abc import Mapping
from itertools import chain
from operator import mul

from dmreader.comparing.links.sentences import Sentences


class Characters:
    """Vectors of runs of 3 and 4 letters within words, weighed by rarity (TF-IDF), of length 1."""

    def __init__(self, sentences: Sentences) -> None:
        numbers = _Numbers()
        self._of_word = {
            word: list(map(numbers.__getitem__, _runs(sentences.vocabulary[word])))
            for word in sentences.often
        }
        often = [0] * len(numbers)
        for word, count in sentences.often.items():
            for run in set(self._of_word[word]):
                often[run] += count
        top = len(sentences) + 1
        self._often = often
        self.weight = [math.log(1 + top / count) for count in often]
        self._vectors: dict[tuple[int, ...], dict[int, float]] = {}

    def vector(self, row: tuple[int, ...]) -> dict[int, float]:
        """A sentence of these words as weights of its runs, without those that no other sentence has."""
        found = self._vectors.get(row)
        if found is None:
            runs = map(self._of_word.__getitem__, row)
            counts = Counter(chain.from_iterable(runs))
            weight, often = self.weight, self._often
            weights = [
                weight[run] if n == 1 else weight[run] * (1.0 + math.log(n)) for run, n in counts.items()
            ]
            length = math.sqrt(sum(map(mul, weights, weights))) or 1.0
            weighed = zip(counts, weights, strict=True)
            found = {run: x / length for run, x in weighed if often[run] > 1}
            self._vectors[row] = found
        return found


def alike(a: Mapping[int, float], b: Mapping[int, float]) -> float:
    """The cosine of two vectors, 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    shared = a.keys() & b.keys()
    cosine: float = sum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared)))
    return cosine


class _Numbers(dict[str, int]):
    """Numbers what is looked up in order of its first coming."""

    def __missing__(self, key: str) -> int:
        found = self[key] = len(self)
        return found


def _runs(word: str) -> list[str]:
    """The runs of letters of a word, among them where it begins and ends."""
    spelt = f"^{word}$"
    size = len(spelt)
    return [spelt[i : i + 3] for i in range(size - 2)] + [spelt[i : i + 4] for i in range(size - 3)]
