"""What the list of quotations is narrowed to: the line that says so, and the field for words."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.widgets import Input

from dmreader.app.commands import command
from dmreader.app.glyphs import Glyphs
from dmreader.app.keynames import first_key
from dmreader.app.line import Line
from dmreader.app.pieces import Piece, fitted


def clearing(node: DOMNode) -> str:
    """The key that clears the filter."""
    return first_key(node, command("quotes-clear")) or "the palette"


class QuotesFilterLine(Line):
    """The filter in words, and how many pass it."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.said = self.count = ""

    def tell(self, said: str, count: str) -> None:
        """Show these."""
        self.said, self.count = said, count
        self.update()

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """The filter always, the key that clears it where there is room."""
        count = f" {self.count} "
        said = fitted(f" only: {self.said} ", max(1, width - len(count)), self.glyphs.ellipsis)
        left: list[Piece] = [(said, ("filter",))]
        if len(said) + len(count) + 10 < width:
            left += [(f" {clearing(self)}", ("key",)), (" clears", ("quiet",))]
        return left, [(count, ("quiet",))]


class WordsField(Input):
    """A field that lists what holds the words while one types; Enter keeps them, Esc gives them up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, priority=True),
        Binding("enter", "keep", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def action_keep(self) -> None:
        """Close the field."""
        self.screen.set_focus(None)
        self.remove()

    def action_give_up(self) -> None:
        """Forget the words and close the field."""
        self.value = ""
        self.action_keep()

    async def action_move(self, step: int) -> None:
        """Another row, while the field stays open."""
        await self.screen.run_action(f"command({'quotes-down' if step > 0 else 'quotes-up'!r})")
