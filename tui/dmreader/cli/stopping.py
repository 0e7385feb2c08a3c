"""Signals that ask the program to stop."""

import contextlib
import signal
import sys
from collections.abc import Iterator
from types import FrameType


class Stopped(BaseException):
    """Raised by a signal, so that what was begun is tidied up on the way out; `status` is for the shell."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """While it lasts, INT, TERM and HUP raise `Stopped`; one that was ignored (nohup) stays ignored."""
    before = {}
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:
            before[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def stopped_by(error: BaseException | None) -> Stopped | None:
    """The signal that `error` comes of, if it does.

    Some of what may be interrupted wraps what comes out of it, as Python 3.11 does in the body of a class.
    """
    seen: list[BaseException] = []
    while error is not None and error not in seen and not isinstance(error, Stopped):
        seen.append(error)
        error = error.__cause__ or error.__context__
    return error if isinstance(error, Stopped) else None


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second Ctrl+C must not interrupt the tidying
    sys.unraisablehook = _unsaid  # what is left half made complains when it is thrown away
    if "warnings" in sys.modules:
        sys.modules["warnings"].simplefilter("ignore")
    raise Stopped(number)


def _unsaid(_: "sys.UnraisableHookArgs") -> None:
    """Say nothing."""
