"""What comparing overlooks, chosen in the reader."""

from dataclasses import replace

import pytest

from dmreader.app.overlooking import Overlooking
from dmreader.model import Options
from dmreader.reading.options_said import options_said
from tests.app.made import grid, messages, opened

USUAL = Options()


@pytest.mark.parametrize("size", [(140, 40), (40, 12), (20, 6)])
async def test_switches_and_the_length_are_changed_by_keys(size: tuple[int, int]) -> None:
    async with opened(size) as (screen, pilot):
        await pilot.press("z", "space", *"jjjjj", "space", *"jjjj", "right", "right", "left", "plus")
        dialog = screen.app.screen
        assert isinstance(dialog, Overlooking)
        wanted = Options(min_words=6, fold=(USUAL.fold - {"case"}) | {"accents"})
        assert dialog.switches.options == wanted
        await pilot.pause()
        assert any("6 words of" in row for row in grid(dialog)), "what is changed is in view"
        await pilot.press("escape")
        assert screen.app.screen is screen
        assert screen.reading.comparison.options == USUAL


async def test_a_click_switches() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("z")
        dialog = screen.app.screen
        assert isinstance(dialog, Overlooking)
        await pilot.click(dialog.switches, offset=(5, 3))
        assert dialog.switches.options.fold == USUAL.fold - {"dashes"}


async def test_the_length_stays_within_reason() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("z", *"jjjjjjjj", *["minus"] * 9)
        dialog = screen.app.screen
        assert isinstance(dialog, Overlooking)
        assert dialog.switches.options.min_words == 1


async def test_nothing_is_compared_anew_when_nothing_is_changed() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("z", "space", "space", "enter")
        assert messages(screen.app)[-1] == "That is how the sources are compared already."  # type: ignore[arg-type]


async def test_the_last_line_says_what_is_not_as_usual() -> None:
    async with opened() as (screen, pilot):
        odd = Options(min_words=7, fold=frozenset({"case", "accents"}))
        screen.reading.comparison = replace(screen.reading.comparison, options=odd)
        screen.draw()
        await pilot.pause()
        last = grid(screen)[-1]
        for said in options_said(odd):
            assert said in last
    assert options_said(odd) == (
        "minds punctuation, quotes, dashes, tokenisation, width",
        "overlooks accents",
        "passages from 7 words",
    )
    assert options_said(USUAL) == ()
