"""The line above a pane."""

from collections.abc import Iterable

from textual import events
from textual.message import Message

from dmreader.app.glyphs import Glyphs
from dmreader.app.heads import head
from dmreader.app.line import Line
from dmreader.app.pieces import Piece
from dmreader.reading import Reading


class SourceHeader(Line):
    """Name, title, share and the count of sentences only here."""

    class Chosen(Message):
        """The header was clicked."""

        def __init__(self, source: int) -> None:
            super().__init__()
            self.source = source

    def __init__(self, reading: Reading, source: int, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.source = source
        self.glyphs = glyphs

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """See `heads.head`."""
        return head(self.reading, self.source, self.glyphs, width)

    def on_click(self, event: events.Click) -> None:
        """A click goes to this source."""
        event.stop()
        self.post_message(self.Chosen(self.source))
