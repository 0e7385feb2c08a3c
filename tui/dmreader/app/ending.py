"""The end of a reader, which comes whatever its terminal does.

A terminal that takes nothing any more (stalled, or gone without a signal, as under `nohup`) leaves the one
thread that draws, and hears keys, waiting for ever within a write. So signals are heard between two
instructions of that thread, not by its loop, and another thread sees to it that leaving takes no longer than
it may.
"""

import asyncio
import math
import os
import signal
import termios
import threading
import time
from contextlib import suppress
from contextvars import copy_context
from types import FrameType
from typing import TYPE_CHECKING

from dmreader.app.hangup import hung_up

if TYPE_CHECKING:
    from dmreader.app.reader import ReaderApp

EVERY = 1.0
"""Seconds between two looks at clock and terminal; a look is one system call."""
LIMIT = 3.0
"""Seconds that an orderly end may take."""
HUNG_UP = 128 + signal.SIGHUP
_SAVING = 1.0  # seconds that saving may take when the end is no orderly one


class Ending:
    """How `app` ends: in order if it can, else by force, with what is to be kept saved."""

    def __init__(self, app: "ReaderApp") -> None:
        self._app = app
        self._status = HUNG_UP  # unless there is another reason
        self._latest = math.inf  # when the end has come, by the clock
        self._over = threading.Event()

    def listen(self) -> None:
        """Heed signals and the terminal from now on; called in the loop of the app, in the main thread."""
        loop, context = asyncio.get_running_loop(), copy_context()

        def heard(number: int, _: FrameType | None) -> None:
            self.begin(128 + number)
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._app.exit, 128 + number, context=context)

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, heard)
        threading.Thread(target=self._watch, name="dmreader-ending", daemon=True).start()

    def begin(self, status: int) -> None:
        """The reader is about to leave with `status`; the time for that runs from the first call."""
        self._status = status
        self._latest = min(self._latest, time.monotonic() + LIMIT)

    def done(self) -> None:
        """Nothing of the reader is left that could wait for the terminal."""
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            if hung_up() or time.monotonic() > self._latest:
                saving = threading.Thread(target=self._save, daemon=True)
                saving.start()
                saving.join(_SAVING)
                os._exit(self._status)

    def _save(self) -> None:
        self._app.keeping.leave()
        if self._app.making is not None:
            self._app.making.comparer.stop()
        modes = getattr(self._app._driver, "attrs_before", None)
        if modes is not None:  # a terminal that is only stalled will be used again
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
            with suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, modes)
