"""The line of all sources, shown when not all have a pane."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events

from dmreader.app.glyphs import Glyphs
from dmreader.app.header import SourceHeader
from dmreader.app.line import Line
from dmreader.app.pieces import Piece
from dmreader.app.tabs_names import tabs
from dmreader.reading import Reading


class Tabs(Line):
    """Every source by name: the one at the cursor, those in view, and those that are not."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.shown: list[int] = []

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """See `tabs_names.tabs`."""
        return tabs(self.reading, self.glyphs, self.shown, width)

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
