"""The quotations on screen: list, filter, places, and the way into the panes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from dmreader.app.pieces import Row
from dmreader.app.quotes_view import QuotesView
from dmreader.app.reader import ReaderApp
from dmreader.comparing import compare
from dmreader.model import Member, Quote, Source, Speaker
from dmreader.reading import Reading
from dmreader.store.settings import Settings
from tests.app.made import grid, made, opened


@asynccontextmanager
async def viewed(
    reading: Reading, size: tuple[int, int] = (140, 40), glyphs: str = "unicode"
) -> AsyncIterator[tuple[QuotesView, Pilot[int]]]:
    """The quotations of a reading in a running app."""
    app = ReaderApp(reading, Settings(hints=False, glyphs="ascii" if glyphs == "ascii" else "unicode"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("Q")
        await pilot.pause()
        view = app.screen
        assert isinstance(view, QuotesView)
        yield view, pilot


def shown(view: QuotesView) -> str:
    return "\n".join(grid(view))


def told() -> Reading:
    """The made comparison with all that a quote can tell."""
    comparison = made()
    first, song, second, *rest = comparison.quotes
    second = replace(
        second,
        likeness="reworded",
        speaker=Speaker("a sailor", None, None, 0),
        handles=("@quay",),
        about=("#sea",),
        why="confirmed by one",
        confidence=0.5,
        similar=(2,),
    )
    return Reading(replace(comparison, quotes=(first, song, second, *rest)))


async def test_each_quotation_is_one_row_with_who_carries_it_and_what_differs() -> None:
    async with viewed(Reading(made()), (100, 30)) as (view, _):
        rows = [line for line in shown(view).split("\n") if "We will be back by" in line]
        assert rows[0].split()[0] == "▌"
        assert rows[0].split()[-5:] == ["words", "”", "~", "·", "2"]
        assert "the captain" in rows[0]


async def test_the_places_tell_words_speaker_tags_and_reason() -> None:
    async with viewed(told(), (200, 40)) as (view, _):
        text = shown(view)
        for said in (
            "≠ the words differ", "≠ given to different speakers", "-by", "+on", "other words", "a sailor",
            "named by one", "confirmed by one", "50% sure", "in it @quay", "about it #sea",
            "similar, not the same", "Good luck",
        ):  # fmt: skip
            assert said in text, said


async def test_typing_narrows_and_the_filter_is_stated_until_cleared() -> None:
    async with viewed(Reading(made())) as (view, pilot):
        await pilot.press("slash", *"mayor", "enter", "c")
        await pilot.pause()
        assert "only: with mayor, in one" in shown(view)
        assert "No quotation passes this filter" in shown(view)
        await pilot.press("enter")
        assert pilot.app.screen is not view


async def test_escape_gives_up_the_words_then_leaves() -> None:
    async with viewed(Reading(made())) as (view, pilot):
        await pilot.press("slash", *"mayor", "escape")
        await pilot.pause()
        assert len(view.listed) == 4
        await pilot.press("escape")
        assert pilot.app.screen is not view


async def test_the_places_of_a_quotation_are_gone_through_in_the_panes() -> None:
    async with opened(at=Member(0, 2)) as (screen, pilot):
        await pilot.press("Q", "l", "enter")
        await pilot.pause()
        assert screen.reading.cursor == Member(1, 2)
        assert any("place 2 of 2" in row for row in grid(screen))
        await pilot.press("asterisk")
        await pilot.pause()
        assert screen.reading.cursor == Member(0, 2)
        assert any("place 1 of 2" in row for row in grid(screen))
        await pilot.press("backspace")
        assert screen.reading.cursor == Member(1, 2)


async def test_without_quotations_it_says_so() -> None:
    one = Reading(compare((Source("one", "Nobody said a word. It rained."),)))
    async with viewed(one) as (view, pilot):
        assert "No quotation was found." in shown(view)
        await pilot.press("j", "l", "n", "o", "f", "s", "t", "c", "p", "J", "enter")
        assert pilot.app.screen is not view


async def test_one_source_has_no_columns_of_sources() -> None:
    one = Reading(compare((Source("one", "She said: “We will all be back by Friday.”"),)))
    async with viewed(one) as (view, _):
        assert "We will all be back by Friday" in shown(view)
        assert "only in" not in shown(view)


async def test_ascii_is_ascii() -> None:
    async with viewed(told(), glyphs="ascii") as (view, _):
        rows = [row for row in grid(view) if "back" in row]
        assert not set(shown(view)) & set("≠⏎·…”▌½")
        assert any("! " in row for row in rows)


@pytest.mark.parametrize("height", [1, 5, 12])
async def test_no_size_is_too_small(height: int) -> None:
    async with viewed(told(), (40, height)) as (view, pilot):
        for width in (1, 2, 5, 13, 33, 110):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert all(len(row) <= width for row in grid(view) if row.isascii())


async def test_a_row_is_made_only_when_it_is_in_view(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = made()
    quotes = tuple(Quote(0, 90, 100, "other", None, (), (), group) for group in range(20_000))
    reading = Reading(replace(comparison, quotes=quotes))
    async with viewed(reading, (140, 30)) as (view, pilot):
        asked: list[int] = []
        row = view.rows.row

        def counted(at: int) -> Row:
            asked.append(at)
            return row(at)

        monkeypatch.setattr(view.rows, "row", counted)
        await pilot.press("G")
        await pilot.pause()
        assert view.at == 19_999
        assert 0 < len(asked) <= 4 * view.rows.size.height
