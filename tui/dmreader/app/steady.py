"""Screens that keys and clicks do not bring down when they come at the wrong moment."""

import math
import signal
import time
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from dmreader.app.commands import command
from dmreader.app.keynames import first_key

T = TypeVar("T")
COPYING = Binding("ctrl+c,super+c", "screen.copy_text", show=False)
"""For screens that inherit no keys of Textual's."""
_AGAIN = 3.0  # seconds in which a second Ctrl+C leaves, and for which the first one is answered


class Steady(Screen[T]):
    """A screen without two failures of Textual 8.2.8, and with a Ctrl+C that is always answered.

    A second key, pressed before the first one has closed the screen, would take away the one below, or fail
    where there is none. A click on a message that has just gone looks for what holds it, and fails.
    """

    _interrupted = -math.inf  # when Ctrl+C was answered last

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with `result`, if it is still open."""
        return super().dismiss(result) if self in self.app.screen_stack else AwaitComplete()

    def action_copy_text(self) -> None:
        """Ctrl+C: copy what is selected; where nothing is, say how to leave, and leave the second time."""
        now = time.monotonic()
        if self.get_selected_text() is not None:
            super().action_copy_text()
        elif now - self._interrupted < _AGAIN:
            self.app.exit(128 + signal.SIGINT)
        else:
            self._interrupted = now
            typing = self.is_modal or self.focused is not None
            key = "" if typing else first_key(self, command("quit"), plain=True)
            told = "Ctrl+C once more leaves the reader" + (f", as {key} does." if key else ".")
            self.notify(told, timeout=_AGAIN, markup=False)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What stands at a place of the screen, unless it has gone."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (widget, offset) if widget is self or (widget and widget.parent) else (None, None)
