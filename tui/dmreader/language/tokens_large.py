"""The words of large texts, by numpy: every piece between two spaces is cut only once."""

from array import array
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from dmreader.language.tokens import Tokens


def cut_large(text: str, cut: "Callable[[str], Tokens]") -> "Tokens":
    """As `cut(text)`, where what `cut` makes of a word hangs on nothing beyond a space or a line end."""
    chunks = text.replace("\n", " ").split(" ")
    table = _Numbered()
    which = np.fromiter(map(table.__getitem__, chunks), np.int64, len(chunks))
    del chunks
    different = cut(" ".join(table))
    starts, ends, ids = map(np.asarray, (different.starts, different.ends, different.ids))
    lengths = np.fromiter(map(len, table), np.int64, len(table)) + 1
    base = np.cumsum(lengths) - lengths  # where each chunk starts in the row of different ones
    first = np.searchsorted(starts, base)  # its first word there, and how many it has
    words = np.diff(first, append=len(starts))
    many, size = words[which], lengths[which]
    shift = np.repeat(np.cumsum(size) - size - base[which], many)
    word = np.repeat(first[which] - (np.cumsum(many) - many), many) + np.arange(len(shift))
    return replace(
        different,
        starts=_array(starts[word] + shift, len(text)),
        ends=_array(ends[word] + shift, len(text)),
        ids=_array(ids[word]),
    )


class _Numbered(dict[str, int]):
    """Numbers what is looked up in order of its first coming."""

    def __missing__(self, key: str) -> int:
        found = self[key] = len(self)
        return found


def _array(values: NDArray[np.int64], most: int = 0) -> "array[int]":
    wide = most >= 2**31
    return array("q" if wide else "i", values.astype(np.int64 if wide else np.int32).tobytes())
