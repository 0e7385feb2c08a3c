"""A line that begins with keys: those to which the registry of commands gives a word in the footer."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual import events

from dmreader.app.command import Command
from dmreader.app.commands import COMMANDS
from dmreader.app.glyphs import Glyphs
from dmreader.app.keynames import first_key, keys_of
from dmreader.app.line import Line, Piece


class KeysLine(Line):
    """The keys of the commands of `where`; a click on one carries it out."""

    tone: tuple[str, ...] = ()
    """The component classes of the words beside the keys."""

    def __init__(self, glyphs: Glyphs, *where: str) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.where = where

    def keys(self, room: int) -> list[Piece]:
        """As many keys, each with its word, as `room` cells hold."""
        pieces: list[Piece] = []
        for command in self._commands():
            key, word = f" {first_key(self, command, plain=self.glyphs.plain)}", f" {command.footer} "
            room -= cell_len(key) + cell_len(word)
            if room < 0:
                break
            pieces += [(key, ("key",)), (word, self.tone)]
        return pieces

    def _commands(self) -> Iterator[Command]:
        return (c for c in COMMANDS if c.footer and c.where in self.where and keys_of(self, c))

    async def on_click(self, event: events.Click) -> None:
        """The keys can be clicked."""
        at = 0
        left = list(self.pieces(self.size.width)[0])
        for (key, _), (word, _), command in zip(left[::2], left[1::2], self._commands(), strict=False):
            at += cell_len(key) + cell_len(word)
            if event.x < at:
                await self.screen.run_action(f"command({command.id!r})")
                return
