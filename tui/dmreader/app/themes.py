"""Two themes made for reading prose, beside those of Textual."""

from textual.theme import BUILTIN_THEMES, Theme

from dmreader.app.colours import Colours
from dmreader.app.theme_choice import FIRST, choose

PAPER = Theme(
    name="paper",
    primary="#2f6f9f",
    secondary="#6b5b95",
    warning="#b0720c",
    error="#a8322a",
    success="#4b7a3a",
    accent="#8c4a6b",
    foreground="#2b2a27",
    background="#faf7f0",
    surface="#f2ede2",
    panel="#e8e1d2",
    dark=False,
)
LAMP = Theme(
    name=FIRST,
    primary="#6fa8d6",
    secondary="#a99bd0",
    warning="#e0a95c",
    error="#e07a70",
    success="#9fbf84",
    accent="#d28fb0",
    foreground="#dcd7cb",
    background="#1b1c1f",
    surface="#232529",
    panel="#2c2f34",
    dark=True,
)
OWN = (LAMP, PAPER)


def theme_for(asked: str, remembered: str, colours: Colours, *, no_color: bool) -> str:
    """The theme to begin with, of Textual's and our own; see `choose`."""
    known = {*BUILTIN_THEMES, *(theme.name for theme in OWN)}
    ansi = {name for name, theme in BUILTIN_THEMES.items() if theme.ansi}
    return choose(asked, remembered, colours, no_color=no_color, known=known, ansi=ansi)
