"""How far long work is, told on standard error while it is done."""

import contextlib
import sys
import time
from collections.abc import Iterator, Mapping

from dmreader.model import Progress, one_line

_PATIENCE = 0.7
"""Seconds of silence before anything is told."""
_PACE = 0.1


@contextlib.contextmanager
def told(environ: Mapping[str, str]) -> Iterator[Progress]:
    """A `Progress` that writes one changing line to the terminal, and wipes it out at the end."""
    if sys.stderr is None or not sys.stderr.isatty() or environ.get("TERM") == "dumb":
        yield lambda _what, _share: None
        return
    meter = _Meter()
    try:
        yield meter
    finally:
        meter.wipe()


class _Meter:
    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self._drawn = False

    def __call__(self, what: str, share: float) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _PACE
            self._write(f"\r\x1b[K{one_line(what)[:60]} {share:4.0%}")
            self._drawn = True

    def wipe(self) -> None:
        if self._drawn:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()
