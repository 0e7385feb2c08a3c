"""What the parts of the first picture look like, as the stylesheets have it.

`python -m tests.app.looks` writes `styles/opening.json` anew.
"""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import get_args

import pytest
from rich.console import COLOR_SYSTEMS
from rich.style import Style
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from dmreader.app.colours import Colours
from dmreader.app.opening_looks import NAMES, SHEET
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.app.theme_choice import TERMINAL
from dmreader.app.themes import OWN
from dmreader.reading import Reading
from dmreader.store.settings import Settings
from tests.architecture.tree import ROOT
from tests.made import made

FILE = ROOT / "styles" / SHEET
THEMES = (*(theme.name for theme in OWN), *BUILTIN_THEMES)


async def worked_out() -> dict[str, dict[str, str]]:
    """What the file must hold: by theme and colours the looks of `NAMES`, in their order."""
    themes: dict[str, dict[str, str]] = {theme: {} for theme in THEMES}
    for colours in get_args(Colours):
        found = await _looks(colours)
        for theme, looks in found.items():
            if colours != "standard" or BUILTIN_THEMES.get(theme, OWN[0]).ansi:
                themes[theme][colours] = looks
    with _colourless():
        themes[TERMINAL]["no_color"] = (await _looks("truecolor", TERMINAL))[TERMINAL]
    return themes


async def _looks(colours: Colours, *themes: str) -> dict[str, str]:
    app = ReaderApp(Reading(made()), Settings(hints=False), colours=colours)
    found = {}
    async with app.run_test(size=(140, 40)) as pilot:
        for theme in themes or THEMES:
            app.theme = theme
            await pilot.pause()
            found[theme] = _of(pilot, colours)
    return found


def _of(pilot: Pilot[int], colours: Colours) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    pane = screen.panes[0]
    parts = {
        "tabs": screen.tabs, "header": pane.header, "text": pane.text, "map": pane.map,
        "inspector": screen.inspector, "status": screen.status,
    }  # fmt: skip
    looks = []
    for name in NAMES:
        part, *inks = name.split()
        style = screen.rich_style if part == "ground" else parts[part].looks.named(*inks)
        looks.append(sgr(style, colours))
    return " ".join(looks)


def sgr(style: Style | None, colours: Colours) -> str:
    """The numbers that Rich writes before a text of that style."""
    shown = "" if style is None else style.render("x", color_system=COLOR_SYSTEMS[colours])
    return shown.partition("x")[0].removeprefix("\x1b[").removesuffix("m")


@contextmanager
def _colourless() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NO_COLOR", "1")
        yield


def written(found: dict[str, dict[str, str]]) -> str:
    """As it stands in the file."""
    return json.dumps(found, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(asyncio.run(worked_out())), encoding="utf-8")
