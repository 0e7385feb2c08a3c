"""Where the rows of one source are, counted from any sentence: nothing but what is looked at is ever wrapped.

A place in the flow is (unit, line): line `line` of unit `unit`. A unit is a sentence with whatever stands
between it and the next one; units begin on a row of their own, paragraphs have an empty line between them.
So a text of a million words costs a screenful, whenever the width changes. Units above the first count as
empty lines, which lets a partner at the very beginning stand beside the cursor.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dmreader.app.wrapping import wrap
from dmreader.model import Span
from dmreader.reading.paragraphs import parting

_INDENT = 3  # a line's indentation is shown up to this part of the width
_KEPT = 2000  # units whose rows are remembered; some screenfuls


class Spot(NamedTuple):
    """Line `line` of unit `unit`. Above the text: unit 0 and a negative line."""

    unit: int
    line: int


class Flow:
    """The rows of one source at one width."""

    def __init__(self, display: str, sentences: Sequence[Span], width: int, airy: bool = True) -> None:
        self.display = display
        self.sentences = sentences
        self.width = max(1, width)
        self.airy = airy
        self._parting = parting(display)
        self._rows: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self.sentences)

    def extent(self, unit: int) -> tuple[int, int]:
        """The code points that a unit shows: its sentence, and anything visible before the next one."""
        start = self.sentences[unit].start if unit else 0
        end = self.sentences[unit + 1].start if unit + 1 < len(self.sentences) else len(self.display)
        text = self.display[start:end]
        begun = start + len(text) - len(text.lstrip()) if not unit else start
        return self._indented(begun), start + len(text.rstrip())

    def _indented(self, start: int) -> int:
        """Where the indentation of a line begins whose words begin at `start`, as in verse and programs."""
        at, display = start, self.display
        while at and display[at - 1] in " \t":
            at -= 1
        begins = at == 0 or display[at - 1] == "\n"
        return at if begins and start - at <= self.width // _INDENT else start

    def rows(self, unit: int) -> list[int]:
        """Where the rows of a unit begin, as offsets into the source, and where the last one ends."""
        rows = self._rows.get(unit)
        if rows is None:
            start, end = self.extent(unit)
            text = self.display[start:end].replace("\n", " ").replace("\t", " ")
            rows = [start + at for at in wrap(text, self.width)]
            rows.append(end)
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[unit] = rows
        return rows

    def height(self, unit: int) -> int:
        """The lines a unit takes, with the empty one after it."""
        return len(self.rows(unit)) - 1 + self._gap(unit)

    def _gap(self, unit: int) -> int:
        if not self.airy or unit + 1 >= len(self.sentences):
            return 0
        between = self.display[self.sentences[unit].end : self.sentences[unit + 1].start]
        return int(between.count("\n") >= self._parting)

    def shift(self, spot: Spot, lines: int) -> Spot:
        """The spot so many lines further down (up when negative); may lie above or below the text."""
        if not self.sentences:
            return Spot(0, 0)
        unit, line = spot.unit, spot.line + lines
        while line < 0 and unit > 0:
            unit -= 1
            line += self.height(unit)
        last = len(self.sentences) - 1
        while unit < last and line >= (height := self.height(unit)):
            line -= height
            unit += 1
        return Spot(unit, line)

    def distance(self, top: Spot, unit: int, limit: int) -> int | None:
        """How many lines below `top` a unit begins (negative: above), or None if further than `limit`."""
        if unit >= top.unit:
            lines = -top.line
            for u in range(top.unit, unit):
                lines += self.height(u)
                if lines > limit:
                    return None
            return lines
        lines = -top.line
        for u in range(top.unit - 1, unit - 1, -1):
            lines -= self.height(u)
            if lines < -limit:
                return None
        return lines

    def window(self, top: Spot, height: int) -> list[tuple[int, int]]:
        """The (unit, row) shown on each of `height` lines; row -1 is an empty line."""
        shown: list[tuple[int, int]] = []
        unit, line = top
        while len(shown) < height and unit < len(self.sentences):
            rows = len(self.rows(unit)) - 1
            tall = self.height(unit)
            while line < tall and len(shown) < height:
                shown.append((unit, line if 0 <= line < rows else -1))
                line += 1
            unit, line = unit + 1, 0
        shown.extend([(-1, -1)] * (height - len(shown)))
        return shown

    def clamp(self, top: Spot, height: int) -> Spot:
        """The nearest top that leaves no lines empty above the text, and at most half a screen below it."""
        if top.unit == 0 and top.line < 0:
            return Spot(0, 0)
        lowest = self.lowest(height // 2 + 1)
        return min(top, lowest)

    def lowest(self, height: int) -> Spot:
        """The top at which the last line of the text is the last of `height` lines."""
        if not self.sentences:
            return Spot(0, 0)
        last = len(self.sentences) - 1
        spot = self.shift(Spot(last, self.height(last) - 1), 1 - height)
        return spot if spot.line >= 0 else Spot(0, 0)
