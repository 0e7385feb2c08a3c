"""Messages to the one at the keyboard."""

import contextlib
import sys

from dmreader.model import one_line


class CommandError(Exception):
    """A command line that cannot be carried out; the message is one sentence."""


def complain(message: str) -> None:
    """Say `message` on standard error, if there is one, on one harmless line."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        print(f"dmreader: {one_line(message)}", file=sys.stderr, flush=True)
