"""Copying: to the real clipboard where there is one, else through the terminal; and saying which.

A program on this machine (pbcopy, wl-copy, xclip, xsel, clip.exe) can tell that it took the text. The
terminal's own way (OSC 52) cannot, so the message says that it was handed to the terminal.
"""

import base64
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dmreader.marks import counted

if TYPE_CHECKING:
    from textual.app import App

LARGEST = 74_994
"""Bytes that go through a terminal: xterm takes 100,000 of base64, and others less."""

WAIT = 2.0
"""Seconds a clipboard program may take."""


@dataclass(frozen=True, slots=True)
class Way:
    """A program that takes text on its standard input. `place` says where the text is then."""

    command: tuple[str, ...]
    place: str
    encoding: str = "utf-8"


def ways(environ: Mapping[str, str], platform: str, chosen: str = "") -> tuple[Way, ...]:
    """The programs to try, the best first. `chosen` is the user's own command and stands for all others."""
    if chosen:
        words = _split(chosen)
        return (Way(words, f"the clipboard by {words[0]}"),) if words else ()
    tmux = Way(("tmux", "load-buffer", "-w", "-"), "tmux and the terminal's clipboard")
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        # a clipboard here is not the one in front of the reader
        return (tmux,) if environ.get("TMUX") else ()
    found = []
    if platform == "darwin":
        found.append(Way(("pbcopy",), _CLIPBOARD))
    if environ.get("WAYLAND_DISPLAY"):
        found.append(Way(("wl-copy",), _CLIPBOARD))
    if environ.get("DISPLAY"):
        found.append(Way(("xclip", "-selection", "clipboard"), _CLIPBOARD))
        found.append(Way(("xsel", "--clipboard", "--input"), _CLIPBOARD))
    if environ.get("WSL_DISTRO_NAME") or platform == "win32":
        found.append(Way(("clip.exe",), _CLIPBOARD, "utf-16-le"))
    if environ.get("TMUX"):
        found.append(tmux)
    return tuple(found)


_CLIPBOARD = "the clipboard"


def _split(command: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(command))
    except ValueError:
        return ()


def hand_over(text: str, found: Iterable[Way]) -> Way | None:
    """Give `text` to the first program that takes it; None if none does."""
    for way in found:
        program = shutil.which(way.command[0])
        if program is None:
            continue
        try:
            done = subprocess.run(
                [program, *way.command[1:]],
                input=text.encode(way.encoding, "replace"),
                stdout=subprocess.DEVNULL,  # xclip stays behind and would hold a pipe open
                stderr=subprocess.DEVNULL,
                timeout=WAIT,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return way
    return None


def through_terminal(text: str, environ: Mapping[str, str]) -> str | None:
    """The OSC 52 sequence that asks the terminal to take `text`; None if it is too long for that."""
    raw = text.encode("utf-8", "replace")
    if len(raw) > LARGEST:
        return None
    sequence = f"\x1b]52;c;{base64.b64encode(raw).decode('ascii')}\x07"
    if environ.get("TMUX"):
        return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("TERM", "").startswith("screen") and environ.get("STY"):
        parts = [sequence[i : i + 240] for i in range(0, len(sequence), 240)]
        return "".join(f"\x1bP{part}\x1b\\" for part in parts)
    return sequence


def copy(app: "App[int]", text: str, chosen: str = "", secure: bool = False) -> str:
    """Copy `text`; returns what to tell the reader."""
    if secure:
        return "Copying is off in secure mode."
    if not text:
        return "There is nothing to copy."
    amount = counted(len(text), "character")
    if not app.is_web:
        way = hand_over(text, ways(os.environ, sys.platform, chosen))
        if way is not None:
            return f"Copied {amount} to {way.place}."
    sequence = through_terminal(text, {} if app.is_web else os.environ)
    if sequence is None:
        return f"{amount} are too many for the terminal's clipboard; export them to a file instead."
    write(app, sequence)
    return f"Handed {amount} to the {'browser' if app.is_web else 'terminal'} for its clipboard."


def write(app: "App[int]", sequence: str) -> None:
    """Send a control sequence of our own making to the terminal."""
    driver = app._driver  # there is no public way, but Textual's own copying goes this one
    if driver is not None:
        driver.write(sequence)
