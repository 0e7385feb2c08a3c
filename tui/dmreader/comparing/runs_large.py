"""Maximal runs of the same words, with numpy: the same runs as `runs.find_runs` finds, ten times faster.

N-grams are hashed to 64 bits and sorted; places with equal hashes are paired; pairs on one diagonal that
follow each other are one run. Every step is one operation on whole arrays, so time is that of the sorting.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dmreader.comparing.runs import Need, Twins, crowd_limit
from dmreader.comparing.support import GAP, LANE, ROUNDS, Run

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def find_runs_large(row: Sequence[int], n: int, bits: Sequence[float], need: Need) -> tuple[list[Run], Twins]:
    """As `runs.find_runs`; `row` is an array of C ints."""
    words = np.array(row, dtype=np.int64)
    hashes = _hashes(words, n)
    hashes, order = _sorted(hashes)
    same = np.concatenate(([False], hashes[1:] == hashes[:-1], [False]))
    bounds = np.flatnonzero(~same)
    sizes = np.diff(bounds)
    numbers, often = np.unique(sizes[sizes > 1], return_counts=True)
    crowd = crowd_limit(Counter(dict(zip(numbers.tolist(), often.tolist(), strict=True))), len(words))
    crowds = np.empty(len(hashes), dtype=np.int64)
    crowds[order] = np.repeat(sizes, sizes)
    left, right = _pairs(hashes, order, crowds, crowd)
    left, right, length = _joined(words, left, right, n)
    weight = np.zeros(int(words.max()) + 1)
    weight[: len(bits)] = bits
    mass = np.concatenate(([0.0], np.cumsum(weight[words])))
    least = np.minimum(crowds[left], crowds[left + length - n])
    needed = np.array([need.bits(size) for size in range(int(least.max(initial=0)) + 1)])
    strong = mass[left + length] - mass[left] >= needed[least]
    kept = _supported(left, right, length, strong)
    least[~strong] = 0

    place = np.empty(len(hashes), dtype=np.int64)
    place[order] = np.repeat(bounds[:-1], sizes)

    def twins(i: int) -> Sequence[int]:
        found: list[int] = order[place[i] : place[i] + crowds[i]].tolist()
        return found

    rows = zip(*(x[kept].tolist() for x in (left, right, length, least)), strict=True)
    return list(map(Run._make, rows)), twins


def count(row: Sequence[int], size: int) -> list[int]:
    """How often each number below `size` stands in `row`, an array of C ints."""
    found: list[int] = np.bincount(np.asarray(row), minlength=size)[:size].tolist()
    return found


def _hashes(words: Ints, n: int) -> NDArray[np.uint64]:
    """A hash of the n-gram that begins at each position."""
    count = max(0, len(words) - n + 1)
    mixed = (words.astype(np.uint64) + np.uint64(1)) * _FACTOR
    mixed ^= mixed >> np.uint64(29)
    hashes = np.zeros(count, dtype=np.uint64)
    for k in range(n):
        hashes = (hashes ^ (hashes >> np.uint64(31))) * _FACTOR + mixed[k : k + count]
    return hashes


def _sorted(hashes: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], Ints]:
    """The hashes in order, and the positions they come from, in order for equal ones.

    Hash and position are sorted as one number, which is several times faster than sorting positions by hash;
    the hash gives up its lowest bits for it.
    """
    room = np.uint64(max(1, len(hashes)).bit_length())
    packed = (hashes >> room << room) | np.arange(len(hashes), dtype=np.uint64)
    packed.sort()
    return packed >> room, (packed & ((np.uint64(1) << room) - np.uint64(1))).astype(np.int64)


def _pairs(hashes: NDArray[np.uint64], order: Ints, crowds: Ints, crowd: int) -> tuple[Ints, Ints]:
    """Every two places of one n-gram; in crowds, of neighbouring places only."""
    first = np.flatnonzero(hashes[1:] == hashes[:-1])
    lefts, rights = [order[first]], [order[first + 1]]
    first = first[crowds[order[first]] <= crowd]
    step = 2
    while len(first):
        first = first[first + step < len(hashes)]
        first = first[hashes[first + step] == hashes[first]]
        lefts.append(order[first])
        rights.append(order[first + step])
        step += 1
    return np.concatenate(lefts), np.concatenate(rights)


def _joined(words: Ints, left: Ints, right: Ints, n: int) -> tuple[Ints, Ints, Ints]:
    """The maximal runs of which the pairs of n-grams are parts."""
    key = np.sort(((right - left) << 32) | left)
    breaks = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1] + 1)))
    last = np.concatenate((breaks[1:], [len(key)])) - 1 if len(key) else breaks[:0]
    breaks = breaks[: len(last)]
    left, diagonal = key[breaks] & 0xFFFFFFFF, key[breaks] >> 32
    end = (key[last] & 0xFFFFFFFF) + n
    # Different n-grams may have the same hash, once in a great while.
    true = np.all([words[left + k] == words[left + diagonal + k] for k in range(n)], axis=0)
    left, diagonal, end = left[true], diagonal[true], end[true]
    left = _extended(words, left, diagonal, -1)
    end = _extended(words, end - 1, diagonal, 1) + 1
    # Parts of one run that crowded seeds kept apart are now the same.
    key, unique = np.unique((diagonal << 32) | left, return_index=True)
    left, diagonal = key & 0xFFFFFFFF, key >> 32
    length = np.minimum(end[unique] - left, diagonal)
    kept = length >= n  # a run that overlaps its twin is one period of a repetition
    return left[kept], (left + diagonal)[kept], length[kept]


def _extended(words: Ints, edge: Ints, diagonal: Ints, step: int) -> Ints:
    """`edge` moved in the direction of `step` as long as the words on the diagonal are the same."""
    edge = edge.copy()
    active = np.arange(len(edge))
    while len(active):
        at = edge[active] + step
        active = active[words[at] == words[at + diagonal[active]]]
        edge[active] += step
    return edge


def _supported(left: Ints, right: Ints, length: Ints, strong: Bools) -> Bools:
    """The strong runs, and those that continue one over a gap, or one that continues one."""
    lane = (right - left) // LANE
    kept = strong.copy()
    known, waiting = np.flatnonzero(strong), np.flatnonzero(~strong)
    for _ in range(ROUNDS):
        if not len(known) or not len(waiting):
            break
        start = (lane[known] << 32) | left[known]
        order = np.argsort(start)
        start = start[order]
        reach = np.maximum.accumulate(start + length[known][order])
        near = np.zeros(len(waiting), dtype=np.bool_)
        for step in (-1, 0, 1):
            at = ((lane[waiting] + step) << 32) | left[waiting]
            before = np.searchsorted(start, at + length[waiting] + GAP, "right")
            near |= (before > 0) & (reach[before - 1] >= at - GAP)
        known, waiting = waiting[near], waiting[~near]
        kept[known] = True
    return kept
