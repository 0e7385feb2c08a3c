"""What the terminal, if there is one, can do."""

import os
import shutil
import sys
from collections.abc import Mapping

from dmreader.cli.arguments import When

_TERMINAL = "/dev/tty"


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether there are a screen to draw on and a keyboard to ask."""
    return is_terminal(sys.stdout) and environ.get("TERM") != "dumb" and _has_keyboard()


def take_keyboard() -> None:
    """Let the keyboard be standard input if standard input was something else; before Textual is imported.

    Textual listens to `sys.__stdin__` and to nothing else.
    """
    if is_terminal(sys.__stdin__):
        return
    terminal = os.open(_TERMINAL, os.O_RDWR)
    if terminal != 0:
        os.dup2(terminal, 0)
        os.close(terminal)
    keyboard = open(0, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 - stays open
    sys.stdin = sys.__stdin__ = keyboard  # type: ignore[misc]


def take_screen() -> None:
    """Draw on standard output if standard error goes elsewhere (`2>log`); before Textual is imported.

    Textual draws on `sys.__stderr__`; what is said to `sys.stderr` still goes where it was sent.
    """
    if not is_terminal(sys.__stderr__):
        screen = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 - stays open
        sys.__stderr__ = screen  # type: ignore[misc]


def wants_colour(when: When, environ: Mapping[str, str], *, to_file: bool) -> bool:
    """Whether the printed text is coloured: the option, then NO_COLOR, FORCE_COLOR, CLICOLOR(_FORCE)."""
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return not to_file
    if to_file or environ.get("CLICOLOR") == "0":
        return False
    return is_terminal(sys.stdout) and environ.get("TERM") != "dumb"


def columns() -> int:
    """How wide the printed text is when nobody says: COLUMNS, else the terminal's width, else 80."""
    return max(20, min(shutil.get_terminal_size().columns, 1000))


def _has_keyboard() -> bool:
    if is_terminal(sys.__stdin__):
        return True
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR))
    except OSError:
        return False
    return True


def is_terminal(stream: object) -> bool:
    """Whether `stream` is open and is a terminal."""
    try:
        return bool(stream and os.isatty(stream.fileno()))  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return False
