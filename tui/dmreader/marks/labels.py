"""Short names for sources and their sentences, as margins and lists have room for."""

from bisect import bisect_right
from collections.abc import Sequence
from string import ascii_uppercase

from dmreader.model import Comparison

_LONGEST = 10


def labels(names: Sequence[str]) -> tuple[str, ...]:
    """One label a source: the names where all are short and different, otherwise letters, or numbers."""
    if len(set(names)) == len(names) and all(
        name.isprintable() and len(name.split()) == 1 and len(name) <= _LONGEST for name in names
    ):
        return tuple(names)
    if len(names) <= len(ascii_uppercase):
        return tuple(ascii_uppercase[: len(names)])
    return tuple(str(number) for number in range(1, len(names) + 1))


def sentence_at(comparison: Comparison, source: int, offset: int) -> int:
    """The number (from 0) of the sentence of `source` that holds `offset`, or the last one before it."""
    starts = comparison.sentences[source]
    return max(0, bisect_right(starts, offset, key=lambda span: span.start) - 1)
