"""`dmreader` run as its users run it: in a process of its own, with pipes or with a terminal."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "dmreader"]
_PATIENCE = 50.0  # seconds; a busy machine is no failure

_CHANGES = re.compile(
    "DMREADER|XDG_|PYTEST|LESS|COV|NO_COLOR|FORCE_COLOR|CLICOLOR|COLUMNS|LINES|PYTHON(IO|UTF8|WARN|DEV)"
)
"""Variables that would change what is printed, or where something is kept."""


def environment(home: Path, **changes: str | None) -> dict[str, str]:
    """The environment of a run, with an empty home and nothing that changes what is printed."""
    kept = {k: v for k, v in os.environ.items() if not _CHANGES.match(k)}
    kept |= {"HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    kept |= {k: v for k, v in changes.items() if v is not None}
    return {k: v for k, v in kept.items() if changes.get(k, "") is not None}


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended and what it wrote."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Command:
    """`dmreader`, in a folder and with a home of its own."""

    folder: Path
    home: Path

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", **changes: str | None) -> Ran:
        """Run it with pipes for all its streams."""
        ran = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=self.folder,
            env=environment(self.home, **changes),
            timeout=2 * _PATIENCE,
        )
        return Ran(ran.returncode, ran.stdout.decode(errors="backslashreplace"), ran.stderr.decode())

    def changed(self, code: str) -> str:
        """A PYTHONPATH under which every run executes `code` first."""
        folder = self.home / "changed"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(code)
        return os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))

    def shell(self, script: str, *arguments: str | Path, **changes: str | None) -> Ran:
        """Run a line of bash in which `dmreader` is the command and `$1`, `$2` are the arguments."""
        line = 'dmreader() { "$PYTHON" -m dmreader "$@"; }\n' + script
        ran = subprocess.run(
            ["bash", "-c", line, "bash", *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=self.folder,
            env=environment(self.home, PYTHON=sys.executable, **changes),
            timeout=2 * _PATIENCE,
        )
        return Ran(ran.returncode, ran.stdout.decode(errors="backslashreplace"), ran.stderr.decode())

    def in_terminal(
        self,
        *arguments: str | Path,
        stdin: bytes | None = None,
        size: tuple[int, int] = (24, 80),
        stderr: Path | None = None,
        **changes: str,
    ) -> "Terminal":
        """Start it with a terminal of its own; `stdin` goes into a pipe instead of the keyboard.

        Standard error goes to the file `stderr`, if it is named.
        """
        command = [*COMMAND, *map(str, arguments)]
        return Terminal(command, self.folder, environment(self.home, **changes), size, stdin, stderr)


@dataclass(slots=True)
class Terminal:
    """A process with a terminal of its own, to be read, typed to and signalled."""

    command: list[str]
    folder: Path
    environ: dict[str, str]
    size: tuple[int, int]
    stdin: bytes | None = None
    stderr: Path | None = None
    out: bytearray = field(default_factory=bytearray)
    _master: int = -1
    _pid: int = -1
    _status: int | None = None

    def __enter__(self) -> "Terminal":
        pipe = os.pipe() if self.stdin is not None else None
        try:
            self._pid, self._master = pty.fork()
        except OSError as error:
            pytest.skip(f"this machine has no terminals to give: {error}")
        if self._pid == 0:
            # here, and not from outside: the program may ask for it before the other process gets on
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *self.size, 0, 0))
            os.chdir(self.folder)
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # these tests may run under nohup
            if pipe:
                os.dup2(pipe[0], 0)
                os.closerange(3, 64)
            if self.stderr:
                os.dup2(os.open(self.stderr, os.O_WRONLY | os.O_CREAT), 2)
            os.execvpe(self.command[0], self.command, self.environ)
        if pipe and self.stdin is not None:
            os.close(pipe[0])
            os.write(pipe[1], self.stdin)
            os.close(pipe[1])
        return self

    def __exit__(self, *_: object) -> None:
        if self._status is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._master)

    def type(self, keys: str) -> None:
        """Press `keys`."""
        os.write(self._master, keys.encode())

    def kill(self, number: int) -> None:
        """Send a signal."""
        os.kill(self._pid, number)

    def wait_for(self, wanted: Callable[[bytes], bool] | str, seconds: float = _PATIENCE) -> bytes:
        """Read until what was written holds `wanted`; fails if it never does."""
        seen = wanted if callable(wanted) else lambda out: wanted.encode() in out
        end = time.monotonic() + seconds
        while not seen(bytes(self.out)):
            assert time.monotonic() < end, f"not seen: {wanted!r} in {bytes(self.out[-2000:])!r}"
            assert self._read(), f"ended without {wanted!r}: {bytes(self.out[-2000:])!r}"
        return bytes(self.out)

    def wait(self, seconds: float = _PATIENCE) -> int:
        """Read to the end; returns the exit status, or the negative number of the signal that killed it."""
        end = time.monotonic() + seconds
        while self._read():
            assert time.monotonic() < end, f"still running: {bytes(self.out[-2000:])!r}"
        _, status = os.waitpid(self._pid, 0)
        self._status = os.waitstatus_to_exitcode(status)
        return self._status

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, as it does for a shell."""
        return bool(termios.tcgetattr(self._master)[3] & termios.ECHO)

    def _read(self) -> bool:
        """Read what there is, waiting a little; False at the end."""
        ready, _, _ = select.select([self._master], [], [], 0.2)
        if ready:
            try:
                piece = os.read(self._master, 65536)
            except OSError:  # Linux says so when the last process is gone
                return False
            self.out += piece
            return bool(piece)
        return True
