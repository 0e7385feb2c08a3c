"""Screens that close once."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

T = TypeVar("T")


class Closing(Screen[T]):
    """A screen that a second key, pressed before the first one has closed it, does not close again.

    Textual 8.2.8 would take away the screen below, or fail where there is none.
    """

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with `result`, if it is still open."""
        return super().dismiss(result) if self in self.app.screen_stack else AwaitComplete()
