"""Pictures of the ties between two sources in character cells, two dots wide and four high (braille)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dmreader.marks import KINDS, MarkKind
from dmreader.reading.overview import Tie

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille cell (Unicode 2800), by row and column."""


@dataclass
class Picture:
    """`width` by `height` cells; each holds dots and the closest kind that was drawn into it.

    `mask[y][x]` is the sum of a braille cell's dots; `kind[y][x]` numbers KINDS, -1 where nothing is;
    `tie[y][x]` is the tie drawn there (the chosen one before all others), -1 where none.
    """

    width: int
    height: int
    mask: list[list[int]] = field(init=False)
    kind: list[list[int]] = field(init=False)
    tie: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.mask = [[0] * self.width for _ in range(self.height)]
        self.kind = [[-1] * self.width for _ in range(self.height)]
        self.tie = [[-1] * self.width for _ in range(self.height)]

    def line(self, start: tuple[float, float], end: tuple[float, float], kind: MarkKind, tie: int) -> None:
        """A line between two points, each given as parts (0 to 1) of the width and of the height."""
        across, down = self.width * 2 - 1, self.height * 4 - 1
        x0, y0, x1, y1 = start[0] * across, start[1] * down, end[0] * across, end[1] * down
        steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
        rank = KINDS.index(kind)
        for step in range(steps + 1):
            x = min(across, max(0, round(x0 + (x1 - x0) * step / steps)))
            y = min(down, max(0, round(y0 + (y1 - y0) * step / steps)))
            self._dot(x, y, rank, tie)

    def _dot(self, x: int, y: int, rank: int, tie: int) -> None:
        column, row = x // 2, y // 4
        self.mask[row][column] |= _DOTS[y % 4][x % 2]
        held = self.kind[row][column]
        if held < 0 or rank < held:
            self.kind[row][column] = rank
            self.tie[row][column] = tie


def dot_plot(found: Sequence[Tie], width: int, height: int) -> Picture:
    """One text across, the other down: each tie is a short stroke where its two parts meet.

    What stands in the same order runs from the upper left to the lower right; what was moved stands off it.
    (The dot plot of Gibbs and McIntyre 1970, as biologists compare sequences.)
    """
    picture = Picture(width, height)
    for number, tie in enumerate(found):
        picture.line((tie.a[0], tie.b[0]), (tie.a[1], tie.b[1]), tie.kind, number)
    return picture


def ribbons(found: Sequence[Tie], width: int, height: int) -> Picture:
    """One text along the upper edge, the other along the lower: each tie runs from its place to its place."""
    picture = Picture(width, height)
    drawn: dict[tuple[int, int], int] = {}  # of many ties from one dot to one dot, the closest is drawn
    for number, tie in enumerate(found):
        ends = (round(sum(tie.a) * width), round(sum(tie.b) * width))
        if ends not in drawn or KINDS.index(tie.kind) < KINDS.index(found[drawn[ends]].kind):
            drawn[ends] = number
    for number in drawn.values():
        tie = found[number]
        picture.line((sum(tie.a) / 2, 0.0), (sum(tie.b) / 2, 1.0), tie.kind, number)
    return picture
