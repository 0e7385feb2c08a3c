"""The words of each source that other sources have word for word."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dmreader.model import Passage


class SharedRun(NamedTuple):
    """Words of one source that stand word for word in every one of `sources` (other ones).

    The runs of a source are in order and never overlap.
    """

    start: int
    end: int
    sources: frozenset[int]


def shared_runs(passages: Iterable[Passage], sources: int) -> tuple[tuple[SharedRun, ...], ...]:
    """The runs of each of `sources` sources; passages that stand in one source only count for nothing.

    Time: n log n for n occurrences.
    """
    # Each edge is (offset, the sources that begin or end there as one number of bits, +1 or -1).
    edges: list[list[tuple[int, int, int]]] = [[] for _ in range(sources)]
    for passage in passages:
        bits = 0
        for place in passage.occurrences:
            bits |= 1 << place.source
        for source, start, end in passage.occurrences:
            others = bits & ~(1 << source)
            if others:
                edges[source] += ((start, others, 1), (end, others, -1))
    return tuple(tuple(_sweep(row)) for row in edges)


def _sweep(edges: list[tuple[int, int, int]]) -> Iterator[SharedRun]:
    """Runs between neighbouring edges, joined where the same sources go on."""
    edges.sort()
    depth: dict[int, int] = {}
    known: dict[int, frozenset[int]] = {}
    begun, last, current = 0, 0, 0
    for at, others, step in edges:
        if at > last:
            covered = 0
            for bits, open_runs in depth.items():
                if open_runs:
                    covered |= bits
            if covered != current:
                if current:
                    if current not in known:
                        known[current] = _sources(current)
                    yield SharedRun(begun, last, known[current])
                begun, current = last, covered
            last = at
        depth[others] = depth.get(others, 0) + step
    if current:
        yield SharedRun(begun, last, _sources(current))


def _sources(bits: int) -> frozenset[int]:
    return frozenset(n for n in range(bits.bit_length()) if bits >> n & 1)
