"""How many colours the terminal has, as far as it says so."""

import os
from collections.abc import Mapping
from typing import Literal

Colours = Literal["truecolor", "256", "standard"]
_SAID: Mapping[str, Colours] = {"truecolor": "truecolor", "256": "256", "standard": "standard"}
_TRUE = ("truecolor", "24bit")
_MANY = ("256color", "kitty")


def colours(environ: Mapping[str, str] = os.environ) -> Colours:
    """What Rich makes of `COLORTERM` and `TERM` when Textual paints; it is not asked, which would load it."""
    asked = _SAID.get(environ.get("TEXTUAL_COLOR_SYSTEM", ""))
    if asked is not None:
        return asked
    if environ.get("COLORTERM", "").strip().lower() in _TRUE:
        return "truecolor"
    return "256" if environ.get("TERM", "").strip().lower().rpartition("-")[2] in _MANY else "standard"
