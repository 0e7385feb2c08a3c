"""The last line: the keys that matter most, and where one is."""

from bisect import bisect_right
from collections.abc import Iterable

from rich.cells import cell_len

from dmreader.app.glyphs import Glyphs
from dmreader.app.keys_line import KeysLine
from dmreader.app.line import Piece
from dmreader.reading import CLASSES, Reading
from dmreader.reading.filters import stated


class Status(KeysLine):
    """Six keys at the left; progress or a message, filter, search and place at the right."""

    tone = ("quiet",)

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__(glyphs, "reader", "app")
        self.reading = reading
        self.progress = ""

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """The place always; the keys in what is left."""
        right = self._right()
        while len(right) > 1 and sum(cell_len(text) for text, _ in right) > width:
            right.pop(0)
        return self.keys(width - sum(cell_len(text) for text, _ in right) - 2), right

    def _right(self) -> list[Piece]:
        reading = self.reading
        row = len(reading.sentences(reading.cursor.source))
        said: list[Piece] = []
        if self.progress:
            said.append((f" {self.progress} ", ("strong",)))
        if reading.filter:
            said.append((f" filter: {stated(reading.filter, reading.names)} ", ("filter",)))
        if reading.search is not None:
            said.append((f" {self._found()} ", ("search",)))
        elif reading.step_class != "shared":
            said.append((f" n: {CLASSES[reading.step_class].title} ", ()))
        if not reading.sync:
            said.append((" sync off ", ("filter",)))
        here = reading.cursor.sentence + 1 if row else 0
        said.append((f" sentence {here}/{row} ", ()))
        return said

    def _found(self) -> str:
        search = self.reading.search
        assert search is not None
        at = 0 if self.reading.hit is None else bisect_right(search.hits, self.reading.hit)
        many = len(search.hits)
        return f"{at} of {many} found" if at else f"{many} found"
