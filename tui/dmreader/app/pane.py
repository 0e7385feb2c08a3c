"""One source on screen: header, text and map."""

from collections.abc import Iterable

from textual.widget import Widget

from dmreader.app.flow import Spot
from dmreader.app.glyphs import Glyphs
from dmreader.app.header import SourceHeader
from dmreader.app.map import SourceMap
from dmreader.app.surface import Holder
from dmreader.app.text import SourceText
from dmreader.reading import Reading


class SourcePane(Holder):
    """Holds the three together and hands down what they are to show."""

    def __init__(self, reading: Reading, source: int, glyphs: Glyphs) -> None:
        super().__init__()
        self.source = source
        self.header = SourceHeader(reading, source, glyphs)
        self.text = SourceText(reading, source, glyphs)
        self.map = SourceMap(reading, source, glyphs)

    def compose(self) -> Iterable[Widget]:
        """Header over text and map."""
        yield self.header
        yield self.text
        yield self.map

    def look(self, top: Spot, cursor: int | None, partners: frozenset[int]) -> None:
        """Show the text from `top`, the cursor sentence (or none) and the lit ones."""
        self.text.look(top, cursor, partners)
        units = [unit for unit, _ in self.text.window if unit >= 0]
        self.map.look((units[0], units[-1]) if units else (0, 0), cursor, partners)
        self.header.update()

    def renew(self) -> None:
        """Marks, filter or search have changed."""
        self.text.renew()
        self.map.renew()
