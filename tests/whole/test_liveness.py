"""The screen lives while something long is done: keys are answered, it is stopped at once and wholly."""

import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal

_SENTENCES = 8000  # so many that comparing them outlasts all that is pressed meanwhile
_BEGUN = re.compile(r"comparing anew\s+sentence \d+/\d+\s*$")
_WORKING = re.compile(r"\d%\s+sentence \d+/\d+\s*$")


def _text(seed: int, sentences: int) -> str:
    """Sentences that are long to compare: few words, differently put together every time."""
    rows = []
    for n in range(sentences):
        at = n * 7919 + seed * 104729
        words = [f"w{(at * (k + 3) + k * k * seed) % 211}x" for k in range(14)]
        rows.append(f"Line {n} " + " ".join(words) + ".")
    return "\n".join(rows) + "\n"


@pytest.fixture
def large(tmp_path: Path) -> list[str]:
    paths = [tmp_path / name for name in ("one.txt", "two.txt", "three.txt")]
    for seed, path in enumerate(paths):
        path.write_text(_text(seed, _SENTENCES))
    return [str(path) for path in paths]


@pytest.fixture
def small(tmp_path: Path) -> list[str]:
    (tmp_path / "a.txt").write_text("".join(f"Sentence {n} of the first one.\n" for n in range(60)))
    (tmp_path / "b.txt").write_text("".join(f"Sentence {n} of the other one.\n" for n in range(60)))
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def _children(terminal: Terminal) -> list[str]:
    asked = ["ps", "-o", "pid=", "--ppid", str(terminal.pid)]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.split()


def _at(sentence: int, shown: str) -> bool:
    return re.search(rf"sentence {sentence}/\d+\s*$", shown) is not None


def _working(terminal: Terminal) -> None:
    terminal.until(lambda shown: _WORKING.search(shown) is not None)


def _answered(terminal: Terminal, key: str, sentence: int) -> None:
    """Press a key; it must be answered while the work goes on, however long both take on this machine."""
    terminal.press(key)
    shown = terminal.until(lambda shown: _at(sentence, shown))
    assert _WORKING.search(shown) or _BEGUN.search(shown)


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.1, 0.2, 0.3, 0.5])
def test_no_key_is_lost_however_early(tmp_path: Path, small: list[str], pause: float) -> None:
    terminal = Terminal(small, tmp_path)
    for _ in range(3):
        terminal.press("j")
        time.sleep(pause)
    terminal.until(lambda shown: _at(4, shown))
    terminal.press("q")
    assert terminal.ended() == 0


def test_a_click_that_comes_too_early_counts(tmp_path: Path, small: list[str]) -> None:
    terminal = Terminal(small, tmp_path)
    terminal.until(lambda _: b"\x1b[?1006h" in terminal.raw)
    terminal.click(8, 7)
    terminal.until(lambda shown: _at(4, shown))
    terminal.press("q")
    assert terminal.ended() == 0


def test_keys_are_answered_while_comparing_and_quitting_leaves_nothing(
    tmp_path: Path, large: list[str]
) -> None:
    terminal = Terminal(large, tmp_path)
    _working(terminal)
    for step in range(2, 6):
        _answered(terminal, "j", step)
    assert "not compared yet" in "\n".join(terminal.screen.display)
    children = _children(terminal)
    assert len(children) == 1
    terminal.press("q")
    assert terminal.ended() == 0
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def test_comparing_is_stopped_at_once(tmp_path: Path, large: list[str]) -> None:
    terminal = Terminal(large, tmp_path)
    _working(terminal)
    terminal.press("\x1b")
    terminal.sees("not compared  ")  # which is never said of what came to its end
    assert _children(terminal) == []
    terminal.press("G")
    terminal.until(lambda shown: _at(_SENTENCES, shown))
    terminal.kill(signal.SIGINT)
    assert terminal.ended() == 130


def test_the_terminal_may_change_its_size_while_comparing(tmp_path: Path, large: list[str]) -> None:
    terminal = Terminal(large, tmp_path)
    _working(terminal)
    terminal.resize(90, 30)
    terminal.until(lambda shown: len(shown.split("\n")) == 30 and _WORKING.search(shown) is not None)
    _answered(terminal, "j", 2)
    terminal.press("q")
    assert terminal.ended() == 0


def test_reading_again_goes_on_beside_the_reader(tmp_path: Path, large: list[str]) -> None:
    terminal = Terminal(large[:1], tmp_path)
    terminal.ready()
    Path(large[0]).write_text(_text(5, 2 * _SENTENCES))
    terminal.press("\x1b[15~")
    _working(terminal)
    _answered(terminal, "j", 2)
    terminal.press("\x1b")
    terminal.sees("what was there before stays")
    assert _children(terminal) == []
    terminal.until(lambda shown: re.search(rf"sentence 2/{_SENTENCES}\s*$", shown) is not None)
    Path(large[0]).write_text("Something else stands here.\nAnd that is all of it.\n")
    terminal.press("\x1b[15~")
    terminal.sees("Read again and compared anew.")
    terminal.until(lambda shown: re.search(r"sentence \d/2\s*$", shown) is not None)
    terminal.press("q")
    assert terminal.ended() == 0


def test_comparing_otherwise_goes_on_beside_the_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The old café opened its doors again.\n")
    (tmp_path / "b.txt").write_text("The old cafe opened its doors again.\n")
    terminal = Terminal(["a.txt", "b.txt"], tmp_path)
    terminal.ready()
    terminal.sees("≈ in both")
    terminal.press("zjjjjj \r")  # accents
    terminal.sees("= in both")
    terminal.sees("overlooks accents")
    assert _children(terminal) == []
    terminal.press("q")
    assert terminal.ended() == 0
