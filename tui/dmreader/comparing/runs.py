"""Maximal runs of the same words, two places at a time, in plain Python; `runs_large` does the same faster.

Seeds are n-grams that stand in two or more places; every pair of places is extended to both sides as far as
the words are the same (as BLAST does: Altschul and others, 1990). A run that says little counts only beside
one that says much, on nearly the same diagonal: it then continues that run over a gap.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, compress, pairwise
from math import log2
from operator import not_
from typing import NamedTuple

from dmreader.comparing.repeats import Repeats, alike
from dmreader.comparing.support import Run, supported

CROWD = 64  # places of a seed; from there on only neighbouring places are paired
PAIRS = 8  # pairs for each word of the texts, on average; crowds are made smaller until it holds
_OFTEN = 1024  # stretches of seeds between two words on progress
_FEW = 16  # words with which most runs say enough


class Need(NamedTuple):
    """The bits that a run needs: `least`, and `more` each time that its places in a source double."""

    least: float
    more: float
    sources: int

    def bits(self, crowd: int) -> float:
        """What a run needs whose words stand in `crowd` places."""
        return self.least + self.more * log2(max(1.0, crowd / self.sources))


Twins = Callable[[int], Sequence[int]]
"""From a position in the row to all positions with the same n-gram."""


def find_runs(
    row: Sequence[int],
    n: int,
    bits: Sequence[float],
    need: Need,
    tell: Callable[[float], None] = lambda _share: None,
) -> tuple[list[Run], Twins]:
    """All maximal runs of at least `n` words in `row` that say what they need to, or continue one.

    Sources stand in `row` between numbers that stand once, the last of which is the largest of all. `bits` is
    what each number says; `tell` is told how much is done, and may raise to stop. The runs are in no
    particular order; none overlaps its twin.
    """
    row = array("i", row)
    repeats = Repeats(row, n)
    tell(0.5)
    crowd = crowd_limit(repeats.sizes(), len(row))
    runs = list(_pairs(row, n, repeats, crowd, tell))
    needed = [need.bits(size) for size in range(max((r.crowd for r in runs), default=0) + 1)]
    most, least = max(bits, default=0.0), min(filter(None, bits), default=0.0)
    strong = [
        length * least > needed[crowd]
        or (length * most >= needed[crowd] and _says(row, bits, left, length, needed[crowd]))
        for left, _, length, crowd in runs
    ]
    found = list(compress(runs, strong))
    weak = list(compress(runs, map(not_, strong)))
    return found + [r._replace(crowd=0) for r in supported(found, weak)], repeats.places


def crowd_limit(sizes: Counter[int], words: int) -> int:
    """The most places that a seed may have to be paired with each other, at `PAIRS` pairs a word."""
    pairs = 0
    for size in sorted(sizes):
        pairs += sizes[size] * size * (size - 1) // 2
        if size > CROWD or pairs > PAIRS * words + 100_000:
            return max(2, size - 1)
    return CROWD


def _pairs(
    row: "array[int]", n: int, repeats: Repeats, crowd: int, tell: Callable[[float], None]
) -> Iterator[Run]:
    """All maximal runs: two places of an n-gram each, extended to both sides."""
    labels, stretches = repeats.labels, repeats.stretches
    crowded = {i for first, end, shifts in stretches if len(shifts) >= crowd for i in range(first, end)}
    done: dict[int, tuple[int, int]] = {}  # the last run of each diagonal
    for number, (first, end, shifts) in enumerate(stretches):
        if number % _OFTEN == 0:
            tell(0.5 + 0.5 * number / len(stretches))
        many = first in crowded
        places = [first, *map(first.__add__, shifts)]
        for p, q in pairwise(places) if many else combinations(places, 2):
            if row[p - 1] == row[q - 1] and not many and labels[p - 1] not in crowded:
                continue  # the n-gram before has found this run
            diagonal = q - p
            low, high = done.get(diagonal, (0, 0))
            if low <= p < high:
                continue
            left, right = p, p + end - first + n - 1
            while row[left - 1] == row[diagonal + left - 1]:
                left -= 1
            if row[right] == row[diagonal + right]:
                right += alike(row, right, diagonal + right, len(row) - diagonal - right)
            done[diagonal] = (left, right)
            # A run that overlaps its twin is one period of a repetition.
            length = min(right - left, diagonal)
            if left == p and length == end - first + n - 1:
                yield Run(left, diagonal + left, length, len(places))
            elif length >= n:
                size = min(repeats.size(left), repeats.size(left + length - n))
                yield Run(left, diagonal + left, length, size)


def _says(row: Sequence[int], bits: Sequence[float], first: int, length: int, needed: float) -> bool:
    """Whether a run says what it needs to: most do with their first few words."""
    if sum(map(bits.__getitem__, row[first : first + min(length, _FEW)])) >= needed:
        return True
    return length > _FEW and sum(map(bits.__getitem__, row[first : first + length])) >= needed
