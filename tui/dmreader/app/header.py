"""The line above a pane: the source's name and title, and how much of it others have."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.message import Message

from dmreader.app.glyphs import Glyphs
from dmreader.app.line import Line, Piece, fitted
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
        """The name always, the figures where there is room, the title in what is left."""
        source = self.reading.comparison.sources[self.source]
        here = ("here",) if self.reading.cursor.source == self.source else ("strong",)
        figures = figures_of(self.reading, self.source, self.glyphs)
        name = fitted(source.name, max(1, min(cell_len(source.name), width // 2)), self.glyphs.ellipsis)
        room = width - cell_len(name) - 2
        short = figures.split(f" {self.glyphs.dot} ")[0]
        figures = next((f for f in (figures, short) if f and cell_len(f) + 1 <= room), "")
        room -= cell_len(figures) + 4
        left: list[Piece] = [(f" {name} ", here)]
        if room >= 8 and source.title and source.title != source.name:
            left.append((" " + fitted(source.title, room, self.glyphs.ellipsis), ("quiet",)))
        return left, [(figures + " ", ("quiet",))] if figures else []

    def on_click(self, event: events.Click) -> None:
        """A click goes to this source."""
        event.stop()
        self.post_message(self.Chosen(self.source))


def figures_of(reading: Reading, source: int, glyphs: Glyphs) -> str:
    """A source in figures, shortly."""
    if not reading.compared or len(reading.comparison.sources) < 2:
        return f"{len(reading.sentences(source))} sentences" if reading.compared else ""
    figures = reading.comparison.summary.sources[source]
    return f"{figures.shared:.0%} shared {glyphs.dot} {figures.unique_sentences} only here"
