"""What differs between two texts that say the same, word by word."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, cast

from dmreader.comparing.difference_words import Word, chunks, folded, words
from dmreader.model import Span

ChangeKind = Literal["same", "changed", "added", "left out", "moved"]

_MOVED = 3  # words in a row that stand elsewhere in the other text: moved
_ISLAND = 1  # words that stayed between two changes,
_SEA = 4  # of so many words each: joined to them
_LARGEST = 25_000_000  # words times words: beyond, all between the first and the last difference is changed

Run = tuple[bool, int, int, int, int]
"""Whether words i to j of one text and words k to m of the other are the same."""


class Change(NamedTuple):
    """A run of words of `a` (may be empty) against a run of words of `b` (may be empty), as offsets.

    Words that were moved are told twice, where they stand in `a` and where they stand in `b`.
    """

    kind: ChangeKind
    a: Span
    b: Span


def differences(a: str, b: str) -> list[Change]:
    """The changes that make `a` into `b`, in order; all words of both are covered; spans are offsets.

    A longest common subsequence of words (Hyyrö 2004, by rapidfuzz), first of what white space parts, then of
    words within what differs. Case counts unless one of the texts has no capital letters; what a tokeniser
    parted (`did n't`, `blue - colored`) is the same, and marks alone make no difference.
    """
    if a == b:
        return [Change("same", Span(0, len(a)), Span(0, len(b)))] if a.strip() else []
    fold = folded(a, b)
    x, y = chunks(a, fold), chunks(b, fold)
    row_a: list[Word] = []
    row_b: list[Word] = []
    runs: list[Run] = []
    # What is left out and what stands in its place make one run, so that they are compared with each other.
    for same, i, j, k, m in _merged(_runs([w[0] for w in x], [w[0] for w in y])):
        if same:
            piece_a, piece_b = x[i:j], y[k:m]
            inner = [(True, 0, j - i, 0, m - k)]
        else:
            piece_a, piece_b = _words(a, x[i:j], fold), _words(b, y[k:m], fold)
            inner = _runs([w[0] for w in piece_a], [w[0] for w in piece_b])
        p, q = len(row_a), len(row_b)
        runs += [(s, p + e, p + f, q + g, q + h) for s, e, f, g, h in inner]
        row_a += piece_a
        row_b += piece_b
    return list(_changes(a, b, row_a, row_b, _joined(_merged(runs))))


def _words(text: str, row: Sequence[Word], fold: bool) -> list[Word]:
    return words(text, row[0][1], row[-1][2], fold) if row else []


def _runs(x: Sequence[str], y: Sequence[str]) -> list[Run]:
    """The runs of the same and of different keys, in order."""
    if not x or not y:
        return [(False, 0, len(x), 0, len(y))] if x or y else []
    if len(x) * len(y) > _LARGEST:
        return _outside(x, y)
    from rapidfuzz.distance import Indel

    found = cast(list[tuple[str, int, int, int, int]], Indel.opcodes(x, y).as_list())
    return [(tag == "equal", i, j, k, m) for tag, i, j, k, m in found]


def _outside(x: Sequence[str], y: Sequence[str]) -> list[Run]:
    """What is the same at the beginning and at the end; the rest differs."""
    short = min(len(x), len(y))
    head = next((i for i in range(short) if x[i] != y[i]), short)
    tail = next((i for i in range(short - head) if x[-1 - i] != y[-1 - i]), short - head)
    n, m = len(x) - tail, len(y) - tail
    return [(True, 0, head, 0, head), (False, head, n, head, m), (True, n, len(x), m, len(y))]


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbouring runs of one kind made one, empty ones dropped."""
    found: list[Run] = []
    for same, i, j, k, m in runs:
        if i == j and k == m:
            continue
        if found and found[-1][0] == same:
            found[-1] = (same, found[-1][1], j, found[-1][3], m)
        else:
            found.append((same, i, j, k, m))
    return found


def _joined(runs: list[Run]) -> list[Run]:
    """Small islands of the same words between large changes made part of them."""
    found: list[Run] = []
    for n, run in enumerate(runs):
        same, i, j, _, _ = run
        if same and j - i <= _ISLAND and 0 < n < len(runs) - 1:
            sizes = [max(r[2] - r[1], r[4] - r[3]) for r in (runs[n - 1], runs[n + 1])]
            if min(sizes) >= _SEA:
                run = (False, *run[1:])
        found.append(run)
    return _merged(found)


def _changes(
    a: str, b: str, row_a: Sequence[Word], row_b: Sequence[Word], runs: Sequence[Run]
) -> Iterator[Change]:
    left, added = _moved(row_a, row_b, runs)
    at_a, at_b = _spans(row_a, len(a)), _spans(row_b, len(b))
    for same, i, j, k, m in runs:
        if same:
            yield Change("same", at_a(i, j), at_b(k, m))
        elif left.isdisjoint(range(i, j)) and added.isdisjoint(range(k, m)):
            kind: ChangeKind = "left out" if k == m else "added" if i == j else "changed"
            yield Change(kind, at_a(i, j), at_b(k, m))
        else:
            for moved, e, f in _parted(i, j, left):
                yield Change("moved" if moved else "left out", at_a(e, f), at_b(k, k))
            for moved, e, f in _parted(k, m, added):
                yield Change("moved" if moved else "added", at_a(j, j), at_b(e, f))


def _spans(row: Sequence[Word], length: int) -> Callable[[int, int], Span]:
    def span(i: int, j: int) -> Span:
        if i < j:
            return Span(row[i][1], row[j - 1][2])
        at = row[i][1] if i < len(row) else length
        return Span(at, at)

    return span


def _parted(i: int, j: int, moved: set[int]) -> Iterator[tuple[bool, int, int]]:
    start = i
    for n in range(i + 1, j + 1):
        if n == j or (n in moved) != (start in moved):
            yield start in moved, start, n
            start = n


def _moved(row_a: Sequence[Word], row_b: Sequence[Word], runs: Sequence[Run]) -> tuple[set[int], set[int]]:
    """The words of both texts that differ where they stand, but are in the other text elsewhere, in a row."""
    gone = [(i, j) for same, i, j, _, _ in runs if not same and j - i >= _MOVED]
    come = [(k, m) for same, _, _, k, m in runs if not same and m - k >= _MOVED]
    left: set[int] = set()
    added: set[int] = set()
    if not gone or not come:
        return left, added
    seeds: dict[tuple[str, ...], tuple[int, int]] = {}
    for i, j in gone:
        for n, seed in enumerate(_grams(row_a[i:j]), i):
            seeds.setdefault(seed, (n, j))
    for k, m in come:
        free = k
        for n, seed in enumerate(_grams(row_b[k:m]), k):
            if n < free or seed not in seeds:
                continue
            at, end = seeds[seed]
            length = 0
            while n + length < m and at + length < end:
                if row_a[at + length][0] != row_b[n + length][0] or at + length in left:
                    break
                length += 1
            if length >= _MOVED:
                left.update(range(at, at + length))
                added.update(range(n, n + length))
            free = n + max(1, length)
    return left, added


def _grams(row: Sequence[Word]) -> Iterable[tuple[str, ...]]:
    keys = [word[0] for word in row]
    return zip(*(keys[k:] for k in range(_MOVED)), strict=False)
