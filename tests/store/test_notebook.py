"""Notes stay: on disk at once, in renamed and edited files, under several programs, whatever the file is."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from dmreader.model import Place, Source
from dmreader.store.database import VERSION, StateError
from dmreader.store.items import Kept
from dmreader.store.notebook import Notebook
from dmreader.store.placing import Found, Placing

TEXT = (
    "The rain had not stopped since Monday.\nTwo bridges were closed, and a third was watched by the army.\n"
    "“We have never seen the like,” said the mayor.\nSchools stay shut until Friday, the council said.\n"
    "Buses will not run north of the river, and the trains are late.\nNobody was hurt, police added.\n"
)
OTHER = "A text of its own, with a sentence on bridges.\nAnd another one that says nothing of them at all.\n"


def source(name: str, text: str, path: str | None = None) -> Source:
    return Source(name, text, text, path=path)


def place(source: int, text: str, words: str) -> Place:
    start = text.index(words)
    return Place(source, start, start + len(words))


@contextmanager
def notebook(path: Path | None, *sources: Source) -> Iterator[Notebook]:
    book = Notebook(sources, path)
    yield book
    book.close()


BRIDGES = "Two bridges were closed, and a third was watched by the army."


def test_a_note_is_there_the_next_time(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        note = book.add("note", [place(0, TEXT, BRIDGES)], "which ones? [ask]")
        assert book.items == (note,)
    with notebook(tmp_path / "s.db", source("renamed", TEXT, "/elsewhere.txt")) as book:
        [item] = book.items
        assert (item.kind, item.body) == ("note", "which ones? [ask]")
        assert item.places == (place(0, TEXT, BRIDGES),)
        assert not item.moved
        assert book.notice == ""


def test_notes_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)):
        assert (tmp_path / "s.db").stat().st_mode & 0o077 == 0


def test_other_texts_know_nothing_of_it(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        book.add("bookmark", [place(0, TEXT, BRIDGES)])
    with notebook(tmp_path / "s.db", source("a", OTHER)) as book:
        book.search()
        assert (book.items, book.lost) == ((), ())


def test_in_an_edited_file_a_note_is_found_by_searching_and_then_known(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        book.add("note", [place(0, TEXT, BRIDGES)], "x")
    edited = "A new beginning.\n" + TEXT.replace("by the army", "by the soldiers")
    with notebook(tmp_path / "s.db", source("b", OTHER), source("a2", edited)) as book:
        assert not book.items
        book.search()
        [item] = book.items
        assert item.moved
        assert item.standing[0].source == 1
        assert edited[slice(*item.standing[0][1:])].startswith("Two bridges were closed, and a third")
    with notebook(tmp_path / "s.db", source("a2", edited)) as book:
        assert len(book.items) == 1
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        assert [(i.places, i.moved) for i in book.items] == [((place(0, TEXT, BRIDGES),), False)]


TINY = "The café opened at nine.\nNobody came, and so it closed at ten.\nThat was all.\n"


@pytest.mark.parametrize(
    "edited",
    [
        TINY.replace("at nine", "at half past eight"),
        TINY.replace("and so it closed", "so it had closed"),
        "First of all:\n" + TINY.replace("That was all", "That was not all"),
    ],
)
def test_a_tiny_file_may_be_renamed_and_edited(tmp_path: Path, edited: str) -> None:
    with notebook(tmp_path / "s.db", source("a", TINY, "/one.txt")) as book:
        book.add("note", [place(0, TINY, "Nobody came, and so it closed at ten.")], "why?")
    with notebook(tmp_path / "s.db", source("b", edited, "/two.txt")) as book:
        book.search()
        (found,) = book.items
        start = edited.index("Nobody came")
        assert found.places == (Place(0, start, edited.index("\n", start)),)


@pytest.mark.parametrize(
    "other",
    [
        "It rained all day.\nNobody came, and so it closed at ten.\nThe mayor was not there.\n",
        "The café opened at nine.\nThat was all.\n",
        "Nobody spoke.\n",
    ],
)
def test_another_tiny_text_does_not_get_the_note(tmp_path: Path, other: str) -> None:
    with notebook(tmp_path / "s.db", source("a", TINY, "/one.txt")) as book:
        book.add("note", [place(0, TINY, "Nobody came, and so it closed at ten.")], "why?")
    with notebook(tmp_path / "s.db", source("a", other, "/two.txt")) as book:
        book.search()
        assert (book.items, book.lost) == ((), ())


def test_what_cannot_be_placed_is_listed(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT, "/news/a.txt")) as book:
        book.add("note", [place(0, TEXT, BRIDGES)], "keep me")
    changed = "The whole report was written anew from the first word to the last, and it is short.\n"
    with notebook(tmp_path / "s.db", source("a", changed, "/news/a.txt")) as book:
        book.search()
        assert not book.items
        [item] = book.lost
        assert (item.body, item.quoted, item.names) == ("keep me", (BRIDGES,), ("a",))
        book.remove(item)
        assert book.lost == ()


def test_change_remove_and_restore(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        note = book.add("note", [place(0, TEXT, BRIDGES)], "one")
        note = book.change(note, "two")
        assert note.body == "two"
        book.remove(note)
        assert not book.items
        assert book.restore() == note
        assert book.restore() is None
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        assert [item.body for item in book.items] == ["two"]


def test_at_gives_what_touches_a_place() -> None:
    with notebook(None, source("a", TEXT), source("b", OTHER)) as book:
        note = book.add("note", [place(0, TEXT, BRIDGES), place(1, OTHER, "bridges")], "both")
        mark = book.add("bookmark", [place(0, TEXT, "Nobody was hurt, police added.")])
        assert book.at(place(0, TEXT, "third")) == (note,)
        assert book.at(place(1, OTHER, "a sentence on bridges.")) == (note,)
        assert book.at(place(0, TEXT, "police")) == (mark,)
        assert book.at(place(0, TEXT, "police"), "note") == ()


def test_a_correction_needs_all_of_its_sources() -> None:
    with notebook(None, source("a", TEXT), source("b", OTHER)) as book:
        tie = book.add("together", [place(0, TEXT, BRIDGES), place(1, OTHER, "with a sentence on bridges")])
        assert book.items == (tie,)


def test_a_correction_of_a_source_that_is_not_open_waits(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT), source("b", OTHER)) as book:
        book.add("together", [place(0, TEXT, BRIDGES), place(1, OTHER, "with a sentence on bridges")])
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        book.search()
        assert (book.items, book.lost) == ((), ())
    with notebook(tmp_path / "s.db", source("b", OTHER), source("a", TEXT)) as book:
        assert [p and p.source for p in book.items[0].places] == [1, 0]


def test_a_note_added_during_a_search_is_not_lost_from_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        book.add("note", [place(0, TEXT, BRIDGES)], "old")
    edited = "A new beginning.\n" + TEXT
    with notebook(tmp_path / "s.db", source("a", edited)) as book:
        search = Placing.by_search

        def meanwhile(placing: Placing, versions: Sequence[Kept]) -> Found | None:
            monkeypatch.setattr(Placing, "by_search", search)
            book.add("note", [place(0, edited, "A new beginning.")], "new")
            return search(placing, versions)

        monkeypatch.setattr(Placing, "by_search", meanwhile)
        book.search()
        assert sorted(item.body for item in book.items) == ["new", "old"]


def test_of_two_sources_with_one_content_the_name_tells(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("copy", TEXT)) as book:
        book.add("bookmark", [place(0, TEXT, BRIDGES)])
    with notebook(tmp_path / "s.db", source("first", TEXT), source("copy", TEXT)) as book:
        assert book.items[0].standing[0].source == 1


@pytest.mark.parametrize("kind", ["text", "newer", "foreign", "cut"])
def test_a_file_that_cannot_be_used_is_moved_aside(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "deep" / "s.db"
    with notebook(path, source("a", TEXT)) as book:
        for number in range(40):
            book.add("note", [place(0, TEXT, BRIDGES)], f"old {number} " + "x" * 500)
    if kind == "text":
        path.write_text("no database " * 200)
    elif kind == "cut":
        path.write_bytes(path.read_bytes()[:6000])
    else:
        with sqlite3.connect(path) as db:
            db.execute(f"PRAGMA user_version = {VERSION + 1}" if kind == "newer" else "DROP TABLE memory")
        db.close()
    bad = path.read_bytes()
    for number in (1, 2):
        with notebook(path, source("a", TEXT)) as book:
            assert f"bad-{number}" in book.notice
            assert "\n" not in book.notice
            assert not book.items
            book.add("note", [place(0, TEXT, BRIDGES)], "new")
        assert path.with_name(f"s.db.bad-{number}").read_bytes() == bad
        with notebook(path, source("a", TEXT)) as book:
            assert [item.body for item in book.items] == ["new"]
            assert book.notice == ""
        path.write_bytes(bad)


def test_a_folder_that_cannot_be_written_keeps_notes_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with notebook(tmp_path / "file" / "s.db", source("a", TEXT)) as book:
        assert "only until you quit" in book.notice
        assert book.add("note", [place(0, TEXT, BRIDGES)], "x") in book.items


def test_a_state_that_can_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        book.add("note", [place(0, TEXT, BRIDGES)], "kept")
    before = (tmp_path / "s.db").read_bytes()

    def refuse(_: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    # root may write everywhere, so the refusal is made here
    from dmreader.store import database

    prepare = database._prepare
    calls: list[object] = []

    def once(connection: sqlite3.Connection) -> None:
        calls.append(connection)
        if len(calls) == 1:
            refuse(connection)
        prepare(connection)

    monkeypatch.setattr(database, "_prepare", once)
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        assert "only until you quit" in book.notice
        assert [item.body for item in book.items] == ["kept"]
        book.add("note", [place(0, TEXT, BRIDGES)], "lost at the end")
    assert (tmp_path / "s.db").read_bytes() == before


def test_a_failed_save_is_told_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dmreader.store import database

    monkeypatch.setattr(database, "WAIT", 0.05)
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        blocker = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
        blocker.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StateError, match="could not be saved"):
            book.add("note", [place(0, TEXT, BRIDGES)], "x")
        blocker.rollback()
        blocker.close()
        assert not book.items
        book.add("note", [place(0, TEXT, BRIDGES)], "y")


WRITER = """
import os, sys
from pathlib import Path
from dmreader.model import Place, Source
from dmreader.store import database
from dmreader.store.notebook import Notebook
database.WAIT = 60.0  # for its turn, on whatever disk
text = "Some words to stand on. " * 5
book = Notebook([Source("a", text, text)], Path(sys.argv[1]))
for number in range(15):
    book.add("note", [Place(0, 0, 10)], sys.argv[2])
    print("saved", flush=True)
