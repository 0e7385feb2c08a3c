"""The pointer, the shell below, trouble and the end of the terminal, in a real one."""

import re
import signal
import sys
import time
from base64 import b64encode
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal, Understood

_LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l")  # the ordinary screen, its cursor, no mouse reports
_DEAF = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
_RUN = "import sys; from dmreader.__main__ import main; sys.exit(main())"


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    rows = [f"Line {n} of a story about a ship and its long way home." for n in range(1, 120)]
    (tmp_path / "one.txt").write_text("\n".join(rows) + "\n")
    (tmp_path / "two.txt").write_text("\n".join(["Rain fell on the town.", *rows]) + "\n")
    return [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


def _sentence(shown: str) -> int:
    found = re.search(r"sentence (\d+)/", shown)
    return int(found[1]) if found else 0


def test_a_click_moves_and_the_wheel_scrolls(tmp_path: Path, texts: list[str]) -> None:
    terminal = Terminal(texts, tmp_path)
    terminal.ready()
    terminal.click(*terminal.find("Line 5 "))
    terminal.until(lambda shown: _sentence(shown) > 3)
    terminal.sees("Line 3 ")
    for _ in range(10):
        terminal.mouse(65, 20, 10)
    terminal.until(lambda shown: "Line 3 " not in shown)
    terminal.press("q")
    assert terminal.ended() == 0


def test_the_map_follows_the_pointer(tmp_path: Path, texts: list[str]) -> None:
    terminal = Terminal(texts, tmp_path)
    terminal.ready()
    column, _ = terminal.find("=▏")
    terminal.mouse(0, column, 3)
    terminal.until(lambda shown: 5 < _sentence(shown) < 40)
    terminal.mouse(32, column, 20)
    terminal.until(lambda shown: _sentence(shown) > 60)
    terminal.mouse(0, column, 20, last="m")
    terminal.press("q")
    assert terminal.ended() == 0


def test_what_is_dragged_over_is_copied(tmp_path: Path) -> None:
    text = "Nobody on the quay waved to the ship that left the harbour at dawn on Monday in the cold rain.\n"
    (tmp_path / "one.txt").write_text(text)
    terminal = Terminal([str(tmp_path / "one.txt")], tmp_path, (40, 20), PATH="")
    terminal.ready()
    begin, (_, row) = terminal.find("on the quay"), terminal.find("harbour")
    terminal.drag(begin, (terminal.find("harbour")[0] + 6, row))
    terminal.press("y")
    terminal.sees("characters to")
    terminal.press("q")
    assert terminal.ended() == 0
    sent = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)", terminal.raw)
    assert sent is not None
    wanted = "on the quay waved to the ship that left the harbour"
    assert sent[1] == b64encode(wanted.encode())


def test_suspended_and_back(tmp_path: Path, texts: list[str]) -> None:
    shell = ("bash", "--norc", "--noprofile", "-i")
    terminal = Terminal([], tmp_path, program=shell, PS1="shell$ ")
    terminal.sees("shell$")
    terminal.press(f"{sys.executable} -m dmreader {texts[0]} {texts[1]}\r")
    terminal.sees("sentence 1/")
    terminal.press("j")
    terminal.sees("sentence 2/")
    terminal.press("\x1a")
    terminal.sees("Stopped")
    before = len(terminal.raw)
    terminal.press("fg\r")
    terminal.until(lambda _: b"\x1b[?1049h" in terminal.raw[before:])
    terminal.press("j")
    terminal.sees("sentence 3/")
    terminal.press("q")
    terminal.until(lambda _: b"shell$ " in terminal.raw[before:].partition(b"\x1b[?1049l")[2])
    terminal.press("echo status=$?\r")
    terminal.sees("status=0")
    terminal.press("exit\r")
    assert terminal.ended() == 0


def test_trouble_is_one_sentence(tmp_path: Path, texts: list[str]) -> None:
    broken = f"import dmreader.app.viewing as v; v.spacing = lambda screen: 1 // 0; {_RUN}"
    terminal = Terminal(texts, tmp_path, program=(sys.executable, "-c", broken))
    terminal.compared()
    terminal.press("P")
    assert terminal.ended() == 2
    assert all(code in terminal.raw for code in _LEFT)
    said = bytes(terminal.raw).decode().rpartition("\x1b[?1049l")[2]
    assert "the reader stopped, which it should not (ZeroDivisionError" in said
    assert "Traceback" not in said
    terminal = Terminal(texts, tmp_path, program=(sys.executable, "-c", broken), DMREADER_DEBUG="1")
    terminal.compared()
    terminal.press("P")
    terminal.ended()
    assert "Traceback" in bytes(terminal.raw).decode().rpartition("\x1b[?1049l")[2]


def test_a_closed_terminal_ends_the_reader_that_does_not_hear_of_it(tmp_path: Path, texts: list[str]) -> None:
    terminal = Terminal(texts, tmp_path, program=(sys.executable, "-c", _DEAF + _RUN))
    terminal.compared()
    terminal.press("G")
    terminal.sees("sentence 119/")
    assert terminal.hang_up() == 129
    again = Terminal(texts, tmp_path)
    again.sees("sentence 119/")  # the place was kept
    again.press("q")
    assert again.ended() == 0


def _stalled(terminal: Terminal) -> None:
    """Type until the terminal holds as much as it can of what nobody reads, and the reader waits for it."""
    terminal.ready()
    _type(terminal)


def _type(terminal: Terminal) -> None:
    for _ in range(60):
        terminal.press("G")
        time.sleep(0.02)
        terminal.press("g")
        time.sleep(0.02)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_reader_of_a_stalled_terminal(
    tmp_path: Path, texts: list[str], number: signal.Signals, status: int
) -> None:
    terminal = Terminal(texts, tmp_path)
    _stalled(terminal)
    terminal.kill(number)
    assert terminal.unread() == status


def test_a_closed_terminal_ends_a_reader_whose_output_nobody_takes(tmp_path: Path, texts: list[str]) -> None:
    lost = "import textual.drivers._writer_thread as w; w.WriterThread.run = lambda self: None; "
    terminal = Terminal(texts, tmp_path, program=(sys.executable, "-c", _DEAF + lost + _RUN))
    time.sleep(2.0)  # nothing can be seen of it
    _type(terminal)
    assert terminal.hang_up() == 129


def test_a_signal_ends_what_trouble_has_stopped_on_a_stalled_terminal(
    tmp_path: Path, texts: list[str]
) -> None:
    broken = f"import dmreader.app.viewing as v; v.spacing = lambda screen: 1 // 0; {_RUN}"
    terminal = Terminal(texts, tmp_path, program=(sys.executable, "-c", broken))
    _stalled(terminal)
    terminal.press("P")
    terminal.kill(signal.SIGTERM)
    assert terminal.unread() == 143


def test_what_never_ends_is_ended(tmp_path: Path) -> None:
    terminal = Terminal([], tmp_path, program=("sleep", "1000"))
    with pytest.raises(AssertionError, match="never ended"):
        terminal.ended(patience=0.2)


def test_sequences_are_understood_wherever_they_are_cut() -> None:
    said = b"a\x1b[>1ub\x1b[?2048$pc\x1b[<ud\x1b]22;default\x07e\x1b[38;2;1;2;3mf\x1b[?25hg"
    for at in range(len(said) + 1):
        understood = Understood()
        assert understood(said[:at]) + understood(said[at:]) == b"abcde\x1b[38;2;1;2;3mf\x1b[?25hg"
