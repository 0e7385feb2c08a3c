"""Running the app, and leaving the terminal as it was."""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dmreader.app.comparer import Comparer
from dmreader.model import Options, Source, one_line
from dmreader.reading import Reading, uncompared
from dmreader.store.database import state_path
from dmreader.store.settings import Settings
from dmreader.store.state import State

_SOON = 200_000  # code points in all sources up to which the first picture waits for the comparison
_PATIENCE = 0.5  # seconds that it waits at most


def run(sources: Sequence[Source], options: Options | None, settings: Settings | None) -> int:
    """See `dmreader.app.read`."""
    gc.disable()  # until the first picture: `ReaderApp` turns it on again, with what is loaded out of its way
    comparer = Comparer(sources, options) if hasattr(os, "fork") else None
    try:
        from dmreader.app.reader import ReaderApp

        if comparer is None:
            from dmreader.comparing import compare

            reading = Reading(compare(sources, options))
        else:
            reading = Reading(uncompared(sources, options), compared=False)
        app = ReaderApp(reading, settings, comparer, state_for(settings or Settings()))
        app.patience = _PATIENCE if sum(len(s.text) for s in sources) <= _SOON else 0.0
        app.keeping.return_to_last_place()
        with _handlers_kept():
            status = app.run(mouse=app.settings.mouse)
        app.keeping.leave()
    finally:
        gc.enable()
        if comparer is not None:
            comparer.stop()
    if app.trouble is not None:
        said = one_line(f"{type(app.trouble).__name__}: {app.trouble}")
        print(f"dmreader: the reader stopped, which it should not: {said}", file=sys.stderr)
        return 2
    return status or 0


def state_for(settings: Settings) -> State:
    """Where notes and memory are kept; nothing is read or kept when the settings say so."""
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
