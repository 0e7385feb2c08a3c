"""Screens that keys and clicks do not bring down when they come at the wrong moment."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

T = TypeVar("T")


class Steady(Screen[T]):
    """A screen without two failures of Textual 8.2.8.

    A second key, pressed before the first one has closed the screen, would take away the one below, or fail
    where there is none. A click on a message that has just gone looks for what holds it, and fails.
    """

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with `result`, if it is still open."""
        return super().dismiss(result) if self in self.app.screen_stack else AwaitComplete()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What stands at a place of the screen, unless it has gone."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (widget, offset) if widget is self or (widget and widget.parent) else (None, None)
