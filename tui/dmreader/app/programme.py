"""Commands of the program as a whole."""

from typing import Any

from textual.screen import Screen

AnyScreen = Screen[Any]


def leave(screen: AnyScreen) -> None:
    """Quit."""
    screen.app.exit(0)


def themes(screen: AnyScreen) -> None:
    """Choose a theme."""
    screen.app.search_themes()


def palette(screen: AnyScreen) -> None:
    """Open the command palette."""
    screen.app.action_command_palette()


def suspend(screen: AnyScreen) -> None:
    """Stop for now, as any program under a shell; `fg` comes back."""
    screen.app.action_suspend_process()
