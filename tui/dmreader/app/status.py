"""The last line: the keys that matter most, and where one is."""

from bisect import bisect_right
from collections.abc import Iterable

from rich.cells import cell_len
from textual import events

from dmreader.app.commands import COMMANDS
from dmreader.app.glyphs import Glyphs
from dmreader.app.keynames import first_key, keys_of
from dmreader.app.line import Line, Piece
from dmreader.reading import CLASSES, Reading
from dmreader.reading.filters import stated

HERE = ("reader", "app")  # whose commands the line shows


class Status(Line):
    """Six keys at the left; progress or a message, filter, search and place at the right."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.progress = ""

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """The place always; the keys in what is left."""
        right = self._right()
        while len(right) > 1 and sum(cell_len(text) for text, _ in right) > width:
            right.pop(0)
        room = width - sum(cell_len(text) for text, _ in right) - 2
        left: list[Piece] = []
        for command in (c for c in COMMANDS if c.footer and c.where in HERE and keys_of(self, c)):
            key, word = f" {first_key(self, command, plain=self.glyphs.plain)}", f" {command.footer} "
            room -= cell_len(key) + cell_len(word)
            if room < 0:
                break
            left += [(key, ("key",)), (word, ("quiet",))]
        return left, right

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

    async def on_click(self, event: events.Click) -> None:
        """The keys can be clicked."""
        at = 0
        commands = iter(c for c in COMMANDS if c.footer and c.where in HERE and keys_of(self, c))
        left = list(self.pieces(self.size.width)[0])
        for (key, _), (word, _) in zip(left[::2], left[1::2], strict=True):
            at += cell_len(key) + cell_len(word)
            command = next(commands)
            if event.x < at:
                await self.screen.run_action(f"command({command.id!r})")
                return
