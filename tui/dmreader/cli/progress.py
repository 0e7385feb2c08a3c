"""How far long work is, told on standard error while it is done."""

import contextlib
import sys
import time
from collections.abc import Iterable, Iterator, Mapping

from dmreader.model import Progress, one_line

_PATIENCE = 0.7
"""Seconds of silence before anything is told."""
_PACE = 0.1


@contextlib.contextmanager
def told(environ: Mapping[str, str]) -> Iterator[Progress]:
    """A `Progress` that writes one changing line to the terminal, and wipes it out at the end."""
    if not _is_wanted(environ):
        yield lambda _what, _share: None
        return
    meter = _Meter()
    try:
        yield meter
    finally:
        meter.wipe()


def writing(pieces: Iterable[str], environ: Mapping[str, str]) -> Iterator[str]:
    """`pieces` as they are; on the way it is told how many characters have been written."""
    if not _is_wanted(environ):
        yield from pieces
        return
    meter, size = _Meter(), 0
    try:
        for piece in pieces:
            yield piece
            size += len(piece)
            if meter.is_due():
                meter.tell(f"writing, {size / 1e6:.1f} million characters")
    finally:
        meter.wipe()


def _is_wanted(environ: Mapping[str, str]) -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and environ.get("TERM") != "dumb"


class _Meter:
    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self._drawn = False

    def __call__(self, what: str, share: float) -> None:
        if self.is_due():
            self.tell(f"{one_line(what)[:60]} {share:4.0%}")

    def is_due(self) -> bool:
        return time.monotonic() >= self._next

    def tell(self, line: str) -> None:
        self._next = time.monotonic() + _PACE
        self._write(f"\r\x1b[K{line}")
        self._drawn = True

    def wipe(self) -> None:
        if self._drawn:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()
