"""A file or standard input, made into a source."""

import sys
from pathlib import Path

from dmreader.model import Source


class SourceError(Exception):
    """A source that cannot be read; the message is one sentence that says what and where."""


def source(name: str, text: str, *, path: str | None = None) -> Source:
    """A source made from a text; line ends become `\\n`, nothing else is changed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(name=name, text=text, path=path)


def load(path: str, label: str | None = None) -> Source:
    """The source at `path`, or on standard input for `-`; raises `SourceError`."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: {error}") from error
    name = label or ("standard input" if path == "-" else Path(path).stem)
    return source(name, text, path=None if path == "-" else str(Path(path).absolute()))
