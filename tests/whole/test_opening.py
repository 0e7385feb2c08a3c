"""The first picture waits for nothing that it does not show: not for Textual, not for the comparison."""

import signal
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal

# What each of the three held back would give has to wait until a file is there.
_WAIT = """
import os, sys, time
def wait(*_, **__):
    while not os.path.exists("gate"): time.sleep(0.01)
"""
_RUN = "\nfrom dmreader.__main__ import main; sys.exit(main())"
_HELD = {
    "textual": """
class Finder:
    def find_spec(self, name, *_):
        if name == "textual.app": wait()
sys.meta_path.insert(0, Finder())
""",
    "comparison": """
import dmreader.comparing.passages as passages
find = passages.find_passages
passages.find_passages = lambda *given: (wait(), find(*given))[1]
""",
    "sentences": """
import dmreader.language as language
analyse = language.analyse
language.analyse = lambda *given: (wait(), analyse(*given))[1]
""",
}
_MOUSE = b"\x1b[?1000h"  # Textual asks for it as soon as it has the terminal


class Held(Terminal):
    """The three articles, with one of `_HELD` held back until `let_go`."""

    def __init__(self, what: str, home: Path, size: tuple[int, int] = (140, 40)) -> None:
        self._gate = home / "gate"
        super().__init__((), home, size, program=(sys.executable, "-c", _WAIT + _HELD[what] + _RUN))

    def let_go(self) -> None:
        """What was held back goes on."""
        self._gate.touch()


@pytest.fixture
def held(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Held]:
    terminal = Held(request.param, tmp_path)
    yield terminal
    if terminal.status is None:
        terminal.let_go()
        terminal.press("q")
        terminal.ended()


def _complete(shown: str) -> bool:
    rows = shown.split("\n")
    return (
        all(name in rows[0] for name in ("000", "001", "002"))
        and all(words in shown for words in ("musical superstars", "he became known as", "ridiculed"))
        and "not compared yet" in shown
        and "quit" not in rows[0]
        and "partner" in rows[-1]
        and "sentence 1/" in rows[-1]
    )


@pytest.mark.parametrize("held", ["textual"], indirect=True)
def test_it_does_not_wait_for_textual(held: Held) -> None:
    held.until(_complete)
    assert _MOUSE not in held.raw
    held.let_go()
    held.compared()
    assert _MOUSE in held.raw


@pytest.mark.parametrize("held", ["comparison", "sentences"], indirect=True)
def test_it_does_not_wait_for_the_comparison(held: Held) -> None:
    held.until(_complete)
    held.press("j")
    shown = held.sees("sentence 2/")  # nor does anything else
    assert "not compared yet" in shown
    held.let_go()
    held.compared()


@pytest.mark.parametrize("held", ["comparison"], indirect=True)
def test_nothing_is_painted_more_often_than_it_must_be(held: Held) -> None:
    held.until(_complete)
    held.press("j")
    held.sees("sentence 2/")
    # By itself, again when Textual has cleared the screen, and by Textual.
    assert held.raw.count(b" 001 ") == 3


@pytest.mark.parametrize("held", ["textual"], indirect=True)
def test_what_is_typed_before_textual_is_there_is_not_lost_and_not_seen(held: Held) -> None:
    shown = held.until(_complete)
    held.press("jj")
    held.press("\x1b[B")
    assert not held.modes()[3] & termios.ECHO
    assert "\n".join(held.screen.display) == shown
    held.let_go()
    held.sees("sentence 4/")


@pytest.mark.parametrize("held", ["textual"], indirect=True)
@pytest.mark.parametrize(("number", "status"), [(None, 130), (signal.SIGTERM, 143)])
def test_it_can_be_left(held: Held, number: signal.Signals | None, status: int) -> None:
    held.until(_complete)
    assert held.modes() != held.before
    held.press("\x03") if number is None else held.kill(number)
    held.until(lambda _: b"\x1b[?1049l" in held.raw)
    assert held.modes() == held.before
    assert held.ended() == status
    assert held.raw.endswith(b"\x1b[?25h\x1b[?1049l")


@pytest.mark.parametrize("held", ["textual"], indirect=True)
def test_the_terminal_is_as_it_was(held: Held) -> None:
    held.until(_complete)
    held.let_go()
    held.compared()
    held.press("q")
    held.until(lambda _: b"\x1b[?1049l" in held.raw)
    assert held.modes() == held.before
    assert held.ended() == 0


@pytest.mark.parametrize("held", ["textual"], indirect=True)
@pytest.mark.parametrize("gone_on", [False, True])
def test_it_ends_though_the_terminal_takes_nothing(held: Held, gone_on: bool) -> None:
    time.sleep(1.0)  # the picture is larger than what a terminal keeps unread
    if gone_on:
        held.let_go()
        time.sleep(1.0)
    held.kill(signal.SIGTERM)
    assert held.unread() == 143


def test_keys_of_ones_own_are_known_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "dmreader"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[keys]\nnext = "z"\n')
    held = Held("textual", tmp_path)
    held.until(_complete)
    held.press("zz")
    held.let_go()
    held.sees("sentence 3/")
    held.press("q")
    assert held.ended() == 0
