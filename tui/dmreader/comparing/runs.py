"""Maximal runs of the same words, two places at a time, in plain Python; `runs_large` does the same faster.

Seeds are n-grams that stand in two or more places; every pair of places is extended to both sides as far as
the words are the same (as BLAST does: Altschul and others, 1990). A run that says little counts only beside
one that says much, on nearly the same diagonal: it then continues that run over a gap.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations, compress, pairwise, repeat
from math import log2
from operator import not_
from typing import NamedTuple

GAP = 24  # words between a run and the run that supports it
LANE = 16  # diagonals that count as nearly the same
SPACING = 2 * (GAP + LANE)  # numbers between two sources in the row
_SHIFTS = (0, LANE // 2)  # of the lanes: what two lanes part in one way they hold together in the other
_BLOCK = 1024  # words
ROUNDS = 3  # a run may continue one that continues one, and so on
CROWD = 64  # places of a seed; from there on only neighbouring places are paired
_OFTEN = 4096  # seeds between two words on progress
PAIRS = 8  # pairs for each word of the texts, on average; crowds are made smaller until it holds


class Run(NamedTuple):
    """`length` words that are the same from `left` and from `right` in the row; `left` < `right`.

    `crowd` is the number of places of its first or last n words, whichever is less; it is 0 in a run that
    counts only because it continues another.
    """

    left: int
    right: int
    length: int
    crowd: int


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

    `bits` is what each number says; `tell` is told how much is done, and may raise to stop. The runs are in
    no particular order; none overlaps its twin.
    """
    row = list(row)  # an array would make a new number at every look
    # Each position is labelled by the first one with the same n-gram; `map` does it without a Python loop.
    first: dict[tuple[int, ...], int] = {}
    grams = zip(*(row[k:] for k in range(n)), strict=False)
    labels = list(map(first.setdefault, grams, range(len(row))))
    del first
    counts = Counter(labels)
    sizes = list(map(counts.__getitem__, labels))
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for i in compress(range(len(labels)), map((1).__lt__, sizes)):
        groups[labels[i]].append(i)
    crowd = crowd_limit(Counter(map(len, groups.values())), len(row))
    found = list(_pairs(row, n, groups, sizes, crowd, tell))
    said = [*bits, *repeat(0.0, max(row, default=0) + 1 - len(bits))]
    mass = list(accumulate(map(said.__getitem__, row), initial=0.0))
    needed = [need.bits(size) for size in range(max(sizes, default=0) + 1)]
    runs = [Run(p, q, length, min(sizes[p], sizes[p + length - n])) for p, q, length in found]
    strong = [mass[p + length] - mass[p] >= needed[size] for p, _, length, size in runs]
    continuing = [r._replace(crowd=0) for r in _supported(runs, strong)]
    return [*compress(runs, strong), *continuing], lambda i: groups[labels[i]]


def crowd_limit(sizes: Counter[int], words: int) -> int:
    """The most places that a seed may have to be paired with each other, at `PAIRS` pairs a word."""
    pairs = 0
    for size in sorted(sizes):
        pairs += sizes[size] * size * (size - 1) // 2
        if size > CROWD or pairs > PAIRS * words + 100_000:
            return max(2, size - 1)
    return CROWD


def _pairs(
    row: Sequence[int],
    n: int,
    groups: dict[int, list[int]],
    sizes: Sequence[int],
    crowd: int,
    tell: Callable[[float], None],
) -> Iterator[tuple[int, int, int]]:
    done: dict[int, tuple[int, int]] = {}  # the last run of each diagonal
    for number, places in enumerate(groups.values()):
        if number % _OFTEN == 0:
            tell(number / len(groups))
        crowded = len(places) > crowd
        for p, q in pairwise(places) if crowded else combinations(places, 2):
            if row[p - 1] == row[q - 1] and not crowded and sizes[p - 1] <= crowd:
                continue  # the seed before has found this run
            diagonal = q - p
            low, high = done.get(diagonal, (0, 0))
            if low <= p < high:
                continue
            left, right = p, p + n
            while row[left - 1] == row[diagonal + left - 1]:
                left -= 1
            while row[right] == row[diagonal + right]:
                right += 1
            done[diagonal] = (left, right)
            # A run that overlaps its twin is one period of a repetition.
            length = min(right - left, diagonal)
            if length >= n:
                yield left, diagonal + left, length


def _supported(runs: Sequence[Run], strong: Sequence[bool]) -> list[Run]:
    """The weak runs that continue a strong one over a gap, or one that continues one."""
    numbers = _within_reach(runs, strong)
    runs, strong = [runs[k] for k in numbers], [strong[k] for k in numbers]
    sweeps = [_sweep(runs, shift) for shift in _SHIFTS]
    known = list(strong)
    for _ in range(ROUNDS):
        beside = {k for sweep in sweeps for k in _beside(known, *sweep)}
        if not beside:
            break
        for k in beside:
            known[k] = True
    return [r for r, s, k in zip(runs, strong, known, strict=True) if k and not s]


def _within_reach(runs: Sequence[Run], strong: Sequence[bool]) -> list[int]:
    """The numbers of the strong runs and of the weak ones that may be beside one; most weak runs are not.

    Runs are near if they stand in the same block of words of the same lane: a look into a set for each.
    """
    found = list(compress(range(len(runs)), strong))
    waiting = [
        (k, (q - p) // LANE << 32 | p // _BLOCK, (q - p + LANE // 2) // LANE << 32 | p // _BLOCK)
        for k, (p, q, _, _) in enumerate(runs)
        if not strong[k]
    ]
    reach = GAP + max((runs[k].length for k, _, _ in waiting), default=0)
    blocks: tuple[set[int], set[int]] = (set(), set())
    fresh: Sequence[int] = found
    for _ in range(ROUNDS):
        for k in fresh:
            p, q, length, _ = runs[k]
            first, last = max(0, p - reach) // _BLOCK, (p + length + GAP) // _BLOCK + 1
            for shift, near in zip(_SHIFTS, blocks, strict=True):
                lane = (q - p + shift) // LANE << 32
                near.update(range(lane | first, lane | last))
        here, there = blocks
        beside = [x[1] in here or x[2] in there for x in waiting]
        fresh = [x[0] for x in compress(waiting, beside)]
        waiting = list(compress(waiting, map(not_, beside)))
        found = found + list(fresh)
    return found


def _sweep(runs: list[Run], shift: int) -> tuple[list[int], list[int], list[int]]:
    """The order of the runs by lane (a bundle of diagonals) and place, and where they start and end in it.

    Lanes are laid end to end, far apart, so that one sweep does for all.
    """
    start = [((right - left + shift) // LANE << 32) | left for left, right, _, _ in runs]
    order = sorted(range(len(runs)), key=start.__getitem__)
    return order, [start[k] for k in order], [start[k] + runs[k].length for k in order]


def _beside(known: list[bool], order: list[int], start: list[int], end: list[int]) -> Iterator[int]:
    """Which runs of a sweep, not known yet, are at most `GAP` words from a known one."""
    reach = -1
    for k, first, last in zip(order, start, end, strict=True):
        if known[k]:
            reach = max(reach, last + GAP)
        elif first <= reach:
            yield k
    ahead = 1 << 62
    for k, first, last in zip(reversed(order), reversed(start), reversed(end), strict=True):
        if known[k]:
            ahead = first - GAP
        elif last >= ahead:
            yield k
