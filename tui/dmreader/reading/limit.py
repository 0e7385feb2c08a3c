"""A limit of time for what may never end, such as a regular expression that backtracks without bound."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLongError(Exception):
    """The time was up."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TookTooLongError` in the body when it takes longer than `seconds`.

    The expression engine looks for signals while it backtracks, so an alarm ends it where nothing else but
    another process could. Signals reach the main thread alone; elsewhere, and where there is no alarm, there
    is no limit.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def up(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        raise TookTooLongError

    before = signal.signal(signal.SIGALRM, up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
