"""How the words of two quotations are alike."""

from collections.abc import Sequence
from typing import Literal

Likeness = Literal["same", "part", "reworded", "similar", ""]

_SHORT = 8
_OF_SHORT, _OF_LONG = 0.8, 0.7
"""Share of a shorter quotation's words that the other must have in order, in one stretch, for the two to be one:
of fewer than `_SHORT` words, and of more."""
_SIMILAR = 0.5
_LEAST = 4


def likeness(a: Sequence[int], b: Sequence[int]) -> Likeness:
    """Whether `a` and `b` are the same words, one a part of the other, the same reworded, or similar at most."""
    if a == b:
        return "same"
    if len(a) > len(b):
        a, b = b, a
    if _contains(b, a):
        return "part"
    if len(a) < _LEAST:
        return ""
    share = max(_in_order(a, b[k : k + len(a) + len(a) // 4 + 1]) for k in _windows(a, b)) / len(a)
    if share >= (_OF_SHORT if len(a) < _SHORT else _OF_LONG):
        return "reworded"
    return "similar" if share >= _SIMILAR else ""


def _contains(whole: Sequence[int], part: Sequence[int]) -> bool:
    size = len(part)
    head = part[0]
    return any(whole[k] == head and whole[k : k + size] == part for k in range(len(whole) - size + 1))


def _windows(a: Sequence[int], b: Sequence[int]) -> set[int]:
    """Where in `b` a stretch that says what `a` says may begin: so that a word that both have lies in its place."""
    if len(b) <= len(a) + len(a) // 4 + 1:
        return {0}
    at: dict[int, list[int]] = {}
    for k, word in enumerate(a):
        at.setdefault(word, []).append(k)
    counts: dict[int, int] = {}
    for k, word in enumerate(b):
        for j in at.get(word, ()):
            begin = max(0, k - j)
            counts[begin] = counts.get(begin, 0) + 1
    likely = sorted(counts, key=lambda begin: (-counts[begin], begin))[:4]
    return {max(0, begin - 1) for begin in likely} or {0}


def _in_order(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common subsequence."""
    from rapidfuzz.distance import LCSseq  # heavy to load, and only needed for quotations that differ

    return int(LCSseq.similarity(a, b))
