"""Notes, bookmarks and corrections on screen: written, found, removed, brought back, kept."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from dmreader.app.notes_dialog import NoteDialog
from dmreader.app.notes_keeping import keeping
from dmreader.app.notes_list import NotesPicker
from dmreader.app.picker import Picker
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.comparing import compare
from dmreader.model import Member, Place, Source
from dmreader.reading import Reading
from dmreader.store.notebook import Notebook
from dmreader.store.settings import Settings
from dmreader.store.state import State
from tests.app.made import grid, made, messages, opened, until


@asynccontextmanager
async def kept(path: Path, settings: Settings | None = None) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """The made comparison with a notebook on disk."""
    reading = Reading(made())
    app = ReaderApp(reading, settings or Settings(), state=State(path))
    app.keeping.return_to_last_place()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        yield app, pilot
    app.keeping.leave()


async def press(pilot: Pilot[int], keys: str) -> None:
    """Keys one after the other, each with time to be done."""
    for key in keys.split():
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_note_is_written_shown_and_there_the_next_time(tmp_path: Path) -> None:
    async with kept(tmp_path / "s.db") as (app, pilot):
        await press(pilot, "j a left_square_bracket x right_square_bracket ctrl+j y enter")
        assert [item.body for item in app.keeping.book.items] == ["[x]\ny"]
        assert isinstance(app.screen, ReaderScreen)
        rows = grid(app.screen)
        assert sum("✎ [x]" in row or "✎ y" in row for row in rows) == 2  # under the panes
        assert any("✎ Nobody on the quay waved." in row for row in rows)  # in the gutter
    async with kept(tmp_path / "s.db") as (app, pilot):
        assert app.reading.noted == {Member(0, 1)}
        assert app.reading.cursor == Member(0, 1)
        await press(pilot, "a")
        assert isinstance(app.screen, NoteDialog)
        assert app.screen.query_one(TextArea).text == "[x]\ny"
        await press(pilot, "z enter")
        assert [item.body for item in app.keeping.book.items] == ["[x]\nyz"]


async def test_what_was_written_is_not_dropped_by_one_escape() -> None:
    async with opened(at=Member(0, 1)) as (screen, pilot):
        await press(pilot, "a h i escape")
        assert isinstance(screen.app.screen, NoteDialog)
        await press(pilot, "escape")
        assert screen.is_current
        assert not keeping(screen).book.items
        await press(pilot, "a escape")
        assert screen.is_current


async def test_a_note_left_empty_is_removed_and_can_come_back() -> None:
    async with opened(at=Member(0, 1)) as (screen, pilot):
        await press(pilot, "a h enter a backspace enter")
        assert not keeping(screen).book.items
        await press(pilot, "Z")
        assert [item.body for item in keeping(screen).book.items] == ["h"]


async def test_the_list_goes_there_and_removes() -> None:
    async with opened(at=Member(0, 1)) as (screen, pilot):
        await press(pilot, "B G B g apostrophe")
        assert isinstance(screen.app.screen, NotesPicker)
        await press(pilot, "down enter")
        assert screen.reading.cursor == Member(0, 5)
        await press(pilot, "apostrophe ctrl+d")
        assert isinstance(screen.app.screen, NotesPicker)
        assert screen.reading.noted == {Member(0, 5)}
        await press(pilot, "ctrl+d")
        assert not screen.reading.noted


async def test_a_note_whose_words_are_gone_is_listed(tmp_path: Path) -> None:
    text = "The bridge was closed on Monday. Nobody was hurt there at all.\n" * 3
    book = Notebook([Source("a", text, path="/a.txt")], tmp_path / "s.db")
    book.add("note", [Place(0, 0, 32)], "remember this")
    book.close()
    other = "Everything was written anew, and what stands here now is something else."
    reading = Reading(compare([Source("a", other, path="/a.txt")]))
    app = ReaderApp(reading, Settings(), state=State(tmp_path / "s.db"))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "")
        await press(pilot, "apostrophe")
        assert isinstance(app.screen, NotesPicker)
        [row] = app.screen.items
        assert row.left[1][0] == "remember this"
        assert row.right == "no longer in a"


async def test_two_sentences_are_tied_and_untied() -> None:
    async with opened(at=Member(0, 1)) as (screen, pilot):
        links = len(screen.reading.comparison.links)
        await press(pilot, "C enter")
        screen.reading.put(Member(1, 3))
        await press(pilot, "C")
        assert isinstance(screen.app.screen, Picker)
        assert screen.app.screen.items[0].left[0][0] == "It belongs together with one:2"
        await press(pilot, "enter")
        assert len(screen.reading.comparison.links) == links + 1
        assert {p.source for p in screen.reading.partners()} == {0}
        await press(pilot, "C down enter")
        assert len(screen.reading.comparison.links) == links
        await press(pilot, "C")
        undo = [row.left[0][0] for row in screen.app.screen.items]
        assert undo[-2:] == ["Undo: belong together", "Undo: do not belong together"]


async def test_a_quotation_that_is_none_goes() -> None:
    async with opened(at=Member(0, 2)) as (screen, pilot):
        quotes = len(screen.reading.comparison.quotes)
        await press(pilot, "C end up")
        await press(pilot, "T h i s space i s space n o enter")
        assert len(screen.reading.comparison.quotes) == quotes - 1
        assert screen.reading.cursor == Member(0, 2)


async def test_corrections_are_in_force_the_next_time(tmp_path: Path) -> None:
    async with kept(tmp_path / "s.db") as (app, pilot):
        app.reading.put(Member(0, 3))
        await press(pilot, "C down enter")
        assert not app.reading.partners()
    async with kept(tmp_path / "s.db") as (app, pilot):
        await app.workers.wait_for_complete()
        app.reading.put(Member(0, 3))
        assert not app.reading.partners()
        assert app.reading.cursor == Member(0, 3)


async def test_the_theme_is_kept_and_the_hint_is_shown_once(tmp_path: Path) -> None:
    async with kept(tmp_path / "s.db") as (app, pilot):
        assert any("shows all keys" in message for message in messages(app))
        app.theme = "nord"
        await pilot.pause()
    async with kept(tmp_path / "s.db") as (app, _):
        assert app.theme == "nord"
        assert not any("shows all keys" in message for message in messages(app))
    async with kept(tmp_path / "s.db", Settings(theme="dracula")) as (app, _):
        assert app.theme == "dracula"


async def test_a_state_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_text("no database" * 100)
    async with kept(tmp_path / "s.db") as (app, _):
        assert any("bad-1" in message for message in messages(app))


async def test_corrections_are_in_what_is_exported(tmp_path: Path) -> None:
    async with opened(at=Member(0, 1)) as (screen, pilot):
        await pilot.press("equals_sign", "l", "j", "equals_sign")
        await pilot.pause()
        tied = len(screen.reading.comparison.links)
        assert tied == len(made().links) + 1
        await pilot.press("x")
        screen.app.screen.query_one(Input).value = str(tmp_path / "out.json")
        await pilot.press("enter")
        await until(pilot, lambda: screen.is_current)
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(told["links"]) == tied


async def test_the_list_waits_until_it_is_known_where_notes_stand(tmp_path: Path) -> None:
    async with kept(tmp_path / "s.db") as (app, pilot):
        await press(pilot, "B")
        book = app.keeping.book
        book.items, book.unplaced = (), 1  # as at the start, while it is looked for
        await press(pilot, "apostrophe")
        assert isinstance(app.screen, NotesPicker)
        assert len(app.screen.items) == 1
