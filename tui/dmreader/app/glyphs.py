"""The signs of the screen: those of the marks, and those that only a screen needs."""

from collections.abc import Mapping
from typing import NamedTuple

from dmreader.marks import ASCII as ASCII_MARKS
from dmreader.marks import UNICODE as UNICODE_MARKS
from dmreader.marks import Sign


class Glyphs(NamedTuple):
    """One set of signs; each of `marks` is one cell wide."""

    marks: Mapping[Sign, str]
    note: str
    rule: str
    column: str
    between: str
    """Lines across and down, and the thin one between panes."""
    more: str
    dot: str
    ellipsis: str
    to: str
    view: str
    here: str
    block: str
    """The map: where the view is, where the cursor is, and a mark."""

    @property
    def plain(self) -> bool:
        """Whether nothing but ASCII is to be shown."""
        return self.ellipsis.isascii()

    def said(self, sentence: str) -> str:
        """A sentence of the program's own with the signs of this set."""
        return sentence.replace("…", self.ellipsis)


UNICODE = Glyphs(UNICODE_MARKS, "✎", "─", "│", "▏", "▸", "·", "…", "→", "│", "◂", "▪")
ASCII = Glyphs(ASCII_MARKS, "!", "-", "|", "|", ">", "-", "...", "->", "|", "<", "#")
