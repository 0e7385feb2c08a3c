"""Opening a source in the reader's editor, at the line."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dmreader.app.screen import ReaderScreen

# Ways to give the line: +LINE FILE, -g FILE:LINE, FILE:LINE; and who must be told to wait for the reader.
_PLUS = {
    "vi", "vim", "nvim", "gvim", "view", "ex", "nano", "pico", "emacs", "emacsclient", "kak", "micro", "less",
    "more", "joe", "jed", "jmacs", "mg", "ne", "mcedit", "gedit", "gnome-text-editor", "xed", "pluma", "zile",
    "vis", "nvi", "amp", "ed.vim",
}  # fmt: skip
_GOTO = {"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf", "positron"}
_COLON = {"hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce", "atom", "flow"}
_WAIT = _GOTO | {"subl", "zed", "zeditor"}


def chosen_editor(setting: str, environ: Mapping[str, str]) -> list[str]:
    """The words of the editor's command: the setting, else $VISUAL, else $EDITOR, else one that is there.

    Empty when there is none, or its quotes are not paired.
    """
    for command in (setting, environ.get("VISUAL", ""), environ.get("EDITOR", "")):
        if command.strip():
            try:
                return shlex.split(command)
            except ValueError:
                return []
    return next(([name] for name in ("nano", "vim", "vi") if shutil.which(name)), [])


def at_line(command: list[str], path: str, line: int) -> list[str]:
    """`command` opening `path` at `line` (from 1), as far as the editor is known to be able to."""
    name = Path(command[0]).name.removesuffix(".exe")
    wait = ["--wait"] if name in _WAIT and not {"--wait", "-w"} & set(command) else []
    if name in _PLUS:
        return [*command, f"+{line}", path]
    if name in _GOTO:
        return [*command, *wait, "-g", f"{path}:{line}"]
    if name in _COLON:
        return [*command, *wait, f"{path}:{line}"]
    return [*command, path]


def open_at_cursor(screen: "ReaderScreen") -> None:
    """Open the source at the cursor in the editor, at its line; offer to reload it if it was changed."""
    settings = screen.app_settings
    reading = screen.reading
    source = reading.comparison.sources[reading.cursor.source]
    if settings.secure:
        screen.say("No editor is opened in secure mode.")
    elif screen.app.is_web:
        screen.say("No editor can be opened from a browser.")
    elif source.path is None:
        screen.say(f"{source.name} is not a file.")
    else:
        command = chosen_editor(settings.editor, os.environ)
        if not command:
            screen.say("No editor is known; set $EDITOR, or editor in the settings.")
            return
        rows = reading.sentences(reading.cursor.source)
        start = rows[reading.cursor.sentence].start if rows else 0
        _run(screen, at_line(command, source.path, source.text.count("\n", 0, start) + 1))


def _run(screen: "ReaderScreen", command: list[str]) -> None:
    from textual.app import SuspendNotSupported

    from dmreader.app.reloading import offer

    try:
        with screen.app.suspend(), _uninterrupted():
            done = subprocess.run(command, check=False)
    except SuspendNotSupported:
        screen.say("This terminal cannot be lent to an editor.")
    except OSError as error:
        screen.say(f"{command[0]} could not be started: {error.strerror}.")
    else:
        if done.returncode:
            screen.say(f"{Path(command[0]).name} ended with status {done.returncode}.")
        offer(screen)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl+C, which the terminal sends to both, is for the editor alone.

    It is caught, not ignored, for what is ignored would be so in the editor too.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
