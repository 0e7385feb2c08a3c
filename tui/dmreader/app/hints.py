"""Letters over every sentence in view: type one, or two, and the cursor is there."""

from collections.abc import Iterator
from itertools import product
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from dmreader.app.dialog import Dialog
from dmreader.app.screen import ReaderScreen
from dmreader.model import Member

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"  # the easiest to reach first


def labels(count: int) -> list[str]:
    """So many labels, all of the same length, so that none begins another."""
    length = 1
    while len(_LETTERS) ** length < count:
        length += 1
    letters = product(_LETTERS, repeat=length)
    return ["".join(next(letters)) for _ in range(count)]


class Hints(Dialog[Member | None]):
    """Takes the letters, while the panes below show them in their gutters."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, reader: ReaderScreen) -> None:
        super().__init__(classes="-clear")
        self.reader = reader
        self.typed = ""
        members = list(_members(reader))
        self.labels = dict(zip(labels(len(members)), members, strict=True))

    def on_mount(self) -> None:
        """Show them."""
        self._show()

    def on_unmount(self) -> None:
        """Take them away."""
        for pane in self.reader.panes:
            pane.text.label({})

    def _show(self) -> None:
        for pane in self.reader.panes:
            left = {m.sentence: t[len(self.typed) :] for t, m in self._left() if m.source == pane.source}
            pane.text.label(left)

    def _left(self) -> Iterator[tuple[str, Member]]:
        return ((t, m) for t, m in self.labels.items() if t.startswith(self.typed))

    def on_key(self, event: events.Key) -> None:
        """A letter narrows; the last one goes there; anything else leaves."""
        event.stop()
        event.prevent_default()
        self.typed += event.character or "\0"
        if self.typed in self.labels:
            self.dismiss(self.labels[self.typed])
        elif not any(self._left()):
            self.dismiss(None)
        else:
            self._show()

    def on_click(self) -> None:
        """A click leaves."""
        self.dismiss(None)


def _members(reader: ReaderScreen) -> Iterator[Member]:
    """Every sentence that begins in view."""
    for source in reader.shown:
        for unit, row in reader.panes[source].text.window:
            if row == 0:
                yield Member(source, unit)


def show(screen: ReaderScreen) -> None:
    """Show the labels."""
    screen.app.push_screen(Hints(screen), screen.go)
