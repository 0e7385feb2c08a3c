"""Runs of the same words in two or more places, with every place."""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec

from dmreader.comparing.runs import Twins, find_runs
from dmreader.comparing.support import Run
from dmreader.comparing.weights import need, row, word_bits
from dmreader.language import Analysis
from dmreader.model import Options, Passage, Place, Progress

_LARGE = 60_000
"""Words from which numpy, where it is installed, saves more time than its import takes."""


def find_passages(analyses: Sequence[Analysis], options: Options, tell: Progress) -> tuple[Passage, ...]:
    """Every maximal run of at least `options.min_words` shared words, in the order of its first place.

    A run counts as shared if it says more than chance would (`weights`), or continues one that does. Every
    place is kept, repeats inside one source, too. A part of a longer run is a passage of its own only if it
    stands in further places. Time and memory grow with the length of the texts, whatever is in them.
    """
    if not analyses:
        return ()
    originals = _originals(analyses)
    chosen = [analyses[s] for s in sorted(set(originals))]
    renumbered = {s: k for k, s in enumerate(sorted(set(originals)))}
    words, offsets = row(chosen)
    size = len(chosen[0].tokens.vocabulary.words)
    n = max(1, options.min_words)
    needed = need(chosen)
    tell("finding passages", 0.2)
    if len(words) >= _LARGE and find_spec("numpy"):
        from dmreader.comparing.runs_large import count, find_runs_large

        bits = word_bits(chosen, options, count(words, size))
        runs, twins = find_runs_large(words, n, bits, needed)
    else:
        counts = Counter(words)
        bits = word_bits(chosen, options, [counts[number] for number in range(size)])
        runs, twins = find_runs(
            words, n, bits, needed, lambda share: tell("finding passages", 0.2 + 0.4 * share)
        )
    tell("finding passages", 0.6)
    copies = [[s for s, o in enumerate(originals) if renumbered[o] == k] for k in range(len(chosen))]
    at = _Places(analyses, offsets, copies)
    classes = list(_classes(words, runs, twins))
    for k, a in enumerate(chosen):
        if len(copies[k]) > 1 and len(a.tokens.ids) >= n:
            classes.append(([offsets[k]], len(a.tokens.ids)))
    # Sources stand in the row in their order: what is first there is first in its source.
    classes.sort(key=lambda found: (found[0][0], found[1]))
    passages = [Passage(length, at.places(where, length)) for where, length in classes]
    tell("finding passages", 1.0)
    return tuple([p for p in passages if len(p.occurrences) > 1])


def _originals(analyses: Sequence[Analysis]) -> list[int]:
    """For each source the first one with the same words: twins of whole sources need no search."""
    first: dict[bytes, int] = {}
    return [first.setdefault(array("i", a.tokens.ids).tobytes(), s) for s, a in enumerate(analyses)]


def _classes(words: "array[int]", runs: Iterable[Run], twins: Twins) -> Iterator[tuple[list[int], int]]:
    """The runs that say the same, put together: all places, as positions in the row, and their length."""
    classes: defaultdict[bytes, list[int]] = defaultdict(list)
    crowds: dict[bytes, int] = {}
    size = words.itemsize
    whole = words.tobytes()
    for left, right, length, crowd in runs:
        key = whole[left * size : (left + length) * size]
        classes[key] += (left, right)
        crowds[key] = crowd
    for key, found in classes.items():
        length = len(key) // size
        if len(found) == 2 >= crowds[key]:  # one run, the left place first
            yield found, length
            continue
        places = set(found)
        if crowds[key] > len(places):  # further places may be parts of longer runs
            others = set(twins(found[0])) - places
            places.update(i for i in others if whole[i * size : (i + length) * size] == key)
        yield sorted(places) if len(places) == 2 else _apart(sorted(places), length), length


def _apart(places: Sequence[int], length: int) -> list[int]:
    """`places` without those that overlap the one before."""
    kept: list[int] = []
    for place in places:
        if not kept or place >= kept[-1] + length:
            kept.append(place)
    return kept


class _Places:
    """From positions in the row to places in the sources."""

    def __init__(
        self, analyses: Sequence[Analysis], offsets: Sequence[int], copies: Sequence[Sequence[int]]
    ) -> None:
        self._offsets = offsets
        self._sources = len(analyses)
        self._rows = [
            [(s, analyses[s].tokens.starts, analyses[s].tokens.ends) for s in sources] for sources in copies
        ]

    def places(self, where: Iterable[int], length: int) -> tuple[Place, ...]:
        """The places of runs of `length` words that begin at `where`, in order."""
        offsets, rows, last = self._offsets, self._rows, length - 1
        found = []
        for position in where:
            k = bisect_right(offsets, position) - 1
            first = position - offsets[k]
            for source, starts, ends in rows[k]:
                found.append(Place(source, starts[first], ends[first + last]))
        if len(self._rows) < self._sources:
            found.sort()  # a source and its copies stand in one place of the row
        return tuple(found)
