"""The Textual app."""

from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from dmreader.app.bindings import Commanded, bindings
from dmreader.app.glyphs import ASCII, UNICODE
from dmreader.app.screen import ReaderScreen
from dmreader.app.sheets import sheets
from dmreader.app.themes import OWN, theme_for
from dmreader.reading import Reading
from dmreader.store.settings import Settings


class ReaderApp(Commanded, App[int], inherit_bindings=False):
    """One reading in a terminal; `reading` is the state that every view stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    ENABLE_COMMAND_PALETTE = True
    TITLE = "dmreader"

    def __init__(self, reading: Reading, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        super().__init__(ansi_color=None)
        self.animation_level = "none"
        self.reading = reading
        reading.sync = self.settings.sync
        for theme in OWN:
            self.register_theme(theme)
        self.theme = theme_for(self.settings.theme, no_color=self.no_color)
        for name in ("layout", "marks"):
            self.stylesheet.add_source(sheets(name), read_from=(name, ""), is_default_css=False)

    @property
    def glyphs_set(self) -> object:
        """The signs that the settings ask for."""
        return ASCII if self.settings.glyphs == "ascii" else UNICODE

    def get_default_screen(self) -> ReaderScreen:
        """The main screen is the first one."""
        glyphs = ASCII if self.settings.glyphs == "ascii" else UNICODE
        return ReaderScreen(self.reading, glyphs, self.settings.inspector)
