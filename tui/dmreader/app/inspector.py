"""The pair view under the panes."""

from typing import ClassVar

from dmreader.app.glyphs import Glyphs
from dmreader.app.inspection import inspect
from dmreader.app.lines import Lines, Row
from dmreader.marks import KINDS
from dmreader.reading import Reading


class Inspector(Lines):
    """Every partner of the sentence at the cursor; it makes its rows anew when the cursor has moved."""

    prefix = "inspector"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"inspector--sign-{kind}" for kind in (*KINDS, "quote")),
        *(
            f"inspector--{name}"
            for name in ("strong", "quiet", "name", "key", "quote", "left-out", "added", "more")
        ),
    }

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self._of: object = None

    def rows(self, width: int) -> list[Row]:
        """What is to be said about the cursor's sentence."""
        return inspect(self.reading, self.glyphs, width)

    def look(self) -> None:
        """Show what belongs to the present cursor."""
        now = (self.reading.comparison, self.reading.cursor, self.reading.round)
        if now != self._of:
            self._of = now
            self.renew()
