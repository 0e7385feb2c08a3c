"""The signs of the screen: those of the marks, and those that only a screen needs."""

from collections.abc import Mapping
from typing import NamedTuple

from dmreader.marks import ASCII as ASCII_MARKS
from dmreader.marks import UNICODE as UNICODE_MARKS
from dmreader.marks import Sign


class Glyphs(NamedTuple):
    """One set of signs; each is one cell wide but for the ASCII ellipsis."""

    marks: Mapping[Sign, str]
    note: str
    rule: str  # across, as of a fold
    column: str  # between columns
    between: str  # between panes
    more: str
    dot: str
    ellipsis: str
    view: str  # on the map: what is in view,
    here: str  # the cursor,
    block: str  # and a search hit

    @property
    def plain(self) -> bool:
        """Whether nothing but ASCII is to be shown."""
        return self.ellipsis.isascii()

    def said(self, sentence: str) -> str:
        """A sentence of the program's own with the signs of this set."""
        return sentence.replace("…", self.ellipsis)


UNICODE = Glyphs(
    marks=UNICODE_MARKS,
    note="✎",
    rule="─",
    column="│",
    between="▏",
    more="▸",
    dot="·",
    ellipsis="…",
    view="│",
    here="◂",
    block="▪",
)
ASCII = Glyphs(
    marks=ASCII_MARKS,
    note="!",
    rule="-",
    column="|",
    between="|",
    more=">",
    dot="-",
    ellipsis="...",
    view="|",
    here="<",
    block="#",
)
