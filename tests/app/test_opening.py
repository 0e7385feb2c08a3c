"""The first picture, painted without Textual, is the one that Textual paints when it is there."""

import re
from typing import Any

import pytest
from rich.console import Console
from textual.strip import Strip

from dmreader.app.colours import colours
from dmreader.app.direction import LEFT_TO_RIGHT
from dmreader.app.opening import Wanted
from dmreader.app.opening_painting import paint, picture
from dmreader.app.reader import ReaderApp
from dmreader.model import Source, hidden
from dmreader.reading import Reading, uncompared
from dmreader.sources import articles
from dmreader.store.settings import Settings
from tests.app.looks import FILE, sgr, worked_out, written
from tests.sources.payloads import DECEIVING, TERMINAL

SIZES = (
    (160, 48),
    (200, 50),
    (121, 31),
    (120, 40),
    (119, 30),
    (80, 24),
    (79, 24),
    (40, 12),
    (25, 8),
    (20, 6),
)
WORLD = [
    Source("東京", "こんにちは、世界。これは長い文です。" * 9 + "\n\nTail.\n"),
    Source("rtl", "שלום עולם, this is mixed.\n\tTab and e\u0301 combining 👩‍👩‍👧 family.\n" * 6),
    Source("empty", ""),
]
PAYLOADS = TERMINAL | DECEIVING
Cell = tuple[str, str]


def _wanted(size: tuple[int, int], *, place: tuple[int, int] | None = None, **settings: Any) -> Wanted:
    return Wanted(size, Settings(hints=False, **settings), "", place, "truecolor", no_color=False)


def _painted(sources: list[Source], wanted: Wanted) -> list[list[Cell]]:
    made = picture(wanted, sources, None, None)
    assert made is not None
    return [[(c, look) for text, look in row for c in text] for row in made.rows()]


async def _by_textual(sources: list[Source], wanted: Wanted) -> list[list[Cell]]:
    reading = Reading(uncompared(sources), compared=False)
    if wanted.place is not None:
        reading.put(reading.at(*wanted.place))
    app = ReaderApp(reading, wanted.settings)
    async with app.run_test(size=wanted.size) as pilot:
        await pilot.pause()
        strips: list[Strip] = app.screen._compositor.render_strips()
    return [[(c, sgr(s.style, "truecolor")) for s in strip for c in s.text] for strip in strips]


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_the_picture_of_textual(size: tuple[int, int]) -> None:
    for place in (None, (0, 3000), (2, 1000)):
        wanted = _wanted(size, place=place)
        assert _painted(articles(), wanted) == await _by_textual(articles(), wanted)


@pytest.mark.parametrize(
    "settings",
    [
        {"glyphs": "ascii"},
        {"map": False},
        {"inspector": 0},
        {"sync": False},
        {"keys": {"partner": "z", "find": ""}},
        {"theme": "nord"},
    ],
    ids=str,
)
@pytest.mark.parametrize("size", [(130, 30), (50, 20)])
async def test_settings_are_in_it(settings: dict[str, Any], size: tuple[int, int]) -> None:
    wanted = _wanted(size, **settings)
    assert _painted(articles(), wanted) == await _by_textual(articles(), wanted)


@pytest.mark.parametrize("size", [(120, 30), (100, 24), (33, 10)])
async def test_any_text_is_in_its_place(size: tuple[int, int]) -> None:
    assert _painted(WORLD, _wanted(size)) == await _by_textual(WORLD, _wanted(size))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_text_takes_the_terminal_over(payload: str) -> None:
    sources = [Source(f"name{payload}", f"{payload} words\n{payload}"), Source("b", f"one {payload}two")]
    painted = paint(_wanted((100, 24)), sources, None, None)
    left = re.sub("\x1b\\[[0-9;]*[mH]", "", painted)
    assert painted
    assert [c for c in hidden(left) if c != LEFT_TO_RIGHT] == []


async def test_looks_are_those_of_the_stylesheets() -> None:
    """If not: `python -m tests.app.looks`."""
    assert FILE.read_text(encoding="utf-8") == written(await worked_out())


@pytest.mark.parametrize(("wanted", "known"), [("nord", False), ("ansi-light", True), ("", True)])
def test_a_theme_mixed_from_more_colours_is_left_to_textual(wanted: str, known: bool) -> None:
    settings = Settings(theme=wanted)
    asked = Wanted((100, 30), settings, "", None, "standard", no_color=False)
    assert bool(paint(asked, articles(), None, None)) is known


def test_a_theme_that_is_not_known_is_left_to_textual() -> None:
    for settings, remembered in ((Settings(theme="later"), "nord"), (Settings(), "later")):
        asked = Wanted((100, 30), settings, remembered, None, "truecolor", no_color=False)
        assert paint(asked, articles(), None, None) == ""


def test_without_colour_there_is_none_in_it() -> None:
    asked = Wanted((100, 30), Settings(theme="nord"), "", None, "truecolor", no_color=True)
    codes = ";".join(re.findall("\x1b\\[([0-9;]*)m", paint(asked, articles(), None, None)))
    assert {"1", "2", "7"} <= set(codes.split(";")) <= {"0", "1", "2", "3", "4", "7", "39", "49"}


def test_a_terminal_too_small_has_none() -> None:
    assert paint(_wanted((19, 30)), articles(), None, None) == ""


@pytest.mark.parametrize("term", ["xterm-256color", "xterm", "xterm-kitty", "linux", "", "screen.a-256color"])
@pytest.mark.parametrize("colorterm", ["truecolor", "24bit", " TrueColor", "yes", ""])
def test_colours_are_what_rich_takes_them_for(term: str, colorterm: str) -> None:
    environ = {"TERM": term, "COLORTERM": colorterm}
    found = Console(force_terminal=True, _environ=environ).color_system
    assert colours(environ) == found
