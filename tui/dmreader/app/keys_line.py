"""A line that begins with keys: those to which the registry of commands gives a word in the footer."""

from rich.cells import cell_len
from textual import events

from dmreader.app.footer import commands, keys
from dmreader.app.glyphs import Glyphs
from dmreader.app.keynames import rebound_in
from dmreader.app.line import Line
from dmreader.app.pieces import Piece


class KeysLine(Line):
    """The keys of the commands of `where`; a click on one carries it out."""

    tone: tuple[str, ...] = ()
    """The inks of the words beside the keys."""

    def __init__(self, glyphs: Glyphs, *where: str) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.where = where

    def keys(self, room: int) -> list[Piece]:
        """As many keys, each with its word, as `room` cells hold."""
        return keys(rebound_in(self), self.where, room, self.tone, plain=self.glyphs.plain)

    async def on_click(self, event: events.Click) -> None:
        """The keys can be clicked."""
        at = 0
        left = list(self.pieces(self.size.width)[0])
        clickable = commands(rebound_in(self), *self.where)
        for (key, _), (word, _), command in zip(left[::2], left[1::2], clickable, strict=False):
            at += cell_len(key) + cell_len(word)
            if event.x < at:
                await self.screen.run_action(f"command({command.id!r})")
                return
