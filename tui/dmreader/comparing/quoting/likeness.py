"""How the words of two quotations are alike."""

from collections.abc import Sequence
from typing import Literal

Likeness = Literal["same", "part", "reworded", "similar", ""]

_SHORT = 8
_OF_SHORT, _OF_LONG = 0.8, 0.7
"""Share of a shorter quotation's words that the other must have in order, in one stretch, for the two to be
one:
of fewer than `_SHORT` words, and of more."""
_SIMILAR = 0.5
_LEAST = 4
_WINDOWS = 4
_RUN = 3
"""Words of a run; `_runs_of` makes them."""


class Likenesses:
    """How quotations of one list are alike; `quotes` are their words as numbers."""

    def __init__(self, quotes: Sequence[tuple[int, ...]]) -> None:
        self._quotes = quotes
        self._runs: dict[int, list[tuple[int, ...]]] = {}
        self._places: dict[int, dict[tuple[int, ...], int]] = {}

    def of(self, i: int, j: int) -> Likeness:
        """Whether two are the same words, one a part of the other, the same reworded, or similar at most."""
        if len(self._quotes[i]) > len(self._quotes[j]):
            i, j = j, i
        a, b = self._quotes[i], self._quotes[j]
        if a == b:
            return "same"
        size = len(a)
        begins = self._begins(i, j) if size >= _RUN else _all(a, b)
        if any(b[k : k + size] == a for k in begins):
            return "part"
        if size < _LEAST or not begins:
            return ""
        slack = size // 4 + 1
        share = max(_in_order(a, b[max(0, k - 1) : max(0, k - 1) + size + slack]) for k in begins) / size
        if share >= (_OF_SHORT if size < _SHORT else _OF_LONG):
            return "reworded"
        return "similar" if share >= _SIMILAR else ""

    def _begins(self, i: int, j: int) -> list[int]:
        """Where in quote `j` a stretch that says what quote `i` says may begin, by the runs of both."""
        at = self._places.get(j)
        if at is None:
            runs = self._runs_of(j)
            at = self._places[j] = dict(zip(reversed(runs), range(len(runs) - 1, -1, -1), strict=True))
        own = self._runs_of(i)
        counts: dict[int, int] = {}
        for k in [k for k, run in enumerate(own) if run in at]:
            begin = max(0, at[own[k]] - k)
            counts[begin] = counts.get(begin, 0) + 1
        return sorted(counts, key=lambda begin: (-counts[begin], begin))[:_WINDOWS]

    def _runs_of(self, i: int) -> list[tuple[int, ...]]:
        runs = self._runs.get(i)
        if runs is None:
            a = self._quotes[i]
            runs = self._runs[i] = list(zip(a, a[1:], a[2:], strict=False))
        return runs


def _all(a: tuple[int, ...], b: tuple[int, ...]) -> list[int]:
    return [k for k in range(len(b) - len(a) + 1) if b[k : k + len(a)] == a] if a else []


def _in_order(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common subsequence."""
    from rapidfuzz.distance import LCSseq  # heavy to load, and only needed for quotations that differ

    return int(LCSseq.similarity(a, b))
