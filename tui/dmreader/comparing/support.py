"""Runs that say little beside runs that say much: on nearly the same diagonal, over a small gap."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

GAP = 24  # words between a run and the run that supports it
LANE = 8  # diagonals; those of one lane and of the lanes beside it count as nearly the same
ROUNDS = 3  # a run may continue one that continues one, and so on
SPACING = 2 * (GAP + 2 * LANE)  # numbers between two sources in the row

_BLOCK = 1024  # words


class Run(NamedTuple):
    """`length` words that are the same from `left` and from `right` in the row; `left` < `right`.

    `crowd` is the number of places of its first or last n words, whichever is less; it is 0 in a run that
    counts only because it continues another.
    """

    left: int
    right: int
    length: int
    crowd: int


def supported(strong: Sequence[Run], weak: Sequence[Run]) -> list[Run]:
    """The runs of `weak` that continue a strong one over a gap, or one that continues one."""
    found: list[Run] = []
    for _ in range(ROUNDS):
        strong, weak = _parted(strong, weak)
        found += strong
    return found


def _parted(known: Sequence[Run], waiting: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The waiting runs that are at most `GAP` words from a known one, and the others.

    Lanes are laid end to end, far apart, so that one row does for all.
    """
    spans = sorted([((q - p) // LANE << 32 | p, length) for p, q, length, _ in known])
    starts = [start for start, _ in spans]
    reach = list(accumulate([start + length for start, length in spans], max))
    blocks = _blocks(known, waiting) if len(waiting) > len(known) else None
    near: list[Run] = []
    far: list[Run] = []
    for run in waiting:
        p, q, length, _ = run
        lane = (q - p) // LANE
        found = False
        if blocks is None or (lane << 32 | p // _BLOCK) in blocks:
            for start in (lane << 32 | p, lane - 1 << 32 | p, lane + 1 << 32 | p):
                before = bisect_right(starts, start + length + GAP)  # those that begin early enough
                found = found or (before > 0 and reach[before - 1] >= start - GAP)
        (near if found else far).append(run)
    return near, far


def _blocks(known: Iterable[Run], waiting: Iterable[Run]) -> set[int]:
    """Lanes and blocks of words with a known run in reach: a look into a set tells that most have none."""
    reach = GAP + max(length for _, _, length, _ in waiting)
    return {
        (q - p) // LANE + step << 32 | block
        for p, q, length, _ in known
        for block in range(max(0, p - reach) // _BLOCK, (p + length + GAP) // _BLOCK + 1)
        for step in (-1, 0, 1)
    }
