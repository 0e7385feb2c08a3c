"""The editor is opened at the line, never by a shell, and a changed file is offered to be read again."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from dmreader.app.editor import at_line, chosen_editor
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.comparing import compare
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.sources import load
from dmreader.store.settings import Settings
from tests.app.made import messages, opened
from tests.app.test_clipboard import program


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("vim", ["vim", "+7", "/t/a b.txt"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "/t/a b.txt"]),
        ("code --wait", ["code", "--wait", "-g", "/t/a b.txt:7"]),
        ("code", ["code", "--wait", "-g", "/t/a b.txt:7"]),
        ("hx", ["hx", "/t/a b.txt:7"]),
        ("subl -w", ["subl", "-w", "/t/a b.txt:7"]),
        ("my-editor 'two words'", ["my-editor", "two words", "/t/a b.txt"]),
    ],
)
def test_each_editor_has_its_way_to_a_line(command: str, words: list[str]) -> None:
    assert at_line(chosen_editor(command, {}), "/t/a b.txt", 7) == words


def test_setting_over_visual_over_editor() -> None:
    environ = {"VISUAL": "vis", "EDITOR": "ed"}
    assert chosen_editor("own", environ) == ["own"]
    assert chosen_editor("", environ) == ["vis"]
    assert chosen_editor("", {"VISUAL": " ", "EDITOR": "ed"}) == ["ed"]
    assert chosen_editor("unpaired '", environ) == []


A = "The first line stands here for all to read.\n\nA second one says something else, and more of it.\n"
B = "Another text that has the second line of it.\nA second one says something else, and more of it.\n"


async def test_the_editor_gets_the_line_and_the_change_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    edit = (
        f'echo "$@" > {tmp_path}/args; echo "One line before all." | cat - {tmp_path}/a.txt > {tmp_path}/n; '
    )
    program(tmp_path, "vim", edit + f"mv {tmp_path}/n {tmp_path}/a.txt")
    monkeypatch.setenv("VISUAL", f"{tmp_path}/vim")
    reading = Reading(compare([load(str(tmp_path / name)) for name in ("a.txt", "b.txt")]))
    reading.put(Member(0, 1))
    app = ReaderApp(reading, Settings(hints=False))
    async with app.run_test(size=(100, 30)) as pilot:
        monkeypatch.setattr(app, "suspend", nullcontext)
        await pilot.press("e")
        assert (tmp_path / "args").read_text() == f"+3 {tmp_path}/a.txt\n"
        assert "changed on disk; F5 reads it again" in messages(app)[-1]
        assert reading.cursor == Member(0, 1)
        app.keeping.book.add("note", [app.keeping.place(Member(0, 1))], "kept")
        await pilot.press("f5")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert reading.comparison.sources[0].text.startswith("One line before all.")
        assert reading.text(reading.cursor) == "A second one says something else, and more of it."
        assert reading.noted == {reading.cursor}
        assert reading.marks[0].sentences[reading.cursor.sentence].kind == "verbatim"


async def test_a_file_that_is_gone_is_said_and_nothing_lost(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(A)
    reading = Reading(compare([load(str(tmp_path / "a.txt"))]))
    app = ReaderApp(reading, Settings(hints=False))
    async with app.run_test(size=(100, 30)) as pilot:
        os.remove(tmp_path / "a.txt")
        await pilot.press("f5")
        await app.workers.wait_for_complete()
        assert "a.txt" in messages(app)[-1]
        assert reading.comparison.sources[0].text == A


@pytest.mark.parametrize(
    ("settings", "said"),
    [(Settings(secure=True, hints=False), "secure mode"), (Settings(hints=False), "one is not a file")],
)
async def test_when_there_is_no_editor_it_is_said(settings: Settings, said: str) -> None:
    async with opened(settings=settings) as (screen, pilot):
        await pilot.press("e")
        assert isinstance(screen, ReaderScreen)
        assert isinstance(screen.app, ReaderApp)
        assert said in messages(screen.app)[-1]
