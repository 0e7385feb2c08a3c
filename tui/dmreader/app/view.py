"""What every further view has in common: a title above, its keys below, and the reading it shows."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual import events

from dmreader.app.bindings import Commanded
from dmreader.app.closing import Closing
from dmreader.app.command import Command
from dmreader.app.commands import COMMANDS
from dmreader.app.glyphs import Glyphs
from dmreader.app.keynames import first_key, keys_of
from dmreader.app.line import Line, Piece, fitted
from dmreader.app.sheets import sheets
from dmreader.model import Member
from dmreader.reading import Reading


class View(Closing[Member | None], Commanded, inherit_bindings=False):
    """Another way to look at a reading; it is left with a sentence to go to, or None."""

    CSS: ClassVar[str] = sheets("views")
    SCOPED_CSS = False  # its rules speak of the screen itself, too
    name_of_place = ""
    """The `where` of its commands in the registry."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.title_line = ViewTitle(glyphs)
        self.keys_line = ViewKeys(self.name_of_place, glyphs)

    def say(self, sentence: str) -> None:
        """Tell the reader something, in passing."""
        self.notify(sentence, timeout=3, markup=False)


def leave(view: View) -> None:
    """Back to where the reader was."""
    view.dismiss(None)


class ViewTitle(Line):
    """What is looked at, and something on it at the right."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.name_shown = ""
        self.about = ""
        self.state = ""

    def tell(self, name: str, about: str, state: str = "") -> None:
        """Show these."""
        self.name_shown, self.about, self.state = name, about, state
        self.update()

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """The name always, what it is about in what is left, the state where it has room."""
        room = width - cell_len(self.name_shown) - 4
        right: list[Piece] = []
        if self.state and cell_len(self.state) + 2 <= room:
            right = [(f" {self.state} ", ("quiet",))]
            room -= cell_len(self.state) + 2
        left: list[Piece] = [(f" {self.name_shown} ", ("here",))]
        if room > 4:
            left.append((" " + fitted(self.about, room - 1, self.glyphs.ellipsis), ()))
        return left, right


class ViewKeys(Line):
    """The keys of a view, those first that the registry gives a word in the footer."""

    def __init__(self, where: str, glyphs: Glyphs) -> None:
        super().__init__()
        self.where = where
        self.glyphs = glyphs
        self.place = ""

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """As many keys as there is room for; the place at the right."""
        place = f" {self.place} " if self.place and cell_len(self.place) + 2 <= width else ""
        room = width - cell_len(place)
        left: list[Piece] = []
        for command in self._commands():
            key, word = f" {first_key(self, command, plain=self.glyphs.plain)}", f" {command.footer} "
            room -= cell_len(key) + cell_len(word)
            if room < 0:
                break
            left += [(key, ("key",)), (word, ())]
        return left, [(place, ())] if place else []

    def _commands(self) -> Iterable[Command]:
        return (c for c in COMMANDS if c.where == self.where and c.footer and keys_of(self, c))

    async def on_click(self, event: events.Click) -> None:
        """The keys can be clicked."""
        at = 0
        left = list(self.pieces(self.size.width)[0])
        for (key, _), (word, _), command in zip(left[::2], left[1::2], self._commands(), strict=False):
            at += cell_len(key) + cell_len(word)
            if event.x < at:
                await self.screen.run_action(f"command({command.id!r})")
                return
