"""Open, move, jump, export, quit: in a terminal, with the screen read back."""

import json
import signal
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal

_LEFT = (b"\x1b[?1049l", b"\x1b[?25h")  # the ordinary screen, and a cursor that is seen


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    (tmp_path / "one.txt").write_text(
        "The ship left the harbour at dawn on Monday.\nNobody on the quay waved to it.\nIt was cold.\n"
    )
    (tmp_path / "two.txt").write_text(
        "Rain fell on the town all day.\nThe ship left the harbour at dawn on Monday.\n"
    )
    return [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


def _name(terminal: Terminal, file: str) -> None:
    terminal.sees("-compared")
    terminal.press("\x15")
    terminal.until(lambda shown: "-compared" not in shown)
    terminal.press(f"{file}\r")


def test_the_whole_way(tmp_path: Path) -> None:
    terminal = Terminal([], tmp_path)
    terminal.compared()
    terminal.press("j")
    terminal.sees("sentence 2/")
    terminal.press("n")
    before = terminal.until(lambda shown: "1 of" in shown)
    terminal.press("\r")
    terminal.until(lambda shown: "partners of" in shown and shown != before)
    terminal.press("\x7f")
    terminal.until(lambda shown: "partners of" not in shown)
    terminal.press("x")
    terminal.sees("Export the comparison")
    _name(terminal, "found.json")
    terminal.sees("Written to")
    terminal.press("q")
    assert terminal.ended() == 0
    assert all(code in terminal.raw for code in _LEFT)
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert found["schema"] == "dmreader/1"


def test_a_file_that_is_there_is_kept_until_told_twice(tmp_path: Path, texts: list[str]) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text("mine")
    terminal = Terminal(texts, tmp_path)
    terminal.compared()
    terminal.press("x")
    terminal.sees("Export the comparison")
    _name(terminal, "kept.json")
    terminal.sees("F2 overwrites it")
    assert kept.read_text() == "mine"
    terminal.press("\x1bOQ")
    terminal.sees("Written to")
    assert kept.read_text() != "mine"
    terminal.press("q")
    assert terminal.ended() == 0


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
def test_a_signal_leaves_the_terminal_whole(
    tmp_path: Path, texts: list[str], number: signal.Signals, status: int
) -> None:
    terminal = Terminal(texts, tmp_path)
    terminal.compared()
    terminal.kill(number)
    assert terminal.ended() == status
    assert all(code in terminal.raw for code in _LEFT)


@pytest.mark.parametrize(("size", "seen"), [((40, 12), "sentence 1/"), ((5, 3), "5×3")])
def test_small_terminals(tmp_path: Path, texts: list[str], size: tuple[int, int], seen: str) -> None:
    terminal = Terminal(texts, tmp_path, size)
    terminal.sees(seen)
    terminal.press("jnq")
    assert terminal.ended() == 0


def test_without_colour(tmp_path: Path, texts: list[str]) -> None:
    terminal = Terminal(texts, tmp_path, NO_COLOR="1")
    terminal.compared()
    terminal.press("jq")
    assert terminal.ended() == 0
    assert b"38;2;" not in terminal.raw
    assert b"48;2;" not in terminal.raw


def test_escape_sequences_in_a_text_stay_text(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_bytes(
        b"Calm words. \x1b]52;c;UFdORUQ=\x07 More words \x1b]0;PWNTITLE\x07 and \xc2\x9b31m the end.\n"
    )
    terminal = Terminal([str(evil), str(evil)], tmp_path)
    terminal.sees("Calm words")
    terminal.press("jq")
    assert terminal.ended() == 0
    assert b"\x1b]52" not in terminal.raw
    assert b"\x1b]0;" not in terminal.raw
    assert "\u009b".encode() not in terminal.raw
