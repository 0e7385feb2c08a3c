"""What every further view has in common: a title above, its keys below, and the reading it shows."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType

from dmreader.app.bindings import Commanded
from dmreader.app.glyphs import Glyphs
from dmreader.app.keys_line import KeysLine
from dmreader.app.line import Line
from dmreader.app.pieces import Piece, fitted
from dmreader.app.sheets import sheets
from dmreader.app.steady import COPYING, Steady
from dmreader.model import Member
from dmreader.reading import Reading


class View(Steady[Member | None], Commanded, inherit_bindings=False):
    """Another way to look at a reading; it is left with a sentence to go to, or None."""

    CSS: ClassVar[str] = sheets("views")
    SCOPED_CSS = False  # its rules speak of the screen itself, too
    BINDINGS: ClassVar[list[BindingType]] = [COPYING]
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


class ViewKeys(KeysLine):
    """The keys of a view at the left, the place in it at the right."""

    def __init__(self, where: str, glyphs: Glyphs) -> None:
        super().__init__(glyphs, where)
        self.place = ""

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """As many keys as there is room for; the place at the right."""
        place = f" {self.place} " if self.place and cell_len(self.place) + 2 <= width else ""
        return self.keys(width - cell_len(place)), [(place, ())] if place else []
