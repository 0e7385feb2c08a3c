"""Which theme to begin with."""

import os
from collections.abc import Container, Mapping

from dmreader.app.colours import Colours

FIRST = "lamp"
"""The theme of who has chosen none."""
FIRST_LIGHT = "paper"
"""The same on a light ground."""
TERMINAL = "ansi-dark"
"""The theme that is the terminal's own colours."""
TERMINAL_LIGHT = "ansi-light"
"""The same on a light ground."""


def light(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal says that its ground is light.

    Some terminals name foreground and background, of their sixteen colours, in `COLORFGBG`; what Vim takes
    for light there is light here.
    """
    return environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "9", "10", "11", "12", "13", "14", "15")


def choose(
    asked: str,
    remembered: str,
    colours: Colours,
    *,
    no_color: bool,
    known: Container[str],
    ansi: Container[str],
) -> str:
    """The theme asked for, or the last one that was chosen in the program, of those that are `known`.

    Without colour, or with sixteen of them, it is the terminal's own: the others are mixed from more. Those
    that are not mixed are in `ansi`. Who has chosen none has one that is as dark or light as the terminal.
    """
    if no_color:
        return TERMINAL
    if asked in known:
        return asked
    if colours == "standard" and remembered not in ansi:
        return TERMINAL_LIGHT if light() else TERMINAL
    return remembered if remembered in known else FIRST_LIGHT if light() else FIRST
