"""What opens over the reader."""

from typing import ClassVar, TypeVar

from textual import events
from textual.screen import ModalScreen

from dmreader.app.sheets import sheets
from dmreader.app.steady import Steady
from dmreader.store.settings import Settings

T = TypeVar("T")
_ROOMY = 18
"""Rows below which a dialog has no margins."""


class Dialog(ModalScreen[T], Steady[T]):
    """A modal screen with the looks of `styles/dialogs.tcss`, which is read when the first one opens."""

    CSS: ClassVar[str] = sheets("dialogs")
    SCOPED_CSS = False  # its rules speak of the screen itself, too

    def on_mount(self) -> None:
        """Without signs of its own an edge of ASCII."""
        settings: Settings = getattr(self.app, "settings", Settings())
        self.set_class(settings.glyphs == "ascii", "-ascii")

    def on_resize(self, event: events.Resize) -> None:
        """Where there are few rows they are for what is asked."""
        self.set_class(event.size.height < _ROOMY, "-low")
