"""In a real terminal: the reader opens, has the keyboard, and leaves everything as it was."""

import re
import signal
from pathlib import Path

import pytest

from tests.cli.running import Command, Terminal

ALTERNATE_ON, ALTERNATE_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")


def opened(terminal: Terminal) -> None:
    """Wait until the reader shows its sources."""
    terminal.wait_for(lambda out: ALTERNATE_ON in out and b"dancing" in out)


def left_on(out: bytes) -> set[bytes]:
    """The modes of the terminal that were switched on, or (wrapping, cursor) off, and not back."""
    last = {mode: switch for modes, switch in MODE.findall(out) for mode in modes.split(b";")}
    usual = {b"7": b"h", b"25": b"h"}
    return {mode for mode, switch in last.items() if switch != usual.get(mode, b"l")}


def test_it_opens_the_reader_and_leaves_the_terminal_as_it_was(dmreader: Command) -> None:
    with dmreader.in_terminal("a.txt", "b.txt") as terminal:
        opened(terminal)
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.echoes
    assert left_on(bytes(terminal.out)) == set()
    assert terminal.out.count(b"\x1b[>") == terminal.out.count(b"\x1b[<")  # the keyboard's own mode


def test_the_keyboard_works_when_a_source_comes_from_a_pipe(dmreader: Command) -> None:
    with dmreader.in_terminal("-", "b.txt", stdin=b"The dancing man was found, says a pipe.\n") as terminal:
        opened(terminal)
        terminal.wait_for("pipe")
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.echoes


def test_the_keyboard_works_when_standard_input_is_something_else(dmreader: Command) -> None:
    """As under xargs, which gives its commands /dev/null."""
    with dmreader.in_terminal("a.txt", "b.txt", stdin=b"") as terminal:
        opened(terminal)
        terminal.type("q")
        assert terminal.wait() == 0


def test_it_draws_on_the_terminal_when_standard_error_goes_to_a_file(
    dmreader: Command, tmp_path: Path
) -> None:
    with dmreader.in_terminal("a.txt", "b.txt", stderr=tmp_path / "log") as terminal:
        opened(terminal)
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.echoes
    assert left_on(bytes(terminal.out)) == set()
    assert (tmp_path / "log").read_bytes() == b""


@pytest.mark.parametrize("arguments", [["--plain"], ["--format", "text"]])
def test_what_is_asked_for_as_text_is_printed(arguments: list[str], dmreader: Command) -> None:
    with dmreader.in_terminal("a.txt", "b.txt", *arguments) as terminal:
        assert terminal.wait() == 0
    assert ALTERNATE_ON not in terminal.out
    assert b"bank" in terminal.out
    assert (b"\x1b[" in terminal.out) is (arguments != ["--plain"])


def test_a_terminal_that_can_do_nothing_gets_text_without_any_sequence(dmreader: Command) -> None:
    with dmreader.in_terminal("a.txt", "b.txt", TERM="dumb") as terminal:
        assert terminal.wait() == 0
    assert b"bank" in terminal.out
    assert b"\x1b" not in terminal.out


def test_a_printed_text_is_as_wide_as_the_terminal(dmreader: Command) -> None:
    with dmreader.in_terminal("a.txt", "b.txt", "--format=text", "--color=never", size=(24, 100)) as terminal:
        terminal.wait()
    assert 80 < max(map(len, terminal.out.decode().splitlines())) <= 100


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_reader_and_restores_the_terminal(
    number: signal.Signals, dmreader: Command
) -> None:
    with dmreader.in_terminal("a.txt", "b.txt") as terminal:
        opened(terminal)
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert terminal.echoes
    assert left_on(bytes(terminal.out)) == set()


def test_exit_code_is_told_after_reading_too(dmreader: Command) -> None:
    with dmreader.in_terminal("a.txt", "b.txt", "--exit-code") as terminal:
        opened(terminal)
        terminal.type("q")
        assert terminal.wait() == 1
