"""From evidence to a probability: two logistic regressions and a sum of decision trees.

Their weights and trees are data (`weights.toml`, `trees.json`).
"""

import json
import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import mul
from typing import Protocol

from dmreader.bundled import folder
from dmreader.comparing.links import context, evidence, surroundings

SEEN = (*evidence.NAMES, *surroundings.NAMES)
"""The columns of a pair among the others."""

ALL = (*SEEN, *context.NAMES)
"""And of one weighed again."""


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


Tree = float | tuple[int, float, "Tree", "Tree"]
"""Log-odds; or the number of a column, a bound, and the trees for what is up to the bound and over it."""


class Trees:
    """A sum of decision trees (gradient boosting, Friedman 2001) over the columns `names`."""

    def __init__(self, grown: Sequence[object], names: Sequence[str]) -> None:
        numbers = {name: n for n, name in enumerate(names)}
        self._trees = [_planted(tree, numbers) for tree in grown]

    def odds(self, row: Sequence[float]) -> float:
        """The log-odds that a careful reader ties the pair whose evidence is `row`."""
        odds = 0.0
        for tree in self._trees:
            while isinstance(tree, tuple):
                column, bound, low, high = tree
                tree = low if row[column] <= bound else high
            odds += tree
        return odds


def _planted(grown: object, numbers: Mapping[str, int]) -> Tree:
    """A tree from nested lists, with columns by their names."""
    match grown:
        case float() | int():
            return grown
        case [str() as name, float() | int() as bound, low, high]:
            return numbers[name], bound, _planted(low, numbers), _planted(high, numbers)
        case _:
            raise ValueError(f"this is no tree of decisions: {grown!r}")


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
def weights() -> tuple[Weights, Weights]:
    """The weights of a pair by itself, and of a pair among the others."""
    return read_weights(_bundled("weights.toml"))


def read_weights(text: str) -> tuple[Weights, Weights]:
    """Both from TOML."""
    data = tomllib.loads(text)
    return Weights(data["alone"], evidence.NAMES), Weights(data["among"], SEEN)


@lru_cache(maxsize=1)
def trees() -> Trees:
    """What weighs a pair once more among the others, by all columns there are."""
    return Trees(json.loads(_bundled("trees.json"))["trees"], ALL)


def _bundled(name: str) -> str:
    return folder("dmreader.comparing.links").joinpath(name).read_text(encoding="utf-8")
