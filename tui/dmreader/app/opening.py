"""The first picture, on the screen while Textual is still being loaded.

Loading Textual takes longer than all that is shown at first, so the picture does not wait for it. The process
that compares paints it, as soon as it knows the sentences, and a thread here writes it. When Textual is ready
it takes the screen over and paints the same; what was typed meanwhile is still to be read.
"""

import os
import pickle
import select
import shutil
import sys
import termios
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple, TextIO

from dmreader.app.colours import Colours, colours
from dmreader.model import Options, Source, Span
from dmreader.store.settings import Settings

_ENTER = "\x1b[?1049h\x1b[?25l"  # the other screen, without a cursor
_LEAVE = "\x1b[?25h\x1b[?1049l"
_HOLD, _SHOW = "\x1b[?2026h", "\x1b[?2026l"  # nothing is to be seen of what is drawn between these
_LIMIT = 1.0  # seconds that a terminal is waited for
_INPUT, _LOCAL = 0, 3  # places in what `termios` gives


class Wanted(NamedTuple):
    """What the picture depends on beside the sources: `theme` and `place` are what is remembered."""

    size: tuple[int, int]
    settings: Settings
    theme: str
    place: tuple[int, int] | None
    colours: Colours
    no_color: bool


class Opening:
    """One first picture: `send` is called in the process that paints, all else in the one that reads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._size = shutil.get_terminal_size()
        self._remembered, self._remember = os.pipe()
        self._receive, self._give = os.pipe()
        self._lock = threading.Lock()
        self._over = False  # nothing more may be written
        self._taken = False  # Textual has the screen
        self._modes: list[Any] | None = None
        self._held = False  # nothing is to be seen of what is drawn
        self._picture = ""

    def send(
        self,
        sources: Sequence[Source],
        options: Options | None,
        sentences: tuple[tuple[Span, ...], ...] | None = None,
    ) -> None:
        """Paint it, with these sentences or else with the lines of the texts; once."""
        from dmreader.app.opening_painting import paint

        os.close(self._remember)
        with open(self._remembered, "rb") as pipe:
            theme, place = pickle.load(pipe)
        size, no_color = (self._size.columns, self._size.lines), "NO_COLOR" in os.environ
        wanted = Wanted(size, self._settings, theme, place, colours(), no_color)
        with open(self._give, "wb") as pipe, suppress(BrokenPipeError):
            try:
                painted = paint(wanted, sources, options, sentences)
            except Exception:  # Textual will paint one; a fault in this one must not cost the comparison
                if os.environ.get("DMREADER_DEBUG"):
                    raise
                return
            pipe.write(painted.encode("utf-8", "replace"))

    def expect(self, theme: str, place: tuple[int, int] | None) -> None:
        """Write it as soon as it has been painted; `theme` and `place` are what is remembered."""
        os.close(self._give)
        os.close(self._remembered)
        with open(self._remember, "wb") as pipe, suppress(BrokenPipeError):
            pickle.dump((theme, place), pipe)
        threading.Thread(target=self._write, name="dmreader-opening", daemon=True).start()

    def _write(self) -> None:
        with open(self._receive, encoding="utf-8") as pipe:
            picture = pipe.read()
        with self._lock:
            if picture and not self._over:
                self._picture = picture
                with suppress(termios.error):  # it has gone
                    self._modes = _hushed()
                _put(_ENTER + picture)

    def give_way(self) -> None:
        """Write no more, and let the terminal be as it was: Textual comes, and remembers how it is."""
        with self._lock:
            self._over = True
        if self._picture and _takes():
            self._held = True
            _put(_HOLD)
        self._restore()

    def taken_over(self) -> str:
        """Textual has cleared the screen: what it is to write until it has a picture of its own."""
        self._taken = True
        return self._picture + _SHOW if self._picture else ""

    def leave(self) -> None:
        """Let go of the screen, unless Textual has it, which leaves it by itself.

        It does not wait for a terminal that takes nothing.
        """
        if self._taken:
            if self._held and _takes(0):  # Textual may have been stopped before it could write that
                self._held = False
                _put(_SHOW)
            return
        self._taken = True
        written = self._lock.acquire(timeout=_LIMIT)  # else it is being written still
        self._restore()
        if written:
            self._over = True
            self._lock.release()
            if self._picture and _takes():
                _put(_SHOW + _LEAVE)

    def _restore(self) -> None:
        if self._modes is not None:
            with suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._modes)


def opening(settings: Settings) -> Opening | None:
    """The first picture for this terminal; None where Textual draws elsewhere, or there is no terminal."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    here = "TEXTUAL_DRIVER" not in os.environ and all(s and not s.closed and s.isatty() for s in streams)
    return Opening(settings) if here else None


def _hushed() -> list[Any]:
    """Keep what is typed for Textual, unseen and untouched, but for signals; returns the modes before."""
    before = termios.tcgetattr(0)
    modes = termios.tcgetattr(0)
    modes[_INPUT] &= ~(termios.IXON | termios.ICRNL)
    modes[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    termios.tcsetattr(0, termios.TCSANOW, modes)
    return before


def _takes(limit: float = _LIMIT) -> bool:
    """Whether the terminal takes what is written, within so many seconds."""
    return bool(select.select([], [_screen()], [], limit)[1])


def _put(said: str) -> None:
    """Write to the screen, as Textual will; nothing if it has gone."""
    screen = _screen()
    left = memoryview(said.encode(screen.encoding, screen.errors or "replace"))
    with suppress(OSError):
        while left:
            left = left[os.write(screen.fileno(), left) :]


def _screen() -> TextIO:
    """Where Textual draws."""
    assert sys.__stderr__ is not None
    return sys.__stderr__
