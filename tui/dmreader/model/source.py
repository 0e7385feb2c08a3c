"""A source: one text with a name, and places in it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from dmreader.model.harmless import harmless, one_line, unix_lines
from dmreader.model.title import title_of


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
    """One text with a name: `Source("name", "text")` is all that a program need say; the rest is worked out.

    `text` is the text as loaded: line ends are `\\n`, nothing else is changed, ever.
    `display` is what may be shown: the same length, with everything a terminal could obey or hide
    replaced code point for code point by a visible stand-in. Offsets hold in both.
    `name` and `title` are made harmless, too. The title is the beginning of the text unless one is given.
    `path` is the absolute path of the file, or None for standard input and texts given by a program; it is
    as the system has it, so show `one_line(path)`.
    `encoding` is the one that was asked for, None if it was found out.
    `notices` are sentences about the loading that a reader should see (encoding guessed, hidden characters).
    """

    name: str
    text: str
    display: str = ""
    path: str | None = None
    title: str = ""
    notices: tuple[str, ...] = ()
    encoding: str | None = None
    _digest: str = field(default="", init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not (isinstance(self.name, str) and isinstance(self.text, str)):
            raise TypeError("Source() takes a name and a text; load('a file') reads and decodes a file")
        text = unix_lines(self.text)
        display = self.display or harmless(text)
        if len(display) != len(text):
            raise ValueError("display must be as long as text")
        for name, value in (
            ("text", text),
            ("display", display),
            ("name", one_line(self.name)),
            ("title", one_line(self.title or title_of(display))),
        ):
            object.__setattr__(self, name, value)

    @property
    def sha256(self) -> str:
        """The digest of the text in UTF-8, worked out when it is first asked for."""
        if not self._digest:
            from hashlib import sha256  # loads OpenSSL, which takes longer than all the sums of short texts

            digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "_digest", digest)
        return self._digest
