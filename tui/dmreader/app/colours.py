"""How many colours the terminal has, as far as it says so."""

from typing import Literal

from rich.console import Console
from textual import constants

Colours = Literal["truecolor", "256", "standard"]


def colours() -> Colours:
    """What Rich makes of `COLORTERM` and `TERM`, as it will do when it paints."""
    asked = constants.COLOR_SYSTEM
    found = Console(force_terminal=True, color_system=asked).color_system  # type: ignore[arg-type]
    return "256" if found == "256" else "truecolor" if found == "truecolor" else "standard"
