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

import pyte

_PATIENCE = 30.0  # seconds; a busy machine is no failure


class Terminal:
    """`dmreader ARGUMENTS` in a terminal of so many columns and rows, with a home of its own."""

    def __init__(
        self, arguments: Sequence[str], home: Path, size: tuple[int, int] = (120, 40), **environment: str
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.status: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.environ.update(_clean(home), **environment)
            os.chdir(home)
            os.execv(sys.executable, [sys.executable, "-m", "dmreader", *arguments])

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

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def ended(self, patience: float = _PATIENCE) -> int:
        """Wait for the end; the exit status as a shell has it."""
        end = time.monotonic() + patience
        while self._read(end - time.monotonic()):
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self._fd)
        self.status = os.waitstatus_to_exitcode(status)
        return self.status if self.status >= 0 else 128 - self.status

    def _read(self, patience: float) -> bool:
        if not select.select([self._fd], [], [], max(0.0, patience))[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self.raw += data
        # pyte takes private modes with a dollar or an angle bracket for text
        self._stream.feed(_understood(data))
        return bool(data)


def _understood(data: bytes) -> bytes:
    return re.sub(rb"\x1b\[[>=<][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\]22;[a-z-]*\x07", b"", data)


def _clean(home: Path) -> Mapping[str, str]:
    """Nothing of this machine's settings, notes or looks."""
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }
