"""How the words of two quotations are alike."""

from collections.abc import Callable, Sequence
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
_LARGE = 1000
"""Quotations from which rapidfuzz saves more than its import takes."""


class Likenesses:
    """How quotations of one list are alike; `quotes` are their words as numbers."""

    def __init__(self, quotes: Sequence[tuple[int, ...]]) -> None:
        self._quotes = quotes
        self._runs: dict[int, list[tuple[int, ...]]] = {}
        self._places: dict[int, dict[tuple[int, ...], int]] = {}
        self._in_order = _measure(len(quotes))

    def of(self, i: int, j: int) -> Likeness:
        """Whether two are the same words, one a part of the other, the same reworded, or similar at most."""
        if len(self._quotes[i]) > len(self._quotes[j]):
            i, j = j, i
        a, b = self._quotes[i], self._quotes[j]
        if a == b:
            return "same"
        size = len(a)
        begins = self._begins(i, j) if size >= _RUN else _all(a, b)
        for k in begins:
            if b[k : k + size] == a:
                return "part"
        if size < _LEAST or not begins:
            return ""
        slack = size // 4 + 1
        starts = [max(0, k - 1) for k in begins]
        share = max([self._in_order(a, b[k : k + size + slack]) for k in starts]) / size
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
        for k, place in enumerate(map(at.get, own)):
            if place is not None:
                begin = place - k if place > k else 0
                counts[begin] = counts.get(begin, 0) + 1
        if len(counts) < 2:
            return list(counts)
        return sorted(counts, key=lambda begin: (-counts[begin], begin))[:_WINDOWS]

    def _runs_of(self, i: int) -> list[tuple[int, ...]]:
        runs = self._runs.get(i)
        if runs is None:
            a = self._quotes[i]
            runs = self._runs[i] = list(zip(a, a[1:], a[2:], strict=False))
        return runs


def _all(a: tuple[int, ...], b: tuple[int, ...]) -> list[int]:
    return [k for k in range(len(b) - len(a) + 1) if b[k : k + len(a)] == a] if a else []


Order = Callable[[Sequence[int], Sequence[int]], int]
"""The length of the longest common subsequence of two rows of words."""


def _measure(quotes: int) -> Order:
    """What measures order among so many quotations: rapidfuzz takes longer to load than to count a few."""
    if quotes < _LARGE:
        return in_order
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity


def in_order(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common subsequence, by rows of bits (Hyyro, "Bit-parallel LCS-length
    computation revisited", 2004): the words of `a` are the bits, the words of `b` the steps.
    """
    places: dict[int, int] = {}
    for k, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << k
    whole = row = (1 << len(a)) - 1
    for word in b:
        if word in places:
            both = row & places[word]
            row = (row + both | row - both) & whole
    return len(a) - row.bit_count()
