"""What was saved outlives the program, the file's name, and the sentence it stood on."""

import os
import signal
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal

FIRST = "The ship left the harbour at dawn on Monday.\nNobody on the quay waved to it.\nIt was cold.\n"
SECOND = "Rain fell on the town all day.\nThe ship left the harbour at dawn on Monday.\n"


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """A folder with two texts; a note was saved on the second sentence of one, and the program killed."""
    (tmp_path / "one.txt").write_text(FIRST)
    (tmp_path / "two.txt").write_text(SECOND)
    terminal = Terminal(["one.txt", "two.txt"], tmp_path)
    terminal.ready()
    terminal.press("j")
    terminal.sees("sentence 2/")
    terminal.press("a")
    terminal.sees("Enter saves")
    terminal.press("ask the pilot\r")
    terminal.until(lambda shown: "Enter saves" not in shown and "✎" in shown)
    terminal.kill(signal.SIGKILL)
    assert terminal.ended() == 128 + signal.SIGKILL
    return tmp_path


def _listed(folder: Path, *names: str) -> str:
    """The list of notes of another run."""
    terminal = Terminal(names, folder)
    terminal.ready()
    terminal.press("'")
    shown = terminal.until(lambda shown: "Ctrl+E edits" in shown and "ask the pilot" in shown)
    terminal.press("\x1b")
    terminal.until(lambda shown: "Ctrl+E edits" not in shown)
    terminal.press("q")
    assert terminal.ended() == 0
    return shown


def test_a_killed_program_loses_nothing_that_was_saved(noted: Path) -> None:
    assert "one:2" in _listed(noted, "one.txt", "two.txt")


def test_a_renamed_file_keeps_its_notes(noted: Path) -> None:
    os.rename(noted / "one.txt", noted / "later.txt")
    assert "later:2" in _listed(noted, "later.txt", "two.txt")


def test_an_edited_file_keeps_its_notes(noted: Path) -> None:
    (noted / "one.txt").write_text("A line put before.\n" + FIRST.replace("waved to it", "waved at it"))
    assert "one:3" in _listed(noted, "one.txt", "two.txt")


def test_what_finds_no_place_is_listed(noted: Path) -> None:
    (noted / "one.txt").write_text(FIRST.replace("Nobody on the quay waved to it.", "Gulls cried."))
    shown = _listed(noted, "one.txt", "two.txt")
    assert "one:2" not in shown
