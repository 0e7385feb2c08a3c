"""What is shown where there are fewer colours than the themes are mixed from."""

import os
import subprocess
import sys

import pytest

from dmreader.app.colours import Colours
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.app.text import SourceText
from dmreader.app.themes import theme_for
from dmreader.marks import KINDS
from dmreader.reading import Reading
from dmreader.store.settings import Settings
from tests.made import made

LEVELS = {0, 95, 135, 175, 215, 255}  # of red, green and blue in the cube of the 256 colours


@pytest.mark.parametrize("theme", ["lamp", "paper", "nord", "solarized-light"])
async def test_256_colours_keep_their_hue(theme: str) -> None:
    app = ReaderApp(Reading(made()), Settings(hints=False, theme=theme), colours="256")
    async with app.run_test(size=(140, 40)):
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        looks = screen.query_one(SourceText).looks
        shown = {kind: looks.named(kind).bgcolor for kind in KINDS if kind != "unique"}
    found = {}
    for kind, colour in shown.items():
        assert colour is not None
        assert colour.triplet is not None
        assert set(colour.triplet) <= LEVELS, kind
        found[kind] = colour.triplet
    assert found["verbatim"].blue > found["verbatim"].red
    assert found["reworded"].red > found["reworded"].blue
    assert found["verbatim"] != found["near-verbatim"]


@pytest.mark.parametrize(
    ("asked", "remembered", "colours", "no_color", "theme"),
    [
        ("", "", "truecolor", False, "lamp"),
        ("", "", "256", False, "lamp"),
        ("", "nord", "256", False, "nord"),
        ("", "nord", "standard", False, "ansi-dark"),
        ("", "ansi-light", "standard", False, "ansi-light"),
        ("paper", "nord", "standard", False, "paper"),
        ("paper", "nord", "truecolor", True, "ansi-dark"),
        ("no such", "paper", "truecolor", False, "paper"),
    ],
)
def test_the_theme_to_begin_with(
    asked: str, remembered: str, colours: Colours, no_color: bool, theme: str
) -> None:
    assert theme_for(asked, remembered, colours, no_color=no_color) == theme


@pytest.mark.parametrize(
    ("term", "colorterm", "colours"),
    [
        ("xterm-256color", "", "256"),
        ("xterm-256color", "truecolor", "truecolor"),
        ("screen", "", "standard"),
        ("linux", "", "standard"),
    ],
)
def test_what_the_terminal_says_is_believed(term: str, colorterm: str, colours: str) -> None:
    environ = {**os.environ, "TERM": term, "COLORTERM": colorterm}
    environ.pop("TEXTUAL_COLOR_SYSTEM", None)
    program = "from dmreader.app.colours import colours; print(colours())"
    told = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True)
    assert told.stdout.strip() == colours, told.stderr


@pytest.mark.parametrize("key", ["f", "question_mark", "colon", "ctrl+p", "o", "p", "Q", "z"])
async def test_what_is_told_can_be_read_over_everything(key: str) -> None:
    app = ReaderApp(Reading(made()), Settings(hints=False))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press(key)
        app.notify("This is told.", timeout=60, markup=False)
        await pilot.pause(0.2)
        toast = app.screen.query_one("Toast")
        style = toast.visual_style
        assert style.foreground is not None
        assert style.background is not None
        shown = style.background + style.foreground
        assert abs(shown.brightness - style.background.brightness) > 0.3
