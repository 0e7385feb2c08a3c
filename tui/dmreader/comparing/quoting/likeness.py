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


def likeness(a: Sequence[int], b: Sequence[int]) -> Likeness:
    """Whether `a` and `b` are the same words, one a part of the other, the same reworded, or similar at
    most.
    """
    if a == b:
        return "same"
    if len(a) > len(b):
        a, b = b, a
    size = len(a)
    begins = _begins(a, b)
    if any(b[k : k + size] == a for k in begins):
        return "part"
    if size < _LEAST or not begins:
        return ""
    slack = size // 4 + 1
    share = max(_in_order(a, b[max(0, k - 1) : max(0, k - 1) + size + slack]) for k in begins) / size
    if share >= (_OF_SHORT if size < _SHORT else _OF_LONG):
        return "reworded"
    return "similar" if share >= _SIMILAR else ""


def _begins(a: Sequence[int], b: Sequence[int]) -> list[int]:
    """Where in `b` a stretch that says what `a` says may begin: so that runs of both lie in their places."""
    run = min(3, len(a))
    at = {a[j : j + run]: j for j in range(len(a) - run, -1, -1)}
    counts: dict[int, int] = {}
    for k in range(len(b) - run + 1):
        j = at.get(b[k : k + run])
        if j is not None:
            begin = max(0, k - j)
            counts[begin] = counts.get(begin, 0) + 1
    return sorted(counts, key=lambda begin: (-counts[begin], begin))[:_WINDOWS]


def _in_order(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common subsequence."""
    from rapidfuzz.distance import LCSseq  # heavy to load, and only needed for quotations that differ

    return int(LCSseq.similarity(a, b))
