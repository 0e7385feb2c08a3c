"""A program in a real pseudo-terminal, with its screen read back as text."""

import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from typing import Any

import pyte

_PATIENCE = 60.0  # seconds; a busy machine is no failure


class Terminal:
    """`dmreader ARGUMENTS` in a terminal of so many columns and rows, with a home of its own.

    `program` is run instead when it is given: a file to execute and its arguments. `before` is how the
    terminal treated what is typed before the program came.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        home: Path,
        size: tuple[int, int] = (120, 40),
        *,
        program: Sequence[str] = (sys.executable, "-m", "dmreader"),
        **environment: str,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._understood = Understood()
        self.raw = bytearray()
        self.status: int | None = None
        waits, goes = os.pipe()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.close(goes)
            os.read(waits, 1)  # until the other end is closed: the terminal has been looked at
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.chdir(home)
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # these tests may run under nohup
            # with the environment itself: readline may have put a size of its own into what is inherited
            os.execvpe(program[0], [*program, *arguments], {**_clean(home), **environment})
        self.before = self.modes()
        os.close(waits)
        os.close(goes)

    def until(self, holds: Callable[[str], bool], patience: float = _PATIENCE) -> str:
        """The screen as soon as it is as wanted; fails with the screen as it is."""
        end = time.monotonic() + patience
        while not holds(shown := "\n".join(self.screen.display)):
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                if holds(shown := "\n".join(self.screen.display)):
                    break
                raise AssertionError(f"never seen; the screen is\n{shown}")
        return shown

    def sees(self, text: str) -> str:
        """Wait until `text` is on the screen."""
        return self.until(lambda shown: text in shown)

    def compared(self) -> str:
        """Wait until the headers say what is shared."""
        return self.until(lambda shown: re.search(r"\d% (shared )?·", shown) is not None)

    def ready(self) -> str:
        """Wait until the sources are compared and the last line says where the cursor is."""
        return self.until(
            lambda shown: (
                re.search(r"sentence \d+/\d+\s*$", shown) is not None and "not compared yet" not in shown
            )
        )

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def modes(self) -> list[Any]:
        """How the terminal treats what is typed, as `termios` tells it."""
        return termios.tcgetattr(self._fd)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program, as the kernel does."""
        self.screen.resize(rows, columns)
        ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def click(self, column: int, row: int, button: int = 0) -> None:
        """Press and release a button at a cell, counted from 0."""
        self.drag((column, row), (column, row), button)

    def drag(self, begin: tuple[int, int], end: tuple[int, int], button: int = 0) -> None:
        """Press a button at one cell, go to another one, release it there."""
        self.mouse(button, *begin)
        if begin != end:
            self.mouse(button + 32, *end)
        self.mouse(button, *end, last="m")

    def mouse(self, button: int, column: int, row: int, last: str = "M") -> None:
        """One report of the mouse as terminals send it; buttons 64 and 65 are the wheel."""
        self.press(f"\x1b[<{button};{column + 1};{row + 1}{last}")

    def find(self, text: str) -> tuple[int, int]:
        """Wait for `text` under the headers; the column and row of its first place."""
        shown = self.until(lambda shown: text in shown.partition("\n")[2])
        row, line = next((y, line) for y, line in enumerate(shown.split("\n")) if y and text in line)
        return line.index(text), row

    def hang_up(self) -> int:
        """Close the terminal; the exit status of the program, or less the number of the signal."""
        os.close(self._fd)
        return self._reaped(time.monotonic() + _PATIENCE)

    def unread(self, patience: float = _PATIENCE) -> int:
        """As `ended`, but nothing that the program writes is taken from it."""
        return self._status(self._reaped(time.monotonic() + patience))

    def ended(self, patience: float = _PATIENCE) -> int:
        """Wait for the end; the exit status as a shell has it. Kills what does not end, and fails."""
        end = time.monotonic() + patience
        while self._read(end - time.monotonic()) and time.monotonic() < end:
            pass
        return self._status(self._reaped(end))

    def _status(self, code: int) -> int:
        os.close(self._fd)
        self.status = code
        return code if code >= 0 else 128 - code

    def _reaped(self, end: float) -> int:
        while not (found := os.waitpid(self.pid, os.WNOHANG))[0]:
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise AssertionError("it never ended; the screen is\n" + "\n".join(self.screen.display))
            time.sleep(0.01)
        return os.waitstatus_to_exitcode(found[1])

    def _read(self, patience: float) -> bool:
        if not select.select([self._fd], [], [], max(0.0, patience))[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(self._understood(data))
        return bool(data)


class Understood:
    """What of the bytes for a terminal pyte can take; a sequence that is cut waits for its rest.

    pyte takes private modes with a dollar or an angle bracket for text.
    """

    _STRANGE = re.compile(rb"\x1b\[[>=<][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\]22;[a-z-]*\x07")
    _CUT = re.compile(rb"\x1b(\[[>=<?]?[0-9;]*\$?|\][^\x07\x1b]*)?\Z")

    def __init__(self) -> None:
        self._waiting = b""

    def __call__(self, data: bytes) -> bytes:
        """Of these bytes, which come after those of before."""
        data = self._waiting + data
        cut = self._CUT.search(data)
        whole = data if cut is None else data[: cut.start()]
        self._waiting = data[len(whole) :]
        return self._STRANGE.sub(b"", whole)


def _clean(home: Path) -> Mapping[str, str]:
    """Nothing of this machine's settings, notes, looks or sizes."""
    return {
        **{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")},
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }
