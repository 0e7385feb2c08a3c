"""Copying goes to a real clipboard where there is one, and says where the text went."""

import base64
import os
from pathlib import Path

import pytest

from dmreader.app import clipboard
from dmreader.app.clipboard import LARGEST, Way, hand_over, through_terminal, ways
from dmreader.app.reader import ReaderApp
from dmreader.store.settings import Settings
from tests.app.made import messages, opened


@pytest.mark.parametrize(
    ("environ", "platform", "programs"),
    [
        ({}, "linux", []),
        ({}, "darwin", ["pbcopy"]),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"DISPLAY": ":0", "TMUX": "t"}, "linux", ["xclip", "xsel", "tmux"]),
        ({"WSL_DISTRO_NAME": "d"}, "linux", ["clip.exe"]),
        ({"SSH_CONNECTION": "c", "DISPLAY": ":0"}, "linux", []),
        ({"SSH_TTY": "c", "TMUX": "t"}, "darwin", ["tmux"]),
    ],
)
def test_programs_of_the_place(environ: dict[str, str], platform: str, programs: list[str]) -> None:
    assert [way.command[0] for way in ways(environ, platform)] == programs


def test_the_own_command_stands_for_all_others() -> None:
    assert [w.command for w in ways({"DISPLAY": ":0"}, "linux", "my copy --it 'to me'")] == [
        ("my", "copy", "--it", "to me")
    ]
    assert ways({"DISPLAY": ":0"}, "linux", "unpaired '") == ()


def program(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def test_the_first_program_that_takes_it_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "broken", "exit 1")
    program(tmp_path, "good", f"cat > {tmp_path}/got")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    found = [Way(("missing",), "x"), Way(("broken",), "y"), Way(("good",), "z")]
    way = hand_over("Grüße, 港", found)
    assert way is not None
    assert way.place == "z"
    assert (tmp_path / "got").read_text(encoding="utf-8") == "Grüße, 港"
    assert hand_over("x", found[:2]) is None


def test_a_program_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "slow", "exec sleep 30")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(clipboard, "WAIT", 0.1)
    assert hand_over("x", [Way(("slow",), "x")]) is None


def test_the_terminal_is_asked_in_its_own_way() -> None:
    coded = base64.b64encode(b"a\x1bb").decode()
    plain = f"\x1b]52;c;{coded}\x07"
    assert through_terminal("a\x1bb", {}) == plain
    assert through_terminal("a\x1bb", {"TMUX": "t"}) == "\x1bPtmux;\x1b" + plain + "\x1b\\"
    screened = through_terminal("x" * 900, {"TERM": "screen.xterm", "STY": "s"})
    assert screened is not None
    assert max(map(len, screened.split("\x1b\\"))) <= 242
    assert through_terminal("x" * (LARGEST + 1), {}) is None


async def test_the_message_says_where_and_how_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "mycopy", f"cat > {tmp_path}/got")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    async with opened(settings=Settings(clipboard="mycopy", hints=False)) as (screen, pilot):
        await pilot.press("y")
        assert isinstance(screen.app, ReaderApp)
        assert messages(screen.app) == ["Copied 34 characters to the clipboard by mycopy."]
        assert (tmp_path / "got").read_text() == "The ship left the harbour at dawn."


@pytest.mark.parametrize(
    ("settings", "text", "said"),
    [
        (Settings(secure=True, hints=False), "x", "Copying is off in secure mode."),
        (Settings(hints=False), "", "There is nothing to copy."),
        (Settings(clipboard="/no/such", hints=False), "x", "Handed 1 character to the terminal"),
        (Settings(clipboard="/no/such", hints=False), "x" * 80_000, "80,000 characters are too many"),
    ],
)
async def test_what_cannot_be_copied_is_said(settings: Settings, text: str, said: str) -> None:
    async with opened(settings=settings) as (screen, pilot):
        screen.app.copy_to_clipboard(text)
        await pilot.pause()
        assert isinstance(screen.app, ReaderApp)
        assert messages(screen.app)[-1].startswith(said)
