"""The process that compares: what it is sent, what it does, and what it tells of it."""

import gc
import os
import pickle
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from dmreader.app.frames import CUT, DONE, FAILED, PROGRESS, send
from dmreader.model import Options, Source, Span
from dmreader.model.columns import Table

if TYPE_CHECKING:
    from dmreader.app.opening import Opening

SOON = 200_000
"""Code points in all sources up to which the first picture waits for their sentences."""
_FIRST = 16  # sentences of each source whose changes the first picture may show; forty rows hold some nine
_OFTEN = 0.1  # seconds between two tellings of progress


def work(
    sources: Sequence[Source], options: Options | None, write: int, opening: "Opening | None" = None
) -> NoReturn:
    """Compare, tell that to descriptor `write`, and leave without touching the terminal.

    `opening` is the first picture to paint on the way, if that is wanted.
    """
    status = 1
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        teller = _Teller(write)
        try:
            _compare(sources, options, teller, opening)
            status = 0
        except Exception as error:
            teller.send(FAILED, f"{type(error).__name__}: {error}")
    finally:
        os._exit(status)


def serve() -> NoReturn:
    """`work` for a process that was started anew: what to compare comes on standard input."""
    write = os.dup(1)
    sources, options = pickle.load(sys.stdin.buffer)
    work(sources, options, write)


def _compare(
    sources: Sequence[Source], options: Options | None, teller: "_Teller", opening: "Opening | None"
) -> None:
    gc.disable()  # what is made stays until the end of the process
    soon = sum(len(source.text) for source in sources) <= SOON
    if opening is not None and not soon:
        opening.send(sources, options)
    from dmreader.comparing import compare

    def cut(sentences: tuple[tuple[Span, ...], ...]) -> None:
        if opening is not None and soon:
            opening.send(sources, options, sentences)
        teller.cut(sentences)

    comparison = compare(sources, options, teller.progress, cut=cut)
    from dmreader.marks import mark  # the first picture waits for the sentences, and they not for this
    from dmreader.marks.packing import pack as pack_marks
    from dmreader.model.packing import pack
    from dmreader.reading.changes import first_changes

    made = pack(replace(comparison, sources=()))
    marks = tuple(map(pack_marks, mark(comparison)))
    teller.send(DONE, (made, marks, first_changes(comparison, _FIRST)))


class _Teller:
    """Tells the process that shows."""

    def __init__(self, write: int) -> None:
        self._pipe = open(write, "wb", closefd=False)  # noqa: SIM115 - stays open
        self._last = 0.0

    def send(self, kind: bytes, body: object) -> None:
        """Say something."""
        send(self._pipe, kind, body)

    def progress(self, what: str, share: float) -> None:
        """How far comparing is, not too often."""
        if (now := time.monotonic()) - self._last >= _OFTEN:
            self._last = now
            self.send(PROGRESS, (what, share))

    def cut(self, sentences: tuple[tuple[Span, ...], ...]) -> None:
        """The sentences that will be compared."""
        self.send(CUT, tuple(Table.of_spans(Span, row, 2) for row in sentences))
