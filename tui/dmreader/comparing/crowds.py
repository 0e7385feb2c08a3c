"""Which sources have each word of one source, where passages stand in so many that pairs are too many."""

from collections import defaultdict
from collections.abc import Iterator

_FLAGS = [bytes(byte >> bit & 1 for byte in range(256)) for bit in range(8)]


class Crowds:
    """A row of sets, one for each word of a source; a set is a whole number with one bit a source.

    Sets are put on stretches of words and read off when all are there. A stretch is kept as two that overlap,
    with powers of two as lengths, and halved again and again at the end (a sparse table turned around: Bender
    and Farach-Colton 2000), so that its length costs nothing.
    """

    def __init__(self, words: int, sources: int) -> None:
        self._words, self._sources = words, sources
        self._levels: list[dict[int, int]] = [defaultdict(int) for _ in range(words.bit_length() + 1)]

    def put(self, sources: int, first: int, length: int) -> None:
        """Put the set `sources` on `length` words from `first` on."""
        k = length.bit_length() - 1
        level = self._levels[k]
        level[first] |= sources
        level[first + length - (1 << k)] |= sources

    def rows(self) -> Iterator[bytearray]:
        """For each source in turn, a row of flags: which words it has."""
        for k in range(len(self._levels) - 1, 0, -1):
            half, below = 1 << (k - 1), self._levels[k - 1]
            for i, sources in self._levels[k].items():
                below[i] |= sources
                below[i + half] |= sources
            self._levels[k].clear()
        size = self._sources // 8 + 1
        has = self._levels[0]
        none = bytes(size)
        whole = b"".join([has[i].to_bytes(size, "little") if i in has else none for i in range(self._words)])
        for source in range(self._sources):
            yield bytearray(whole[source // 8 :: size].translate(_FLAGS[source % 8]))
