"""Two themes made for reading prose, and which theme to begin with."""

from textual.theme import BUILTIN_THEMES, Theme

from dmreader.app.colours import Colours

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
    name="lamp",
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
TERMINAL = "ansi-dark"


def theme_for(asked: str, remembered: str, colours: Colours, *, no_color: bool) -> str:
    """The theme to begin with: the one asked for, or the last one that was chosen in the program.

    Without colour, or with sixteen of them, it is the terminal's own: the others are mixed from more.
    """
    known = {*BUILTIN_THEMES, *(theme.name for theme in OWN)}
    if no_color:
        return TERMINAL
    if asked in known:
        return asked
    if colours == "standard" and not (remembered in BUILTIN_THEMES and BUILTIN_THEMES[remembered].ansi):
        return TERMINAL
    return remembered if remembered in known else LAMP.name
