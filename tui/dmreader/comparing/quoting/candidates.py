"""Which quotations may be the same: pairs that share what few quotations have."""

from collections import Counter
from collections.abc import Sequence, Set
from importlib.util import find_spec

MANY = 40
"""A run of words in more quotations than this is a turn of phrase and ties nothing."""
RAREST = 4
"""Runs of a quotation by which others are looked for: its rarest."""
_LARGE = 5000
"""Quotations from which numpy, where it is installed, saves more than its import takes."""
_WORDS = 1 << 20
"""Different words that a run of three can be packed of."""


def candidates(quotes: Sequence[tuple[int, ...]], rare: Set[int]) -> list[tuple[int, int]]:
    """Pairs of `quotes`, given as their words, in order.

    Both share a run of three words that is rare for one of them, the same few words, or a `rare` one.
    """
    if len(quotes) >= _LARGE and find_spec("numpy"):
        lowest = min((min(words) for words in quotes if words), default=0)
        if max((max(words) for words in quotes if words), default=0) - lowest < _WORDS:
            from dmreader.comparing.quoting.candidates_large import pairs_large

            return pairs_large(quotes, rare, 1 - lowest)
    return pairs_of(quotes, rare)


def pairs_of(quotes: Sequence[tuple[int, ...]], rare: Set[int]) -> list[tuple[int, int]]:
    """The pairs, without numpy."""
    keys: list[set[tuple[int, ...]]] = []
    often: Counter[tuple[int, ...]] = Counter()
    for words in quotes:
        own: set[tuple[int, ...]] = set(zip(words, words[1:], words[2:], strict=False))
        if words and not own:
            own.add(words)
        own.update((x,) for x in set(words) & rare)
        often.update(own)
        keys.append(own)
    places: dict[tuple[int, ...], list[int]] = {key: [] for key, n in often.items() if 1 < n <= MANY}
    shared = [[key for key in own if key in places] for own in keys]
    for k, found in enumerate(shared):
        for key in found:
            places[key].append(k)
    pairs = set()
    for k, found in enumerate(shared):
        near: set[int] = set()
        for _, key in sorted([(often[key], key) for key in found])[:RAREST]:
            near.update(places[key])
        near.discard(k)
        pairs.update([(k, other) if k < other else (other, k) for other in near])
    return sorted(pairs)
