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
    _plainly(screen)


def _plainly(screen: AnyScreen) -> None:
    """Textual's palette has a sign that not every terminal can show."""

    def with_another() -> None:
        from textual.command import SearchIcon

        for icon in screen.app.screen.query(SearchIcon):
            icon.icon = ">"

    if getattr(getattr(screen.app, "settings", None), "glyphs", "") == "ascii":
        screen.app.call_after_refresh(with_another)


def suspend(screen: AnyScreen) -> None:
    """Stop for now, as any program under a shell; `fg` comes back. In a browser there is no shell."""
    driver = screen.app._driver
    if driver is None or not driver.can_suspend:
        screen.notify("There is no shell to go back to.", timeout=3, markup=False)
        return
    screen.app.action_suspend_process()
