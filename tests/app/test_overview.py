"""The overview on screen: figures, pictures, and the way from them into the panes."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from dmreader.app.overview import Overview
from dmreader.app.reader import ReaderApp
from dmreader.comparing import compare
from dmreader.model import Comparison, Member, Source
from dmreader.reading import Reading, uncompared
from dmreader.store.settings import Settings
from tests.app.made import grid, messages, opened


def shown(view: object) -> str:
    assert isinstance(view, Overview)
    return "\n".join(grid(view))


async def test_the_figures_of_every_source_and_pair_are_shown() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("o")
        await pilot.pause()
        text = shown(screen.app.screen)
        assert "3 sources, 91 words" in text
        [row] = [line for line in text.split("\n") if line.strip().startswith("one    ") and "68%" in line]
        assert row.split()[:6] == ["one", "38", "6", "68%", "2", "2"]
        [pair] = [line for line in text.split("\n") if "one   ↔ two" in line]
        assert pair.split()[-8:] == ["60%", "80%", "3", "2", "0", "1", "0", "1"]


async def test_the_link_at_the_cursor_is_chosen_and_told() -> None:
    async with opened(at=Member(0, 3)) as (screen, pilot):
        await pilot.press("o")
        await pilot.pause()
        view = screen.app.screen
        assert isinstance(view, Overview)
        text = shown(view)
        assert "the same words · ↕ moved · 0.95 · made by hand" in text
        assert "one:4" in text
        assert "two:2" in text


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_pictures_are_drawn_with_the_signs_one_has(ascii_only: bool) -> None:
    settings = Settings(glyphs="ascii" if ascii_only else "unicode", hints=False)
    async with opened(settings=settings) as (screen, pilot):
        for keys in ("o", "p", "k", "p"):
            await pilot.press(keys)
            await pilot.pause()
            text = shown(screen.app.screen)
            braille = any(0x2800 < ord(c) < 0x2900 for c in text)
            if ascii_only:
                view = screen.app.screen
                assert isinstance(view, Overview)
                area = view.picture.region
                rows = grid(view)[area.y : area.bottom]
                assert all(row.isascii() for row in rows)
            elif keys != "k":
                assert braille


async def test_a_click_chooses_a_row_and_a_link_and_two_go_there() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("o")
        await pilot.pause()
        view = screen.app.screen
        assert isinstance(view, Overview)
        await pilot.click(view.table, offset=(4, 7))
        await pilot.pause()
        assert view.subjects[view.at] == (0, 2)
        picture = view.picture
        await pilot.click(picture, offset=(picture.margin + picture.across - 1, 2))
        await pilot.pause()
        assert view.tie == len(view.ties) - 1
        await pilot.click(picture, offset=(picture.margin + picture.across - 1, 2), times=2)
        await pilot.pause()
        assert screen.app.screen is screen
        assert screen.reading.cursor == Member(0, 4)


async def test_one_source_and_no_links_are_no_trouble() -> None:
    for sources in ([Source("a", "Only one here. And a second.")], [Source("a", ""), Source("b", "x")]):
        app = ReaderApp(Reading(compare(sources)), Settings(hints=False))
        async with app.run_test(size=(100, 30)) as pilot:
            await press_all(pilot, "o j k l h tab p p g G")
            assert isinstance(app.screen, Overview)
            await press_all(pilot, "enter")


async def press_all(pilot: Pilot[int], keys: str) -> None:
    for key in keys.split():
        await pilot.press(key)
        await pilot.pause()


async def test_before_the_comparison_it_says_so() -> None:
    sources = [Source("a", "One."), Source("b", "Two.")]
    app = ReaderApp(Reading(uncompared(sources), compared=False), Settings(hints=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await press_all(pilot, "o p")
        assert messages(app)[-2:] == ["The sources are still being compared."] * 2


async def test_names_from_outside_are_not_markup() -> None:
    async with opened() as (screen, pilot):
        old = screen.reading.comparison
        sources = tuple(replace(s, name=f"[b]{s.name}[/b] \\[x") for s in old.sources)
        screen.reading.comparison = replace(old, sources=sources)
        await press_all(pilot, "o")
        assert "[b]one[/b] \\[x" in shown(screen.app.screen)


@pytest.mark.parametrize("width", [1, 2, 5, 9, 13, 20, 33, 47, 80, 101, 160, 200])
async def test_every_width_and_height_can_be_drawn(width: int, comparison: Comparison) -> None:
    app = ReaderApp(Reading(comparison), Settings(hints=False))
    async with app.run_test(size=(width, 1 + width // 3)) as pilot:
        for key in ("o", "p", "k", "escape", "p"):
            await pilot.press(key)
        await pilot.pause()
        await pilot.resize_terminal(width, 40)
        await pilot.pause()
        await pilot.press("f")
        await pilot.press("n")
        await pilot.pause()
