"""A list to choose from by typing, moving or pointing; only the rows in view are ever painted."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from dmreader.app.dialog import Dialog
from dmreader.app.glyphs import Glyphs
from dmreader.app.lines import Lines
from dmreader.app.pieces import Piece, Row, fitted

T = TypeVar("T")


class Item(NamedTuple, Generic[T]):
    """One line of a picker: what it shows left and right, what typing finds it by, its value."""

    left: Sequence[Piece]
    right: str
    words: str
    value: T


class Rows(Lines):
    """The items that match, one a row, with the chosen one marked."""

    prefix = "picker"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"picker--{name}" for name in ("chosen", "quiet", "strong", "quote")
    }

    class Taken(Message):
        """An item was clicked."""

    def __init__(self, items: Sequence[Item[Any]], glyphs: Glyphs) -> None:
        super().__init__()
        self.items = items
        self.glyphs = glyphs
        self.at = 0

    def rows(self, width: int) -> list[Row]:  # noqa: ARG002
        """Nothing is made beforehand: `row` is asked for what is in view."""
        return [()] * len(self.items)

    def row(self, at: int) -> Row:
        """One item, its right part at the right end."""
        item, width = self.items[at], max(1, self.size.width - 1)
        tone: tuple[str, ...] = ("chosen",) if at == self.at else ()
        sign = self.glyphs.marks["cursor"] if tone else " "
        right = f"  {item.right} " if item.right else ""
        if cell_len(right) > width * 3 // 5:
            right = fitted(right, width * 3 // 5, self.glyphs.ellipsis)
        pieces: list[Piece] = [(sign + " ", tone)]
        room = width - 2 - cell_len(right)
        for text, names in item.left:
            text = fitted(text.replace("\n", " ").replace("\t", " "), room, self.glyphs.ellipsis)
            pieces.append((text, (*tone, *names)))
            room -= cell_len(text)
            if room <= 0:
                break
        pieces.append((" " * room + right, (*tone, "quiet")))
        return pieces

    def move(self, step: int) -> None:
        """The mark so many rows on, and in view."""
        self.at = max(0, min(self.at + step, len(self.items) - 1))
        height = max(1, self.size.height)
        self.first = min(max(self.first, self.at - height + 1), self.at)
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click takes an item."""
        at = self.first + event.y
        if at < len(self.items):
            self.at = at
            self.post_message(self.Taken())


class Picker(Dialog[T | None]):
    """Shows items; gives back the value of the one taken, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("ctrl+home", "move(-1000000000)", show=False),
        Binding("ctrl+end", "move(1000000000)", show=False),
    ]

    def __init__(
        self, title: str, items: Iterable[Item[T]], glyphs: Glyphs, *, at: int = 0, hint: str = ""
    ) -> None:
        super().__init__()
        self.heading = title
        self.items: list[Item[T]] = list(items)
        self.hint = hint or "Type to find, Enter to choose, Esc to leave"
        self.list = Rows(self.items, glyphs)
        self.list.at = at

    def compose(self) -> Iterable[Widget]:
        """Title, field, list, hint."""
        with Vertical(classes="dialog -tall"):
            yield Static(self._count(), classes="dialog-title", markup=False)
            yield Input(placeholder="type to find", select_on_focus=False)
            yield self.list
            yield Static(self.hint, classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """The chosen one in view."""
        self.call_after_refresh(self.list.move, 0)

    def _count(self) -> str:
        shown, all_ = len(self.list.items), len(self.items)
        return f"{self.heading}  {shown}" if shown == all_ else f"{self.heading}  {shown} of {all_}"

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        self.list.items = [i for i in self.items if all(w in i.words.casefold() for w in words)]
        self.list.at = 0
        self.list.renew()
        self.query_one(".dialog-title", Static).update(self._count())

    @on(Input.Submitted)
    @on(Rows.Taken)
    def _taken(self) -> None:
        if self.list.items:
            value: T = self.list.items[self.list.at].value
            self.dismiss(value)

    def action_move(self, step: int) -> None:
        """The mark up or down."""
        self.list.move(step)

    def action_give_up(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
