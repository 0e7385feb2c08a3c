"""Which theme to begin with."""

from collections.abc import Container

from dmreader.app.colours import Colours

FIRST = "lamp"
"""The theme of who has chosen none."""
TERMINAL = "ansi-dark"
"""The theme that is the terminal's own colours."""


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
    that are not mixed are in `ansi`.
    """
    if no_color:
        return TERMINAL
    if asked in known:
        return asked
    if colours == "standard" and remembered not in ansi:
        return TERMINAL
    return remembered if remembered in known else FIRST
