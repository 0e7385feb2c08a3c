"""The pair view under the panes."""

from dmreader.app.glyphs import Glyphs
from dmreader.app.inspection import inspect
from dmreader.app.lines import Lines
from dmreader.app.pieces import Row
from dmreader.model import Member
from dmreader.reading import Reading


class Inspector(Lines):
    """Every partner of the sentence at the cursor; it makes its rows anew when the cursor has moved."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self._of: object = None

    def rows(self, width: int) -> list[Row]:
        """What is to be said about the cursor's sentence."""
        self._of = self._now()
        return inspect(self.reading, self.glyphs, width)

    def look(self) -> None:
        """Show what belongs to the present cursor."""
        if self._now() != self._of:
            self.renew()

    def _now(self) -> tuple[int, Member, tuple[Member, int, int] | None, int | None]:
        return id(self.reading.comparison), self.reading.cursor, self.reading.round, self.reading.quote
