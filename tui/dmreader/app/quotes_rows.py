"""The list of quotations: one row each, and only those in view are ever made."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.message import Message

from dmreader.app.glyphs import Glyphs
from dmreader.app.line import Line
from dmreader.app.lines import Lines
from dmreader.app.pieces import Piece, Row
from dmreader.app.quotes_columns import Cells
from dmreader.reading import Reading
from dmreader.reading.quotations import Quotation


class QuoteRows(Lines):
    """The listed quotations with the chosen one marked."""

    prefix = "overview"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"overview--chosen"}

    class Pointed(Message):
        """A row was clicked; `again` for a double click."""

        def __init__(self, at: int, again: bool) -> None:
            super().__init__()
            self.at, self.again = at, again

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.cells = Cells(reading, glyphs)
        self.none = ""
        self.listed: Sequence[Quotation] = ()
        self.at = 0

    def show(self, listed: Sequence[Quotation], none: str) -> None:
        """List others; `none` is said when there are none."""
        self.listed, self.none = listed, none
        self.renew()

    def look(self, at: int) -> None:
        """Choose a row and bring it into view."""
        self.at = at
        height = max(1, self.size.height)
        first = min(self.first, max(0, len(self.listed) - height), at)
        self.first = max(0, first, at - height + 1)
        self.repaint()

    def on_resize(self) -> None:
        """The chosen row stays in view."""
        self.look(self.at)

    def rows(self, width: int) -> list[Row]:  # noqa: ARG002 - they are as many at any width
        """Nothing is made beforehand: `row` is asked for what is in view."""
        return [()] * max(1, len(self.listed))

    def row(self, at: int) -> Row:
        """One quotation."""
        if not self.listed:
            return [(f" {self.none}", ("quiet",))]
        tone = ("chosen",) if at == self.at else ()
        return list(self.cells.row(self.listed[at], max(1, self.size.width - 1), tone))

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row."""
        at = self.first + event.y
        if at < len(self.listed):
            self.post_message(self.Pointed(at, event.chain > 1))


class QuoteHeads(Line):
    """The headings over the list."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.cells = Cells(reading, glyphs)
        self.said = ""

    def tell(self, said: str) -> None:
        """Say how the list is ordered."""
        self.said = said
        self.update()

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """As the rows share out the width."""
        return list(self.cells.heads(max(1, width - 1), self.said, self)), ()
