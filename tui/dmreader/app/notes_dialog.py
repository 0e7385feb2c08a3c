"""Where a note is written."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static, TextArea

from dmreader.app.dialog import Dialog


class NoteText(TextArea):
    """A text in which Enter saves, and Ctrl+J or Shift+Enter begins a new line."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.screen.run_action("save")
        elif event.key in ("ctrl+j", "shift+enter", "alt+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)


class NoteDialog(Dialog[str | None]):
    """Gives back the text of the note, or None when nothing is to be kept of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
    ]

    def __init__(self, title: str, quoted: str, body: str = "") -> None:
        super().__init__()
        self.heading = title
        self.quoted = " ".join(quoted.split())
        self.body = body
        self._warned = False

    def compose(self) -> Iterable[Widget]:
        """Title, the words noted on, the text, and how to leave."""
        with Vertical(classes="dialog"):
            yield Static(self.heading, classes="dialog-title", markup=False)
            yield Static(self.quoted, classes="note-quoted", markup=False)
            yield NoteText(self.body, compact=True, highlight_cursor_line=False, soft_wrap=True)
            yield Static("Enter saves, Ctrl+J a new line, Esc leaves", classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """On with the writing, at the end."""
        text = self.query_one(NoteText)
        text.move_cursor(text.document.end)
        text.focus()

    def action_save(self) -> None:
        """Keep the text; an empty one says that the note is not wanted."""
        self.dismiss(self.query_one(NoteText).text.strip())

    def action_give_up(self) -> None:
        """Leave as it was; asked twice when something was written."""
        if self._warned or self.query_one(NoteText).text.strip() == self.body.strip():
            self.dismiss(None)
            return
        self._warned = True
        hint = self.query_one(".dialog-hint", Static)
        hint.update("This is not saved: Enter saves it, Esc again drops it")
        hint.add_class("-wrong")
