"""A source: one text with a name, and places in it."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open run of code points of one text."""

    start: int
    end: int


class Place(NamedTuple):
    """A span of one of several sources: `text[start:end]` of source number `source` (from 0)."""

    source: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One text with a name.

    `text` is the text as loaded: line ends are `\\n`, nothing else is changed, ever.
    `display` is what may be shown: the same length, with everything a terminal could obey or hide
    replaced code point for code point by a visible stand-in. Offsets hold in both.
    `path` is the absolute path of the file, or None for standard input and texts given by a program.
    `notices` are sentences about the loading that a reader should see (encoding guessed, hidden characters).
    """

    name: str
    text: str
    display: str
    path: str | None = None
    title: str = ""
    notices: tuple[str, ...] = ()
    sha256: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if len(self.display) != len(self.text):
            raise ValueError("display must be as long as text")
        if not self.sha256:
            digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "sha256", digest)
