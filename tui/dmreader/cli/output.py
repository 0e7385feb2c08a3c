"""Standard output, which may be closed, full, a pipe that nobody reads, or unable to carry a character."""

import codecs
import sys
from collections.abc import Iterable

from dmreader.cli.errors import CommandError, let_go
from dmreader.model import one_line

_PLAIN = {
    **dict.fromkeys("‘’‚‹›′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–−", "-"),
    "—": "--",
    "…": "...",
    "\u00a0": " ",
    "·": ".",
}


def put(pieces: Iterable[str], *, document: bool = False) -> None:
    """Write `pieces` to standard output; raises `CommandError`.

    A `document` (HTML, JSON, Markdown) is UTF-8 whatever the terminal is; a text for reading is in the
    terminal's encoding. A reader that has seen enough, as in `dmreader | head`, is no trouble.
    """
    if sys.stdout is None:
        raise CommandError("standard output is closed.")
    encoding = "utf-8" if document else sys.stdout.encoding
    errors = "replace" if document else "dmreader.plain"
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode(encoding, errors))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        let_go(sys.stdout)
    except OSError as error:
        let_go(sys.stdout)
        words = one_line(error.strerror or str(error)).lower()
        raise CommandError(f"standard output cannot be written to ({words}).") from None


def is_ascii() -> bool:
    """Whether standard output cannot carry the signs that a printed comparison is drawn with."""
    try:
        "“│▌≈•".encode((sys.stdout and sys.stdout.encoding) or "ascii")
    except UnicodeEncodeError:
        return True
    return False


def _in_plain_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(_PLAIN.get(c) or c.encode("ascii", "backslashreplace").decode() for c in text), error.end


codecs.register_error("dmreader.plain", _in_plain_signs)
