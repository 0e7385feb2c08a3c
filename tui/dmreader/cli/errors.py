"""Messages to the one at the keyboard."""

import os
import sys
from typing import TextIO

from dmreader.model import one_line


class CommandError(Exception):
    """A command line that cannot be carried out; the message is one sentence."""


class Shown(Exception):  # noqa: N818 - not an error
    """Raised by options that ask for a text and nothing else; its first argument is the text."""


def complain(message: str) -> None:
    """Say `message` on standard error, if there is one, on one harmless line."""
    if sys.stderr is None:
        return
    try:
        print(f"dmreader: {one_line(message)}", file=sys.stderr, flush=True)
    except OSError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Lead `stream` to nowhere, or Python would try once more at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
