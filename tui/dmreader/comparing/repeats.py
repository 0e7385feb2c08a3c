"""Where n-grams of a row of numbers stand again, as stretches of neighbours that are repeated together."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress, count, pairwise
from operator import ne
from typing import NamedTuple

# Where the lower halves of numbers stand, on this machine.
_LOW = slice(memoryview(array("i", [1])).cast("B").cast("H")[1], None, 2)

_FEW, _MANY = 8, 256  # keys that are looked up at a time, and many of which are compared


class Stretch(NamedTuple):
    """The n-grams at `first` to `end` (half open) stand there first, and again each of `shifts` words later.

    `shifts` rise and are never empty.
    """

    first: int
    end: int
    shifts: list[int]


class Repeats:
    """Where the n-grams of `row` stand again; the last number of `row` must be its largest.

    Neighbouring n-grams are mostly repeated together, so that there are far fewer stretches than n-grams.
    Time is that of looking each n-gram up once, in C, and some of Python's for each stretch; all stretches
    together have no more places than there are words.
    """

    def __init__(self, row: "array[int]", n: int) -> None:
        labels = _labels(row, n)
        self.labels = labels.first
        self.stretches = list(_stretches(labels))
        self._firsts = [stretch.first for stretch in self.stretches]

    def sizes(self) -> Counter[int]:
        """How many n-grams stand in how many places, for two places and more."""
        found: Counter[int] = Counter()
        for first, end, shifts in self.stretches:
            found[len(shifts) + 1] += end - first
        return found

    def size(self, i: int) -> int:
        """In how many places the n-gram at `i` stands, which stands in two or more."""
        return len(self._of(i).shifts) + 1

    def places(self, i: int) -> list[int]:
        """All places of the n-gram at `i`, which stands in two or more."""
        first = self.labels[i]
        return [first, *(first + shift for shift in self._of(i).shifts)]

    def _of(self, i: int) -> Stretch:
        return self.stretches[bisect_right(self._firsts, self.labels[i]) - 1]


class _Labels(NamedTuple):
    """For each position the `first` one that is the same, and where these are no neighbours.

    `breaks` are the positions, but 0, whose first one does not follow that of the position before.
    """

    first: list[int]
    breaks: list[int]


def _labels(row: "array[int]", n: int) -> _Labels:
    """For each position the first one with the same n-gram.

    What is looked up are whole numbers, which takes half the time of tuples and a fraction of their memory:
    four words of 16 bits are one, or the labels of two shorter n-grams that make up the longer one.
    """
    if len(row) < n:
        return _Labels([], [])
    if n >= 4 and row[-1] < 1 << 16:
        size, labels = 4, _first_places(_fours(row))
    else:
        size, labels = 1, _first_places(row)
    while size < n:
        step = min(size, n - size)
        labels = _first_places(_twos(labels.first, step))
        size += step
    return labels


def _first_places(keys: "array[int]") -> _Labels:
    """For each key the position of the first one that is equal.

    What stands again mostly stands again in a row. Comparing that with where it stands first takes a fraction
    of the time of looking up every key in a large dictionary. So keys are looked up a few at a time where the
    last row of copies has ended, and more and more at a time until the next one begins.
    """
    known: dict[int, int] = {}
    labels: list[int] = []
    breaks: list[int] = []
    at, size = 0, _FEW
    while at < len(keys):
        found = list(map(known.setdefault, keys[at : at + size], range(at, len(keys))))
        if at and found[0] != labels[-1] + 1:
            breaks.append(at)
        end = at + len(found)
        if sum(found) < (at + end - 1) * len(found) // 2:  # some stand for the second time
            breaks += [at + k for k, (a, b) in enumerate(pairwise(found), 1) if b != a + 1]
        labels += found
        at, then = end, found[-1] + 1
        copied = alike(keys, then, at, min(at - then, len(keys) - at)) if then < at else 0
        if copied:
            if labels[then] != then:
                breaks.append(at)
            inner = breaks[bisect_right(breaks, then) : bisect_left(breaks, then + copied)]
            breaks += map((at - then).__add__, inner)
            labels += labels[then : then + copied]
            at += copied
        size = _FEW if copied >= _FEW else min(2 * size, _MANY)
    return _Labels(labels, breaks)


def alike(row: "array[int]", one: int, two: int, most: int) -> int:
    """How many numbers from `one` on are those from `two` on, `most` at most."""
    for start in range(0, most, _MANY):
        size = min(_MANY, most - start)
        a, b = row[one + start : one + start + size], row[two + start : two + start + size]
        if a != b:
            return start + next(compress(count(), map(ne, a, b)))
    return most


def _fours(row: "array[int]") -> "array[int]":
    """A number for every four words in a row, which must be less than 2 to the 16th."""
    words = memoryview(memoryview(row).cast("B").cast("H")[_LOW].tobytes() + bytes(8))
    end = len(row) // 4 * 8
    keys = array("Q", bytes(4 * end))
    with memoryview(keys) as every:
        for k in range(4):
            every[k::4] = words[2 * k : end + 2 * k].cast("Q")
    del keys[len(row) - 3 :]
    return keys


def _twos(labels: Sequence[int], step: int) -> "array[int]":
    """A number for each label and the one `step` places later."""
    both = array("i", bytes(8 * (len(labels) - step)))
    both[::2] = array("i", labels[:-step])
    both[1::2] = array("i", labels[step:])
    return array("Q", both.tobytes())


def _stretches(labels: _Labels) -> Iterator[Stretch]:
    """A sweep over the first places of n-grams: copies of rows of them open and close."""
    opening: defaultdict[int, list[int]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for first, end, shift in _copies(labels):
        opening[first].append(shift)
        closing[end].append(shift)
    shifts: set[int] = set()
    for first, end in pairwise(sorted({*opening, *closing})):
        if first in closing:
            shifts.difference_update(closing[first])
        if first in opening:
            shifts.update(opening[first])
        if shifts:
            yield Stretch(first, end, sorted(shifts))


def _copies(labels: _Labels) -> Iterator[tuple[int, int, int]]:
    """Rows of neighbours whose first places are neighbours, too: from where to where, and how much later."""
    edges = [0, *labels.breaks, len(labels.first)] if labels.first else []
    for start, end in pairwise(edges):
        first = labels.first[start]
        if first != start:
            yield first, first + end - start, start - first
