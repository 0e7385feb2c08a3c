"""Comparing in a process of its own, begun before the screen is loaded, so that neither waits for the other.

The child shares the sources with the program that forked it and sends back pickled frames: progress, then the
comparison with its marks. A thread would do the same work, but hold the interpreter while somebody reads.
"""

import gc
import os
import pickle
import select
import signal
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple, NoReturn

from dmreader.marks import SourceMarks, mark
from dmreader.model import Comparison, Options, Source
from dmreader.reading.changes import Changes, first_changes

_HEAD = struct.Struct("<cQ")
_PROGRESS, _DONE, _FAILED = b"p", b"d", b"f"
_CHUNK = 1 << 20
_FIRST = 40  # sentences of each source that the first picture may show
_OFTEN = 0.1  # seconds between two tellings of progress


class Progressed(NamedTuple):
    """What is being done, and how much of it is done (0 to 1)."""

    what: str
    share: float


class Failed(NamedTuple):
    """Comparing went wrong; `why` is one sentence."""

    why: str


class Compared(NamedTuple):
    """The comparison without its sources, still pickled: `unpack` makes it whole."""

    packed: bytes


Unpacked = tuple[Comparison, tuple[SourceMarks, ...], dict[tuple[int, int, int], Changes]]
News = Progressed | Failed | Compared


class Comparer:
    """A comparison that is being made; read its pipe `descriptor` by `news` when there is something in it.

    `failure` says in one sentence why it will never come, if it will not.
    """

    def __init__(self, sources: Sequence[Source], options: Options | None = None) -> None:
        self.sources = tuple(sources)
        self._buffer = bytearray()
        self.descriptor, write = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self.descriptor)
            _work(self.sources, options, write)
        os.close(write)
        os.set_blocking(self.descriptor, False)
        self.running = True
        self.failure = ""

    def news(self) -> Iterator[News]:
        """What the child has told since the last time; does not wait."""
        ended = self._fill()
        while len(self._buffer) >= _HEAD.size:
            kind, size = _HEAD.unpack_from(self._buffer)
            if len(self._buffer) < _HEAD.size + size:
                break
            body = bytes(memoryview(self._buffer)[_HEAD.size : _HEAD.size + size])
            del self._buffer[: _HEAD.size + size]
            if kind == _DONE:
                self.stop()
                yield Compared(body)
            elif kind == _FAILED:
                yield self._fail(str(pickle.loads(body)))
            else:
                yield Progressed(*pickle.loads(body))
        if ended and self.running:
            yield self._fail("the process that compared the sources was ended from outside")

    def _fail(self, why: str) -> Failed:
        self.stop()
        self.failure = why
        return Failed(why)

    def wait(self, seconds: float) -> Compared | None:
        """The result if it comes within so many seconds."""
        until = time.monotonic() + seconds
        while self.running and (left := until - time.monotonic()) > 0:
            select.select([self.descriptor], [], [], left)
            for told in self.news():
                if isinstance(told, Compared):
                    return told
        return None

    def stop(self) -> None:
        """End the child, whatever it is doing."""
        if not self.running:
            return
        self.running = False
        os.close(self.descriptor)
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)

    def unpack(self, told: Compared) -> Unpacked:
        """The comparison, its marks, and the word differences near the beginning.

        What is large is kept out of the garbage collector's way.
        """
        collecting = gc.isenabled()
        gc.disable()
        try:
            comparison, marks, changes = pickle.loads(told.packed)
            gc.freeze()
        finally:
            if collecting:
                gc.enable()
        return replace(comparison, sources=self.sources), marks, changes

    def _fill(self) -> bool:
        """Take what is in the pipe; True at its end."""
        while self.running:
            try:
                piece = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                return False
            if not piece:
                return True
            self._buffer += piece
            if len(self._buffer) > 64 * _CHUNK and len(piece) == _CHUNK:
                return False  # let the screen have its turn
        return False


def _work(sources: Sequence[Source], options: Options | None, write: int) -> NoReturn:
    """The child: compare, tell, and leave without touching the terminal."""
    status = 1
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        with open(write, "wb", closefd=False) as pipe:
            last = 0.0

            def send(kind: bytes, body: object) -> None:
                packed = pickle.dumps(body, protocol=pickle.HIGHEST_PROTOCOL)
                pipe.write(_HEAD.pack(kind, len(packed)))
                pipe.write(packed)
                pipe.flush()

            def tell(what: str, share: float) -> None:
                nonlocal last
                if (now := time.monotonic()) - last >= _OFTEN:
                    last = now
                    send(_PROGRESS, (what, share))

            try:
                from dmreader.comparing import compare
                from dmreader.marks.packing import pack as pack_marks
                from dmreader.model.packing import pack

                gc.disable()
                comparison = compare(sources, options, tell)
                made = pack(replace(comparison, sources=()))
                marks = tuple(map(pack_marks, mark(comparison)))
                send(_DONE, (made, marks, first_changes(comparison, _FIRST)))
                status = 0
            except Exception as error:
                send(_FAILED, f"{type(error).__name__}: {error}")
    finally:
        os._exit(status)
