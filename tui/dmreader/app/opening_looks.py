"""What the parts of the first picture look like, worked out beforehand for every theme.

`styles/opening.json` is made by `python -m tests.app.looks` from the stylesheets; a test holds it to them.
"""

import json

from dmreader.app.colours import Colours
from dmreader.app.opening_picture import Looks
from dmreader.app.theme_choice import choose
from dmreader.bundled import folder

SHEET = "opening.json"
NAMES = (
    *("ground", "tabs", "tabs here", "tabs quiet"),
    *("header", "header here", "header strong", "header quiet"),
    *("text", "text gutter", "text gutter flag"),
    *("text cursor", "text cursor edge", "text gutter cursor", "text gutter flag cursor"),
    *("map", "map faint", "map strong", "map view", "map view faint", "map view strong", "map rule"),
    *("inspector", "inspector quiet", "status", "status key", "status quiet"),
    *("status strong", "status filter"),
)
"""The parts, each with the inks that may lie on it."""


def looks(asked: str, remembered: str, colours: Colours, *, no_color: bool) -> Looks | None:
    """The looks of the theme that the reader will have; None if they are not known."""
    themes = json.loads((folder("dmreader.styles") / SHEET).read_text(encoding="utf-8"))
    if (asked or remembered) not in ("", *themes) and not no_color:
        return None  # a later Textual may have it
    ansi = [name for name, made in themes.items() if "standard" in made]
    theme = choose(asked, remembered, colours, no_color=no_color, known=themes, ansi=ansi)
    found = themes[theme].get("no_color" if no_color else colours)
    return None if found is None else dict(zip(NAMES, found.split(" "), strict=True))
