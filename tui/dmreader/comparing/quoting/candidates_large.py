"""The same pairs of quotations as `candidates.pairs_of` finds, by numpy: runs are sorted, not looked up."""

from collections.abc import Sequence, Set
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dmreader.comparing.quoting.candidates import MANY, RAREST

_Row = NDArray[np.int64]
_BITS = 21


def pairs_large(quotes: Sequence[tuple[int, ...]], rare: Set[int], shift: int) -> list[tuple[int, int]]:
    """The pairs; `shift` added to a word makes it a number from 1 to 2 ** 21 - 1."""
    key, owner = _keys(quotes, rare, shift)
    new = np.append(True, (key[1:] != key[:-1]) | (owner[1:] != owner[:-1]))[: len(key)]
    key, owner = key[new], owner[new]
    first = np.flatnonzero(np.append(True, key[1:] != key[:-1])[: len(key)])
    many = np.diff(np.append(first, len(key)))
    often, start = np.repeat(many, many), np.repeat(first, many)
    shared = np.flatnonzero((often > 1) & (often <= MANY))
    order = shared[np.lexsort((key[shared], often[shared], owner[shared]))]
    own = owner[order]
    head = np.flatnonzero(np.append(True, own[1:] != own[:-1])[: len(own)])
    rank = np.arange(len(own)) - np.repeat(head, np.diff(np.append(head, len(own))))
    chosen = order[rank < RAREST]
    size = often[chosen]
    one = np.repeat(owner[chosen], size)
    other = owner[np.repeat(start[chosen] - (np.cumsum(size) - size), size) + np.arange(size.sum())]
    low, high = np.minimum(one, other), np.maximum(one, other)
    packed = np.unique((low * len(quotes) + high)[low != high])
    return list(zip((packed // len(quotes)).tolist(), (packed % len(quotes)).tolist(), strict=True))


def _keys(quotes: Sequence[tuple[int, ...]], rare: Set[int], shift: int) -> tuple[_Row, _Row]:
    """All runs, packed so that they sort as the words do, and the quotations that have them, sorted."""
    lengths = np.fromiter(map(len, quotes), np.int64, len(quotes))
    words = np.fromiter(chain.from_iterable(quotes), np.int64, int(lengths.sum())) + shift
    owner = np.repeat(np.arange(len(quotes)), lengths)
    a, b, c = words << 2 * _BITS, words << _BITS, words
    whole = owner[2:] == owner[:-2]
    runs = (a[:-2] + b[1:-1] + c[2:])[whole]
    begin = np.cumsum(lengths) - lengths
    single, double = np.flatnonzero(lengths == 1), np.flatnonzero(lengths == 2)
    alone = np.flatnonzero(np.isin(words, np.fromiter(rare, np.int64, len(rare)) + shift))
    key = np.concatenate([runs, a[begin[single]], a[begin[double]] + b[begin[double] + 1], a[alone]])
    who = np.concatenate([owner[:-2][whole], single, double, owner[alone]])
    order = np.lexsort((who, key))
    return key[order], who[order]