os.kill(os.getpid(), 9)
"""


def test_several_programs_write_at_once_and_a_kill_loses_nothing_saved(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stdout=subprocess.PIPE, text=True)
        for name in "xyz"
    ]
    told = "".join(program.communicate(timeout=50)[0] for program in programs)
    assert told.count("saved") == 45
    text = "Some words to stand on. " * 5
    with notebook(path, source("a", text)) as book:
        assert sorted(item.body for item in book.items) == sorted("xyz" * 15)


def test_what_another_program_wrote_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with notebook(path, source("a", TEXT)) as one, notebook(path, source("a", TEXT)) as two:
        assert not one.changed_elsewhere()
        two.add("note", [place(0, TEXT, BRIDGES)], "x")
        assert one.changed_elsewhere()
        assert not two.changed_elsewhere()
        one.read()
        assert one.items == two.items
        assert not one.changed_elsewhere()


def test_odd_text_and_odd_names_are_kept(tmp_path: Path) -> None:
    odd = Source("b\udcff", TEXT, TEXT, path="/b\udcff\x1b.txt")
    with notebook(tmp_path / "s.db", odd) as book:
        assert book.add("note", [place(0, TEXT, BRIDGES)], "a\0b\ud800'; DROP TABLE item;--").body


def test_a_book_can_be_opened_on_the_texts_as_they_are_now(tmp_path: Path) -> None:
    with notebook(tmp_path / "s.db", source("a", TEXT)) as book:
        book.add("note", [place(0, TEXT, BRIDGES)], "x")
        edited = "New first line.\n" + TEXT
        book.turn_to([source("a", edited)])
        assert book.items[0].standing == (place(0, edited, BRIDGES),)


def test_memory_and_last_place(tmp_path: Path) -> None:
    sources = source("a", TEXT), source("b", OTHER)
    with notebook(tmp_path / "s.db", *sources) as book:
        assert book.memory.recall("theme") is None
        assert book.memory.last_place(sources) is None
        book.memory.keep("theme", "nord")
        book.memory.keep("theme", "dracula")
        book.memory.keep_place(sources, 1, 47)
    with notebook(tmp_path / "s.db", *sources) as book:
        assert book.memory.recall("theme") == "dracula"
        assert book.memory.last_place(sources) == (1, 47)
        assert book.memory.last_place(sources[:1]) is None


def test_old_places_are_forgotten_and_the_theme_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    from dmreader.store import memory

    monkeypatch.setattr(memory, "MOST", 3)
    with notebook(None, source("a", TEXT)) as book:
        book.memory.keep("theme", "nord")
        sets = [(source("a", f"{TEXT}{number}"),) for number in range(5)]
        for sources in sets:
            book.memory.keep_place(sources, 0, 2)
        known = [book.memory.last_place(sources) is not None for sources in sets]
        assert known == [False, False, True, True, True]
        assert book.memory.recall("theme") == "nord"
