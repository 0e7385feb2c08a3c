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
from tests.app.made import until
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
    asked: str,
    remembered: str,
    colours: Colours,
    no_color: bool,
    theme: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COLORFGBG", raising=False)
    assert theme_for(asked, remembered, colours, no_color=no_color) == theme


@pytest.mark.parametrize(
    ("told", "colours", "no_color", "theme"),
    [
        ("0;15", "truecolor", False, "paper"),
        ("0;default;15", "256", False, "paper"),
        ("0;7", "standard", False, "ansi-light"),
        ("15;0", "standard", False, "ansi-dark"),
        ("15;8", "truecolor", False, "lamp"),
        ("0;default", "truecolor", False, "lamp"),
        ("0;15", "truecolor", True, "ansi-dark"),  # where nothing is coloured
    ],
)
def test_a_light_terminal_that_says_so_has_a_light_theme(
    told: str, colours: Colours, no_color: bool, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", told)
    assert theme_for("", "", colours, no_color=no_color) == theme
    assert theme_for("", "ansi-dark", colours, no_color=no_color) == "ansi-dark"


def _lightness(sixteen: int) -> float:
    """Of one of xterm's sixteen colours, as WCAG has it."""
    full, colour = (255 if sixteen > 7 else 205), sixteen % 8
    red, green, blue = ((full if colour >> bit & 1 else 92 if sixteen > 7 else 0) / 255 for bit in range(3))
    lines = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]


@pytest.mark.parametrize(("theme", "ground"), [("ansi-dark", 0.0), ("ansi-light", 1.0)])
async def test_words_in_sixteen_colours_can_be_read_on_their_ground(theme: str, ground: float) -> None:
    app = ReaderApp(Reading(made()), Settings(hints=False, theme=theme), colours="standard")
    async with app.run_test(size=(140, 40)):
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        looks = screen.query_one(SourceText).looks
        for name in (*KINDS, "all", "added", "key", "sign-reworded", "sign-verbatim"):
            colour = looks.named(name).color
            if colour is not None and colour.number is not None:
                pair = sorted((_lightness(colour.number) + 0.05, ground + 0.05))
                assert pair[1] / pair[0] > 3.9, name


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
        await until(pilot, lambda: app.screen.query("Toast"))
        await pilot.pause()
        toast = app.screen.query_one("Toast")
        style = toast.visual_style
        assert style.foreground is not None
        assert style.background is not None
        shown = style.background + style.foreground
        assert abs(shown.brightness - style.background.brightness) > 0.3
