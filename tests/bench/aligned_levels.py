"""Which sentences of two reading levels of one text tell the same: both tell it in one order."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_BEADS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_COST = 0.06  # of each sentence beyond the first that a bead takes in on a side
_SURE, _LEAST = 0.3, 0.12  # the cosines from which a pair in a bead is a link, and from which it may be one

Vector = dict[str, float]


class Aligned(NamedTuple):
    """Pairs of sentence numbers that tell the same, and pairs that may."""

    links: set[tuple[int, int]]
    unsure: set[tuple[int, int]]


def align(one: Sequence[str], two: Sequence[str]) -> Aligned:
    """Align two texts in order, one to three sentences with one (Gale and Church 1993)."""
    a, b = _vectors(one, two)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            for m, n in _BEADS:
                if i >= m and j >= n and (i - m, j - n) in best:
                    worth = best[i - m, j - n][0] + _worth(a[i - m : i], b[j - n : j])
                    if (i, j) not in best or worth > best[i, j][0]:
                        best[i, j] = (worth, (m, n))
    links: set[tuple[int, int]] = set()
    unsure: set[tuple[int, int]] = set()
    i, j = len(a), len(b)
    while i or j:
        m, n = best[i, j][1]
        for x in range(i - m, i):
            for y in range(j - n, j):
                alike = _cosine(a[x], b[y])
                if alike >= _LEAST:
                    (links if alike >= _SURE else unsure).add((x, y))
        i, j = i - m, j - n
    for x in range(len(a)):  # what is alike off the order may tell the same again
        unsure |= {(x, y) for y in range(len(b)) if (x, y) not in links and _cosine(a[x], b[y]) >= _SURE}
    return Aligned(links, unsure)


def _worth(a: Sequence[Vector], b: Sequence[Vector]) -> float:
    if not a or not b:
        return 0.0
    whole = _cosine(_sum(a), _sum(b)) * (len(a) + len(b)) / 2
    return whole - _LEAST - _COST * (len(a) + len(b) - 2) if whole >= _LEAST else -1.0


def _vectors(one: Sequence[str], two: Sequence[str]) -> tuple[list[Vector], list[Vector]]:
    """The sentences as runs of four letters, weighed by rarity (TF-IDF)."""
    counts = [Counter(_runs(s)) for s in (*one, *two)]
    often = Counter(run for row in counts for run in row)
    rows = [{r: n * math.log(1 + len(counts) / often[r]) for r, n in row.items()} for row in counts]
    return rows[: len(one)], rows[len(one) :]


def _runs(sentence: str) -> list[str]:
    words = ["^" + "".join(filter(str.isalnum, w)) + "$" for w in sentence.lower().split()]
    return [w[i : i + 4] for w in words for i in range(max(1, len(w) - 3))]


def _sum(rows: Sequence[Vector]) -> Vector:
    total: Counter[str] = Counter()
    for row in rows:
        total.update(row)
    return dict(total)


def _cosine(a: Vector, b: Vector) -> float:
    dot = sum(x * b.get(r, 0.0) for r, x in a.items())
    length = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return dot / length if length else 0.0
