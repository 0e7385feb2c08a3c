"""The line of all sources, shown when not all have a pane."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual import events

from dmreader.app.glyphs import Glyphs
from dmreader.app.header import SourceHeader, figures_of
from dmreader.app.line import Line, Piece, fitted
from dmreader.marks import labels
from dmreader.reading import Reading


class Tabs(Line):
    """Every source by name: the one at the cursor, those in view, and those that are not."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.shown: list[int] = []

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """As many names as there is room for, the cursor's one among them."""
        names = self.reading.names
        room = max(4, width // max(1, min(len(names), 6)) - 5)
        pieces = self._pieces(tuple(fitted(name, room, self.glyphs.ellipsis) for name in names))
        if _cells(pieces) > width:
            pieces = self._cut(self._pieces(labels(names)), width)
        right: list[Piece] = []
        if len(self.shown) == 1:
            figures, _ = figures_of(self.reading, self.reading.cursor.source, self.glyphs)
            if _cells(pieces) + cell_len(figures) < width:
                right = [(figures + " ", ("quiet",))]
        return pieces, right

    def _pieces(self, names: Sequence[str]) -> list[Piece]:
        here = self.reading.cursor.source
        return [
            (f" {s + 1} {name} ", ("here",) if s == here else () if s in self.shown else ("quiet",))
            for s, name in enumerate(names)
        ]

    def _cut(self, pieces: list[Piece], width: int) -> list[Piece]:
        """Those around the cursor's one that have room, with a sign where others are left out."""
        here, more = self.reading.cursor.source, (f" {self.glyphs.ellipsis} ", ("quiet",))
        first, last = 0, len(pieces)
        while last - first > 1:
            cut = [more] * (first > 0) + pieces[first:last] + [more] * (last < len(pieces))
            if _cells(cut) <= width:
                return cut
            first, last = (first + 1, last) if here - first >= last - here else (first, last - 1)
        return pieces[first:last]

    def on_click(self, event: events.Click) -> None:
        """A click goes to that source."""
        at = 0
        for text, _ in self.pieces(self.size.width)[0]:
            at += cell_len(text)
            if event.x < at:
                number = text.split()[0]
                if number.isdecimal():
                    self.post_message(SourceHeader.Chosen(int(number) - 1))
                return


def _cells(pieces: Iterable[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)
