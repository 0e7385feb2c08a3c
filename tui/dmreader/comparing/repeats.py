"""Where n-grams of a row of numbers stand again, as stretches of neighbours that are repeated together."""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, islice, pairwise, repeat
from operator import ne, sub
from typing import NamedTuple

# Where the lower halves of numbers stand, on this machine.
_LOW = slice(memoryview(array("i", [1])).cast("B").cast("H")[1], None, 2)


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
        self.labels = _labels(row, n)
        self.stretches = list(_stretches(self.labels))
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


def _labels(row: "array[int]", n: int) -> list[int]:
    """For each position the first one with the same n-gram.

    What is looked up are whole numbers, which takes half the time of tuples and a fraction of their memory:
    four words of 16 bits are one, or the labels of two shorter n-grams that make up the longer one.
    """
    if len(row) < n:
        return []
    if n >= 4 and row[-1] < 1 << 16:
        size, labels = 4, _first_places(_fours(row), len(row) - 3)
    else:
        size, labels = 1, _first_places(row, len(row))
    while size < n:
        step = min(size, n - size)
        labels = _first_places(_twos(labels, step), len(labels) - step)
        size += step
    return labels


def _first_places(keys: Iterable[int], count: int) -> list[int]:
    """For each of the first `count` keys the position of the first one that is equal."""
    first: dict[int, int] = {}
    return list(map(first.setdefault, keys, range(count)))


def _fours(row: "array[int]") -> Iterable[int]:
    """A number for every four words in a row, which must be less than 2 to the 16th."""
    words = memoryview(memoryview(row).cast("B").cast("H")[_LOW].tobytes() + bytes(8))
    end = len(row) // 4 * 8
    return chain.from_iterable(zip(*(words[k : end + k].cast("Q") for k in (0, 2, 4, 6)), strict=True))


def _twos(labels: Sequence[int], step: int) -> Iterable[int]:
    """A number for each label and the one `step` places later."""
    both = array("i", bytes(8 * (len(labels) - step)))
    both[::2] = array("i", labels[:-step])
    both[1::2] = array("i", labels[step:])
    return memoryview(both).cast("B").cast("Q")


def _stretches(labels: Sequence[int]) -> Iterator[Stretch]:
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


def _copies(labels: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Rows of neighbours whose first places are neighbours, too: from where to where, and how much later."""
    if not labels:
        return
    together = map(sub, islice(labels, 1, None), labels)
    breaks: Iterable[int] = compress(range(1, len(labels)), map(ne, together, repeat(1)))
    for start, end in pairwise([0, *breaks, len(labels)]):
        first = labels[start]
        if first != start:
            yield first, first + end - start, start - first
