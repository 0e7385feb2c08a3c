"""The last line: the keys that matter most, and where one is."""

from collections.abc import Iterable

from dmreader.app.footer import places
from dmreader.app.glyphs import Glyphs
from dmreader.app.keys_line import KeysLine
from dmreader.app.pieces import Piece, cells
from dmreader.reading import Reading


class Status(KeysLine):
    """Six keys at the left; progress or a message, filter, search and place at the right."""

    tone = ("quiet",)

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__(glyphs, "reader", "app")
        self.reading = reading
        self.progress = ""

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """The place always; the keys in what is left."""
        right = places(self.reading, self.progress, width)
        return self.keys(width - cells(right) - 2), right
