"""Comparing in a process of its own, so that neither the screen nor the comparison waits for the other.

A thread would do the same work, but hold the interpreter while somebody reads. At the start the process is
forked, before anything heavy is loaded; later, when threads run, a fresh one is started. It sends back
`frames`: progress, the sentences, then the comparison with its marks.
"""

import gc
import os
import pickle
import select
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dmreader.app.comparer_child import work
from dmreader.app.frames import CUT, DONE, FAILED, Frame, Inbox
from dmreader.model import Comparison, Options, Source, Span

if TYPE_CHECKING:
    from dmreader.app.opening import Opening
    from dmreader.marks import SourceMarks
    from dmreader.reading.changes import Changes


class Progressed(NamedTuple):
    """What is being done, and how much of it is done (0 to 1)."""

    what: str
    share: float


class Failed(NamedTuple):
    """Comparing went wrong; `why` is one sentence."""

    why: str


class Cut(NamedTuple):
    """The sentences of every source, which are known long before what they share."""

    sentences: tuple[Sequence[Span], ...]


class Compared(NamedTuple):
    """The comparison without its sources, still packed: `unpack` makes it whole."""

    frame: Frame


Unpacked = tuple[Comparison, "tuple[SourceMarks, ...]", "dict[tuple[int, int, int], Changes]"]
News = Progressed | Failed | Cut | Compared


class Comparer:
    """A comparison that is being made; read its pipe `descriptor` by `news` when there is something in it.

    `failure` says in one sentence why it will never come, if it will not. With `afresh` the process is not
    forked but started anew, which a program with threads must do; it takes a tenth of a second longer. Only
    a forked one paints the `opening`.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        options: Options | None = None,
        opening: "Opening | None" = None,
        *,
        afresh: bool = False,
    ) -> None:
        self.sources = tuple(sources)
        self._child, self.descriptor = (
            _started(self.sources, options) if afresh else _forked(self.sources, options, opening)
        )
        self._inbox = Inbox(self.descriptor)
        self.running = True
        self.failure = ""

    def news(self) -> Iterator[News]:
        """What the child has told since the last time; does not wait."""
        if not self.running:
            return
        for frame in self._inbox.frames():
            if frame.kind == DONE:
                self.stop()
                yield Compared(frame)
                return
            if frame.kind == FAILED:
                yield self._fail(str(frame.unpack()))
                return
            yield Cut(frame.unpack()) if frame.kind == CUT else Progressed(*frame.unpack())
        if self._inbox.ended:
            yield self._fail("the process that compared the sources was ended from outside")

    def _fail(self, why: str) -> Failed:
        self.stop()
        self.failure = why
        return Failed(why)

    def wait(self, seconds: float) -> Cut | Compared | None:
        """The result, or else the sentences, as soon as one of them is there; None after so many seconds."""
        until = time.monotonic() + seconds
        while self.running:
            select.select([self.descriptor], [], [], max(0.0, until - time.monotonic()))
            found: Cut | Compared | None = None
            for told in self.news():
                found = told if isinstance(told, Cut | Compared) else found
            if found is not None:
                return found
            if time.monotonic() >= until:
                break
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
            comparison, marks, changes = told.frame.unpack()
            gc.freeze()
        finally:
            if collecting:
                gc.enable()
        return replace(comparison, sources=self.sources), marks, changes


def _forked(
    sources: tuple[Source, ...], options: Options | None, opening: "Opening | None"
) -> tuple[int, int]:
    """The child that shares all this program has, and the descriptor to read from."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        work(sources, options, write, opening)
    os.close(write)
    return child, read


# The path of modules comes first, for a folder of texts may hold a file named like a module.
_BEGIN = (
    "import sys, pickle; sys.path[:] = pickle.load(sys.stdin.buffer)\n"
    "from dmreader.app.comparer_child import serve; serve()"
)


def _started(sources: tuple[Source, ...], options: Options | None) -> tuple[int, int]:
    """A child of its own that is sent the sources, and the descriptor to read from; waits till they are."""
    read, write = os.pipe()
    take, give = os.pipe()
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-P", "-c", _BEGIN],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, take, 0),
                (os.POSIX_SPAWN_DUP2, write, 1),
                (os.POSIX_SPAWN_DUP2, nothing, 2),
            ],
        )
    finally:
        for descriptor in (write, take, nothing):
            os.close(descriptor)
    with open(give, "wb") as pipe, suppress(BrokenPipeError):
        pickle.dump(sys.path, pipe)
        pickle.dump((sources, options), pipe, protocol=pickle.HIGHEST_PROTOCOL)
    return child, read
