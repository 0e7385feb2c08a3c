"""The help: every command with its keys, and what every sign means, from their tables."""

from collections.abc import Iterable
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from dmreader.app.commands import COMMANDS, GROUPS, Command
from dmreader.app.dialog import Dialog
from dmreader.app.glyphs import UNICODE, Glyphs
from dmreader.app.keynames import keys_of, shown
from dmreader.app.lines import Lines
from dmreader.app.pieces import Piece, Row, wrapped
from dmreader.marks import LEGEND, WORDS

_KEYS = 14  # cells for the keys of a command


class HelpText(Lines):
    """The text of the help, in one column, or two where there is room."""

    prefix = "help"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"help--{name}" for name in ("heading", "key", "quiet", "sign")}

    def __init__(self, glyphs: Glyphs, keys: dict[str, tuple[str, ...]], where: str) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.keys = keys
        self.where = where

    def rows(self, width: int) -> list[Row]:
        """All of it."""
        columns = 2 if width >= 100 else 1
        each = (width - 3 * (columns - 1)) // columns
        blocks = [self._group(group, each) for group in GROUPS] + [self._legend(each)]
        blocks = [block for block in blocks if len(block) > 2]
        if columns == 1:
            return [row for block in blocks for row in block]
        half = sum(map(len, blocks)) / 2
        left: list[Row] = []
        right: list[Row] = []
        for block in blocks:
            (left if len(left) + len(block) / 2 <= half and not right else right).extend(block)
        return [*_beside(left, right, each)]

    def _group(self, group: str, width: int) -> list[Row]:
        rows: list[Row] = [[(group, ("heading",))]]
        commands = [c for c in COMMANDS if c.group == group and c.where in (self.where, "app")]
        digits = [c for c in commands if self._keys(c) == c.keys and "".join(c.keys) in "123456789"]
        for command in commands:
            if command not in digits:
                rows += self._command(command, width)
            elif command is digits[0]:
                span = f"{digits[0].keys[0]} {self.glyphs.ellipsis} {digits[-1].keys[0]}"
                rows += self._row(span, "Show or hide the source of that number.", width)
        return [*rows, ()]

    def _keys(self, command: Command) -> tuple[str, ...]:
        return self.keys.get(command.id, command.keys)

    def _command(self, command: Command, width: int) -> list[Row]:
        pressed = " ".join(shown(key, plain=self.glyphs.plain) for key in self._keys(command)) or "(palette)"
        return self._row(pressed, command.help, width)

    def _row(self, pressed: str, said: str, width: int) -> list[Row]:
        rows = wrapped([(said, ())], width, _KEYS)
        keys = pressed + " " * max(0, _KEYS - cell_len(pressed))
        if cell_len(pressed) >= _KEYS:
            return [[(pressed, ("key",))], *rows]
        return [[(keys, ("key",)), *list(rows[0])[1:]], *rows[1:]]

    def _legend(self, width: int) -> list[Row]:
        rows: list[Row] = [[("Signs", ("heading",))]]
        signs = [(self.glyphs.marks[sign], WORDS[sign]) for sign in LEGEND]
        signs += [(self.glyphs.note, "your note"), (self.glyphs.marks["cursor"], WORDS["cursor"])]
        signs += [(self.glyphs.marks["partner"], WORDS["partner"])]
        for sign, word in signs:
            rows += wrapped([(f"{sign}  ", ("sign",)), (word, ())], width)
        return [*rows, ()]


def _beside(left: list[Row], right: list[Row], width: int) -> Iterable[Row]:
    for i in range(max(len(left), len(right))):
        one = list(left[i]) if i < len(left) else []
        gap: list[Piece] = [(" " * (width + 3 - sum(cell_len(text) for text, _ in one)), ())]
        yield [*one, *gap, *(right[i] if i < len(right) else ())]


class Help(Dialog[None]):
    """The help over the reader; Esc, q or ? leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "leave", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "move(15)", show=False),
        Binding("pageup,b", "move(-15)", show=False),
        Binding("home,g", "move(-100000)", show=False),
        Binding("end,G", "move(100000)", show=False),
    ]

    def __init__(self, glyphs: Glyphs, keys: dict[str, tuple[str, ...]], where: str = "reader") -> None:
        super().__init__()
        self.body = HelpText(glyphs, keys, where)

    def compose(self) -> Iterable[Widget]:
        """Title, text, hint."""
        with Vertical(classes="dialog -large"):
            yield Static("Keys and signs", classes="dialog-title", markup=False)
            yield self.body
            yield Static("Arrows scroll, Esc leaves", classes="dialog-hint", markup=False)

    def action_move(self, lines: int) -> None:
        """Scroll."""
        self.body.scroll(lines)

    def action_leave(self) -> None:
        """Back to the reader."""
        self.dismiss()


def show(screen: Screen[Any]) -> None:
    """Open the help for the screen that asks: its own keys, and those of the whole program."""
    keys = {command.id: keys_of(screen, command) for command in COMMANDS}
    where = getattr(screen, "name_of_place", "reader")
    screen.app.push_screen(Help(getattr(screen, "glyphs", UNICODE), keys, where))
