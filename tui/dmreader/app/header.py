"""The line above a pane: the source's name and title, and how much of it others have."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.message import Message

from dmreader.app.glyphs import Glyphs
from dmreader.app.line import Line, Piece, fitted
from dmreader.marks import counted, percent
from dmreader.reading import Reading

_TITLE = 24  # cells of a title for which the figures are said in signs


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
        long, short = figures_of(self.reading, self.source, self.glyphs)
        title = source.title if source.title != source.name else ""
        name = fitted(source.name, max(1, min(cell_len(source.name), width // 2)), self.glyphs.ellipsis)
        room = width - cell_len(name) - 2
        wanted = min(cell_len(title), _TITLE) + 4 if title else 1
        figures = long if cell_len(long) + wanted <= room else short if cell_len(short) + 1 <= room else ""
        room -= cell_len(figures) + 4
        left: list[Piece] = [(f" {name} ", here)]
        if room >= 8 and title:
            left.append((" " + fitted(title, room, self.glyphs.ellipsis), ("quiet",)))
        return left, [(figures + " ", ("quiet",))] if figures else []

    def on_click(self, event: events.Click) -> None:
        """A click goes to this source."""
        event.stop()
        self.post_message(self.Chosen(self.source))


def figures_of(reading: Reading, source: int, glyphs: Glyphs) -> tuple[str, str]:
    """A source in figures: in words, and in signs for a narrow pane."""
    if not reading.compared or len(reading.comparison.sources) < 2:
        said = counted(len(reading.sentences(source)), "sentence") if reading.compared else ""
        return said, said
    figures = reading.comparison.summary.sources[source]
    shared, unique = percent(figures.shared), figures.unique_sentences
    return (
        f"{shared} shared {glyphs.dot} {unique} only here",
        f"{shared} {glyphs.dot} {unique}{glyphs.marks['unique']}",
    )
