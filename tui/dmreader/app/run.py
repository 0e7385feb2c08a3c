"""Running the app, and leaving the terminal as it was."""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dmreader.app.colours import colours
from dmreader.app.comparer import Comparer
from dmreader.app.comparer_child import SOON
from dmreader.app.opening import Opening, opening
from dmreader.model import Options, Source, one_line
from dmreader.store.settings import Settings

if TYPE_CHECKING:
    from dmreader.store.state import State

_PATIENCE = 0.03  # seconds that Textual's picture waits at most for sentences; on a busy machine not for ever


def run(sources: Sequence[Source], options: Options | None, settings: Settings | None) -> int:
    """See `dmreader.app.read`."""
    gc.disable()  # until the first picture: `ReaderApp` turns it on again, with what is loaded out of its way
    settings = settings or Settings()
    begun = opening(settings)
    comparer = Comparer(sources, options, begun)  # before all else, so that it has the other core meanwhile
    try:
        state = state_for(settings)
        if begun is not None:
            begun.expect(state.memory.recall("theme") or "", state.memory.last_place(sources))
        return _read(sources, options, settings, state, comparer, begun)
    finally:
        gc.enable()
        comparer.stop()
        if begun is not None:
            begun.leave()


def _read(
    sources: Sequence[Source],
    options: Options | None,
    settings: Settings,
    state: "State",
    comparer: Comparer,
    begun: Opening | None,
) -> int:
    from dmreader.app.reader import ReaderApp
    from dmreader.reading import Reading, uncompared

    reading = Reading(uncompared(sources, options), compared=False)
    app = ReaderApp(reading, settings, comparer, state, colours())
    app.opening = begun
    app.patience = _PATIENCE if sum(len(s.text) for s in sources) <= SOON else 0.0
    app.keeping.return_to_last_place()
    try:
        with _handlers_kept(), _screen_given(begun):
            status = app.run(mouse=settings.mouse)
        app.keeping.leave()
        return (status or 0) if app.trouble is None else _told(app.trouble)
    finally:
        if app.making is not None:  # perhaps another one by now
            app.making.comparer.stop()
        app.ending.done()


@contextmanager
def _screen_given(begun: Opening | None) -> Iterator[None]:
    """While it lasts Textual has the terminal; afterwards nobody."""
    if begun is None:
        yield
        return
    begun.give_way()
    try:
        yield
    finally:
        begun.leave()


def _told(trouble: Exception) -> int:
    """Say what stopped the reader, in one sentence; returns the status."""
    from dmreader.app.reader import TROUBLE

    if os.environ.get("DMREADER_DEBUG"):
        raise trouble
    said = one_line(f"{type(trouble).__name__}: {trouble}").rstrip(": ")
    print(
        f"dmreader: the reader stopped, which it should not ({said}); DMREADER_DEBUG=1 shows where.",
        file=sys.stderr,
    )
    return TROUBLE


def state_for(settings: Settings) -> "State":
    """Where notes and memory are kept; nothing is read or kept when the settings say so."""
    from dmreader.store.database import state_path
    from dmreader.store.state import State

    return State(state_path() if settings.remember and not settings.secure else None)


@contextmanager
def _handlers_kept() -> Iterator[None]:
    """The signal handlers of before, put back afterwards; the app sets its own while it runs."""
    before = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
