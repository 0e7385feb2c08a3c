"""All sources by name in one row: what the line of tabs says."""

from collections.abc import Sequence

from rich.cells import cell_len

from dmreader.app.glyphs import Glyphs
from dmreader.app.heads import figures_of
from dmreader.app.pieces import Piece, cells, fitted
from dmreader.marks import labels
from dmreader.reading import Reading


def tabs(
    reading: Reading, glyphs: Glyphs, shown: Sequence[int], width: int
) -> tuple[list[Piece], list[Piece]]:
    """As many names as there is room for, the cursor's one among them; figures if `shown` is one source."""
    names = reading.names
    room = max(4, width // max(1, min(len(names), 6)) - 5)
    pieces = _pieces(reading, tuple(fitted(name, room, glyphs.ellipsis) for name in names), shown)
    if cells(pieces) > width:
        pieces = _cut(reading, glyphs, _pieces(reading, labels(names), shown), width)
    right: list[Piece] = []
    if len(shown) == 1:
        figures, _ = figures_of(reading, reading.cursor.source, glyphs)
        if cells(pieces) + cell_len(figures) < width:
            right = [(figures + " ", ("quiet",))]
    return pieces, right


def _pieces(reading: Reading, names: Sequence[str], shown: Sequence[int]) -> list[Piece]:
    here = reading.cursor.source
    return [
        (f" {s + 1} {name} ", ("here",) if s == here else () if s in shown else ("quiet",))
        for s, name in enumerate(names)
    ]


def _cut(reading: Reading, glyphs: Glyphs, pieces: list[Piece], width: int) -> list[Piece]:
    """Those around the cursor's one that have room, with a sign where others are left out."""
    here, more = reading.cursor.source, (f" {glyphs.ellipsis} ", ("quiet",))
    first, last = 0, len(pieces)
    while last - first > 1:
        cut = [more] * (first > 0) + pieces[first:last] + [more] * (last < len(pieces))
        if cells(cut) <= width:
            return cut
        first, last = (first + 1, last) if here - first >= last - here else (first, last - 1)
    return pieces[first:last]
