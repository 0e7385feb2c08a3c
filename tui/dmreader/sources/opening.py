"""The bytes of a file or of standard input, within limits."""

import os
import re
import select
import stat
import sys
from pathlib import Path

from dmreader.model import one_line
from dmreader.sources.errors import SourceError, refusal, system_refusal

LARGEST = 64 * 2**20
"""Bytes of the largest file that is read: some ten million words."""

STANDARD_INPUT = frozenset({"-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
"""The names of standard input."""

DESCRIPTOR = re.compile(r"/dev/fd/|/proc/(self|\d+)/fd/")
"""How the names of files begin that a shell has opened already, as in `<(command)`."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def read_bytes(path: str) -> bytes:
    """What the file at `path` holds, or standard input for one of its names; raises `SourceError`."""
    try:
        return _standard_input() if path in STANDARD_INPUT else _file(path)
    except OSError as error:
        raise _explained(path, error) from None
    except ValueError:  # a NUL in the name
        raise refusal(path, "this is not the name of a file") from None


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise refusal("-", "it is closed")
    stream = sys.stdin.buffer
    if stream.isatty():
        return _limited("-", _typed(stream.fileno()))
    return _limited("-", stream.read(LARGEST + 1))


def _typed(terminal: int) -> bytes:
    """What is typed at a terminal, up to the end of it or just over `LARGEST` bytes.

    A Ctrl+C that comes in the instant before a read would not interrupt it, and be heard only after the next
    line. So nothing is read before it is there, and the wait for it is a short one, again and again.
    """
    typed = bytearray()
    while len(typed) <= LARGEST:
        if select.select([terminal], [], [], 0.1)[0]:
            piece = os.read(terminal, 65536)
            if not piece:
                break
            typed += piece
    return bytes(typed)


def _file(path: str) -> bytes:
    # without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with open(descriptor, "rb") as file:
        _check_kind(path, os.fstat(descriptor).st_mode)
        os.set_blocking(descriptor, True)
        return _limited(path, file.read(LARGEST + 1))  # the size that the system tells may be wrong


def _check_kind(path: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise refusal(path, "this is a folder, not a text")
    if stat.S_ISFIFO(mode) and not DESCRIPTOR.match(path):
        raise refusal(path, "this is a named pipe; lead it to standard input, as in: dmreader - < PIPE")
    if os.path.realpath(path) == os.devnull:
        return  # an empty text, which `git difftool` gives for a file that is new or gone
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise refusal(path, "this is a device, not a text")


def _limited(path: str, data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise refusal(path, f"this is larger than {LARGEST // 2**20} MB, the most that is read of one source")
    return data


def _explained(path: str, error: OSError) -> SourceError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if not path:
            return refusal(path, "there is no such file")
        if _ADDRESS.match(path):
            return refusal(path, "nothing is fetched from the web; save the page and give the file")
        if os.path.islink(path):
            return refusal(path, "this link leads to nothing")
        return refusal(path, "there is no such file" + _meant(path))
    return system_refusal(path, error)


def _meant(path: str) -> str:
    """A file of nearly that name in the same folder, as half a sentence."""
    from difflib import get_close_matches

    try:
        with os.scandir(Path(path).parent) as entries:
            names = [entry.name for entry in entries if entry.is_file()]
    except OSError:
        return ""
    near = get_close_matches(Path(path).name, names, n=1, cutoff=0.75)
    return f" (but there is {one_line(near[0])})" if near else ""
