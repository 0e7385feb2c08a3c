"""What comparing overlooks, and how long a passage must be: chosen in the reader, and compared anew."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar, cast, get_args

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from dmreader.app.dialog import Dialog
from dmreader.app.glyphs import Glyphs
from dmreader.app.lines import Lines
from dmreader.app.pieces import Row
from dmreader.app.screen import ReaderScreen
from dmreader.model import Folding, Options

_WHAT: dict[Folding, str] = {
    "case": "capital and small letters",
    "punctuation": "punctuation marks",
    "quotes": "the shape of quotation marks",
    "dashes": "the length of dashes",
    "tokenisation": "where words are cut: do n't",
    "accents": "accents on letters",
    "width": "full and half width",
}
_NAMES: tuple[Folding, ...] = get_args(Folding)
_LONGEST = 99  # words of the shortest passage that can be asked for
_LENGTH = len(_NAMES)  # the number of the row that says how many


class Switches(Lines):
    """One row a difference, with whether it is overlooked; below them the length of the shortest passage."""

    prefix = "picker"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"picker--{name}" for name in ("chosen", "quiet", "strong")}

    class Chosen(Message):
        """A row was clicked."""

    def __init__(self, options: Options, glyphs: Glyphs) -> None:
        super().__init__()
        self.options = options
        self.glyphs = glyphs
        self.at = 0

    def rows(self, width: int) -> list[Row]:  # noqa: ARG002
        """Nothing is made beforehand: `row` says what stands there now."""
        return [()] * (_LENGTH + 1)

    def row(self, at: int) -> Row:
        """One switch, or the length."""
        tone: tuple[str, ...] = ("chosen",) if at == self.at else ()
        sign = self.glyphs.marks["cursor"] if tone else " "
        if at == _LENGTH:
            said, about = f"{self.options.min_words:3} ", "words of the shortest passage"
        else:
            said, about = ("[x] " if _NAMES[at] in self.options.fold else "[ ] "), _WHAT[_NAMES[at]]
        filled = about.ljust(max(0, self.size.width - len(said) - 3))
        return [(f"{sign} ", tone), (said, (*tone, "strong")), (filled, tone)]

    def move(self, step: int) -> None:
        """The mark so many rows on, and in view."""
        self.at = max(0, min(self.at + step, _LENGTH))
        height = max(1, self.size.height)
        self.first = min(max(self.first, self.at - height + 1), self.at)
        self.repaint()

    def change(self, step: int) -> None:
        """The switch at the mark the other way; the length by so many words."""
        options = self.options
        if self.at == _LENGTH:
            words = max(1, min(options.min_words + step, _LONGEST))
            self.options = replace(options, min_words=words)
        else:
            self.options = replace(options, fold=options.fold ^ {_NAMES[self.at]})
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click goes to a row, and changes a switch."""
        at = self.first + event.y
        if at <= _LENGTH:
            self.at = at
            self.change(1) if at < _LENGTH else self.repaint()


class Overlooking(Dialog[Options | None]):
    """Gives back how to compare, or None if nothing is to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("enter", "compare", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,l,right,plus", "change(1)", show=False),
        Binding("h,left,minus", "change(-1)", show=False),
    ]

    def __init__(self, options: Options, glyphs: Glyphs) -> None:
        super().__init__()
        self.switches = Switches(options, glyphs)

    def compose(self) -> Iterable[Widget]:
        """Title, switches, hint."""
        with Vertical(classes="dialog -switches"):
            yield Static("What comparing overlooks", classes="dialog-title", markup=False)
            yield self.switches
            hint = "Space, left, right change; Enter compares anew; Esc leaves"
            yield Static(hint, classes="dialog-hint", markup=False)

    def action_move(self, step: int) -> None:
        """The mark up or down."""
        self.switches.move(step)

    def action_change(self, step: int) -> None:
        """What is at the mark."""
        self.switches.change(step)

    def action_compare(self) -> None:
        """Done."""
        self.dismiss(self.switches.options)

    def action_give_up(self) -> None:
        """Nothing."""
        self.dismiss(None)


def choose(screen: ReaderScreen) -> None:
    """Ask what to overlook; if it is something else than before, compare anew."""
    from dmreader.app.reader import ReaderApp
    from dmreader.app.reloading import compare_otherwise

    now = screen.reading.comparison.options

    def chosen(options: Options | None) -> None:
        if options is None:
            return
        if options == now:
            screen.say("That is how the sources are compared already.")
        else:
            cast(ReaderApp, screen.app).work(partial(compare_otherwise, screen, options), "reload")

    screen.app.push_screen(Overlooking(now, screen.glyphs), chosen)
