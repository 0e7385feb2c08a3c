"""Commands of the program as a whole."""

from textual.screen import Screen


def leave(screen: "Screen[object]") -> None:
    """Quit."""
    screen.app.exit(0)
