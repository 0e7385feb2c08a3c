"""The Textual app."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.command import Provider

from dmreader.app.bindings import Commanded, bindings
from dmreader.app.glyphs import ASCII, UNICODE
from dmreader.app.screen import ReaderScreen
from dmreader.app.sheets import sheets
from dmreader.app.themes import OWN, theme_for
from dmreader.reading import Reading
from dmreader.store.settings import Settings


def _commands() -> type["Provider"]:
    from dmreader.app.palette import Commands

    return Commands


def _sentences() -> type["Provider"]:
    from dmreader.app.palette import Sentences

    return Sentences


class ReaderApp(Commanded, App[int], inherit_bindings=False):
    """One reading in a terminal; `reading` is the state that every view stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f20"  # the registry has the real one
    TITLE = "dmreader"
    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_commands, _sentences}  # type: ignore[assignment]

    def __init__(self, reading: Reading, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        super().__init__(ansi_color=None)
        self.animation_level = "none"
        self.reading = reading
        reading.sync = self.settings.sync
        for theme in OWN:
            self.register_theme(theme)
        self.theme = theme_for(self.settings.theme, no_color=self.no_color)
        for name in ("layout", "marks", "dialogs"):
            self.stylesheet.add_source(sheets(name), read_from=(name, ""), is_default_css=False)

    def get_default_screen(self) -> ReaderScreen:
        """The main screen is the first one."""
        glyphs = ASCII if self.settings.glyphs == "ascii" else UNICODE
        return ReaderScreen(self.reading, glyphs, self.settings.inspector)
