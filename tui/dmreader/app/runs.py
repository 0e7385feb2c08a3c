"""What every character of one unit is: its marks flattened into runs that do not overlap."""

from bisect import bisect_left
from collections.abc import Iterator

from dmreader.app.bits import ALL, CHANGED, HIT, HIT_HERE, KIND, QUOTE
from dmreader.marks import KINDS, MarkKind, partners, pieces
from dmreader.model import Member
from dmreader.reading import Reading

Run = tuple[int, int, int]
"""Start, end (offsets into the source) and bits."""

_KIND_BITS: dict[MarkKind | None, int] = {None: 0, **{kind: n for n, kind in enumerate(KINDS, 1)}}
_MOSTLY = 0.35  # the share of unchanged characters from which single changed words are worth showing


def runs(reading: Reading, source: int, unit: int, start: int, end: int) -> list[Run]:
    """The runs of `unit` from `start` to `end`, in order, without gaps."""
    return _flatten(start, end, [*_marked(reading, source, unit, start, end)])


def _marked(reading: Reading, source: int, unit: int, start: int, end: int) -> Iterator[Run]:
    marks = reading.marks
    if reading.compared and unit < len(marks[source].sentences):
        everyone = len(marks) - 1
        for piece in pieces(reading.comparison, marks, source, unit):
            bits = _KIND_BITS[piece.kind]
            if everyone > 1 and len(piece.sources) == everyone:
                bits |= ALL
            if piece.quote is not None:
                bits |= QUOTE
            yield piece.start, piece.end, bits
        if marks[source].sentences[unit].kind in ("near-verbatim", "reworded"):
            yield from _changed(reading, source, unit)
    if reading.search is not None:
        yield from _hits(reading, source, start, end)


def _changed(reading: Reading, source: int, sentence: int) -> Iterator[Run]:
    """The words that the best partner has otherwise."""
    best = next(iter(partners(reading.comparison, reading.marks, source, sentence)), None)
    if best is None:
        return
    changes = reading.changes(Member(source, sentence), best.link)
    same = sum(c.end - c.start for c in changes if c.kind == "same")
    if same < _MOSTLY * (best.end - best.start):
        return
    for change in changes:
        if change.kind != "same" and change.end > change.start:
            yield change.start, change.end, CHANGED


def _hits(reading: Reading, source: int, start: int, end: int) -> Iterator[Run]:
    assert reading.search is not None
    hits = reading.search.hits
    for hit in hits[bisect_left(hits, (source, start - reading.search.longest)) :]:
        if hit[:2] >= (source, end):
            break
        yield hit.start, hit.end, HIT_HERE if hit == reading.hit else HIT


def _flatten(start: int, end: int, marked: list[Run]) -> list[Run]:
    """Runs with the bits of all that lie over each other; the lowest kind of several counts."""
    edges = [(start, 0), (end, 0)]
    for lo, hi, bits in marked:
        lo, hi = max(lo, start), min(hi, end)
        if lo < hi:
            edges += ((lo, bits), (hi, -bits))
    edges.sort(key=lambda edge: edge[0])
    open_: dict[int, int] = {}
    flat: list[Run] = []
    last = start
    for at, bits in edges:
        if at > last:
            flat.append((last, at, _sum(open_)))
            last = at
        if bits:
            open_[abs(bits)] = open_.get(abs(bits), 0) + (1 if bits > 0 else -1)
    return flat


def _sum(open_: dict[int, int]) -> int:
    bits = kind = 0
    for each, depth in open_.items():
        if depth:
            bits |= each & ~KIND
            kind = min(kind or KIND, each & KIND or KIND)
    return bits | (kind % KIND)
