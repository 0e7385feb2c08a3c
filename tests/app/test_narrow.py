"""Rows that have little room say less, and never cut a word."""

import pytest

from dmreader.app.glyphs import UNICODE
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.app.tabs import Tabs
from dmreader.comparing import compare
from dmreader.model import Source
from dmreader.reading import Reading, uncompared
from dmreader.store.settings import Settings
from tests.app.made import grid, opened


async def test_the_overview_keeps_every_class_at_forty_columns() -> None:
    async with opened((40, 12)) as (screen, pilot):
        await pilot.press("o")
        shown = grid(screen.app.screen)
        pairs = next(row for row in shown if "1st" in row)
        assert pairs.split() == ["1st", "2nd", "=", "≈", "~", "½", "↕"]
        assert shown[1].split() == ["words", "shared", "•", "”"]
        assert shown[2][: shown[1].index("”") + 1].split() == ["one", "38", "68%", "2", "2"]


async def test_what_was_found_is_counted_without_a_cut_word() -> None:
    for width, said in ((40, " 3 "), (80, " 3 in 3 sources ")):
        async with opened((width, 12)) as (screen, pilot):
            await pilot.press("slash", *"harbour")
            await pilot.pause()
            assert any(row.rstrip().endswith(said.rstrip()) for row in grid(screen)), width


async def test_the_inspector_does_not_part_a_count() -> None:
    async with opened((40, 12)) as (screen, pilot):
        await pilot.press("j", "j")
        assert any("1/1▸" in row for row in grid(screen))


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("cursor", [0, 5, 11])
def test_sources_that_have_no_room_in_the_line_of_names_are_told(width: int, cursor: int) -> None:
    sources = [Source(f"report-{n}", f"Text {n}.") for n in range(12)]
    reading = Reading(uncompared(sources), compared=False)
    reading.pane(cursor)
    said = "".join(text for text, _ in Tabs(reading, UNICODE).pieces(width)[0])
    assert len(said) <= width
    assert f"{cursor + 1} " in said
    assert ("…" in said) == (" 12 " not in said or " 1 " not in said)


async def test_right_to_left_words_leave_the_rest_of_the_row_alone() -> None:
    sources = [
        Source("heb", "שלום עולם וכל השאר\n\nהאונייה עזבה את הנמל.", title="שלום עולם וכל השאר"),
        Source("en", "The ship left the harbour."),
    ]
    async with ReaderApp(Reading(uncompared(sources), compared=False), Settings(hints=False)).run_test(
        size=(100, 12)
    ) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.pause()
        rows = [row for row in grid(screen) if "שלום" in row or "הנמל" in row]
        assert len(rows) >= 2
        for row in rows:
            last = max(at for at, character in enumerate(row) if "\u0590" <= character <= "\u05ff")
            assert "\u200e" in row[last:]


@pytest.mark.parametrize("width", [120, 80])
async def test_a_source_without_text_says_so(width: int) -> None:
    app = ReaderApp(
        Reading(compare([Source("empty", ""), Source("full", "Rain fell.")])), Settings(hints=False)
    )
    async with app.run_test(size=(width, 20)):
        assert isinstance(app.screen, ReaderScreen)
        assert any("empty" in row and "no text in it" in row for row in grid(app.screen))


@pytest.mark.parametrize(("width", "told"), [(140, True), (60, False)])
async def test_beside_the_filter_stands_the_key_that_clears_it_where_there_is_room(
    width: int, told: bool
) -> None:
    async with opened((width, 20)) as (screen, pilot):
        await pilot.press("f", *"moved", "enter")
        shown = grid(screen)[-1]
        assert ("filter: moved  F clears" in shown) is told
        assert shown.rstrip().endswith("sentence 4/6")
        await pilot.press("F")
        assert "clears" not in grid(screen)[-1]
