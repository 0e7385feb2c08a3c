"""From evidence to a probability: three logistic regressions whose weights are data (`weights.toml`)."""

import math
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from operator import mul
from typing import Protocol

from dmreader.bundled import folder
from dmreader.comparing.links import context, evidence, surroundings


class Scorer(Protocol):
    """A further judge of sentence pairs, such as a sentence embedding: the door for a later one."""

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """For each pair of sentences log-odds to be added to the built-in evidence; 0 is no opinion."""


class Weights:
    """A bias and one weight for each of `names`; `asked` are the names whose weight is not 0."""

    def __init__(self, table: dict[str, float], names: Sequence[str]) -> None:
        self.bias = table["bias"]
        self.weights = [table.get(name, 0.0) for name in names]
        self.asked = frozenset(name for name in names if table.get(name))

    def probability(self, row: Sequence[float], more: float = 0.0) -> float:
        """The probability that a careful reader ties the pair whose evidence is `row`."""
        odds = self.bias + more + sum(map(mul, self.weights, row))
        return 1.0 / (1.0 + math.exp(-odds)) if odds > -30.0 else 0.0


def passage(row: Sequence[float]) -> float:
    """The least probability of a pair in large texts by its longest run of the same words alone.

    Words as rare as this, together, are seldom written twice by chance, and most of what could speak for or
    against the pair is settled without being weighed. 0 for shorter runs.
    """
    run = row[_RUN]
    return _LONG if run >= _LONG_RUN else _FAIR if run >= _FAIR_RUN else 0.0


_RUN = evidence.NAMES.index("longest_run")
_FAIR, _LONG = 0.93, 0.97
_FAIR_RUN, _LONG_RUN = math.log1p(15.0), math.log1p(25.0)


@lru_cache(maxsize=1)
def weights() -> tuple[Weights, Weights, Weights]:
    """The weights of a pair by itself, of a pair among the others, and once more among those so weighed."""
    return read_weights(
        folder("dmreader.comparing.links").joinpath("weights.toml").read_text(encoding="utf-8")
    )


def read_weights(text: str) -> tuple[Weights, Weights, Weights]:
    """The three from TOML."""
    data = tomllib.loads(text)
    names = (*evidence.NAMES, *surroundings.NAMES)
    alone, among, again = data["alone"], data["among"], data.get("again", {"bias": 0.0})
    return Weights(alone, evidence.NAMES), Weights(among, names), Weights(again, (*names, *context.NAMES))
