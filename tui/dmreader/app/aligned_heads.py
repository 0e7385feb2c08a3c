"""The line over the aligned rows: the name of each column."""

from collections.abc import Iterable

from rich.cells import cell_len

from dmreader.app.aligned_rows import AlignedRows
from dmreader.app.glyphs import Glyphs
from dmreader.app.line import Line
from dmreader.app.pieces import Piece, fitted
from dmreader.reading import Reading


class AlignedHeads(Line):
    """One name over each column of `rows`."""

    def __init__(self, reading: Reading, glyphs: Glyphs, rows: AlignedRows) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.rows = rows

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """The names; `width` is shared out as the rows share it."""
        heads: list[Piece] = []
        each = min(width, self.rows.column_width)
        for source in self.rows.columns:
            name = f" {fitted(self.reading.names[source], max(1, each - 6), self.glyphs.ellipsis)} "
            here = source == self.reading.cursor.source
            heads.append(("   ", ()))
            heads.append((name, ("here",) if here else ("strong",)))
            heads.append((" " * max(0, each - cell_len(name) - 3), ()))
        return heads, ()
