"""The line of all sources, shown when not all have a pane."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events

from dmreader.app.glyphs import Glyphs
from dmreader.app.header import SourceHeader, figures_of
from dmreader.app.line import Line, Piece, fitted
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
        pieces: list[Piece] = []
        for source, name in enumerate(names):
            label = f" {source + 1} {fitted(name, room, self.glyphs.ellipsis)} "
            here = source == self.reading.cursor.source
            names_of = ("here",) if here else () if source in self.shown else ("quiet",)
            pieces.append((label, names_of))
        while sum(cell_len(text) for text, _ in pieces) > width and len(pieces) > 1:
            gone = 0 if pieces[-1][1] == ("here",) or self.reading.cursor.source > len(pieces) // 2 else -1
            pieces.pop(gone)
        right: list[Piece] = []
        if len(self.shown) == 1:
            figures, _ = figures_of(self.reading, self.reading.cursor.source, self.glyphs)
            if sum(cell_len(text) for text, _ in pieces) + cell_len(figures) < width:
                right = [(figures + " ", ("quiet",))]
        return pieces, right

    def on_click(self, event: events.Click) -> None:
        """A click goes to that source."""
        at = 0
        for text, _ in self.pieces(self.size.width)[0]:
            at += cell_len(text)
            if event.x < at:
                self.post_message(SourceHeader.Chosen(int(text.split()[0]) - 1))
                return
