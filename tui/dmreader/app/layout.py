"""How the main screen is parted: which sources have a pane, and the rows that everything takes."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dmreader.reading import Reading
from dmreader.reading.arrangement import arrange, capacity

SMALLEST = (20, 6)
"""Columns and rows below which there is only a notice."""
_ROOMY = 9  # rows from which there is room for the inspector


class Layout(NamedTuple):
    """`shown` are the sources that have a pane, left to right; `inspector` is the rows of the inspector.

    With `tabs` a line of all sources stands above the panes; with `heads` each pane has a header.
    """

    columns: int
    rows: int
    small: bool
    shown: tuple[int, ...]
    inspector: int
    tabs: bool
    heads: bool

    @property
    def height(self) -> int:
        """The rows of the panes, with their headers; the last line is the footer."""
        return self.rows - self.tabs - self.inspector - 1

    @property
    def widths(self) -> tuple[int, ...]:
        """The columns of each pane."""
        many = len(self.shown)
        edges = [at * self.columns // many for at in range(many + 1)]
        return tuple(right - left for left, right in pairwise(edges))


def layout(
    reading: Reading,
    size: tuple[int, int],
    inspector: int,
    *,
    alone: bool = False,
    before: Sequence[int] = (),
    came_from: int | None = None,
) -> Layout:
    """What has room on a screen of `size`, of which `inspector` rows are wanted for the inspector.

    With `alone` the source at the cursor alone is shown; `before` and `came_from` are as in `arrange`.
    """
    columns, rows = size
    cursor = reading.cursor.source
    small = columns < SMALLEST[0] or rows < SMALLEST[1]
    room = 1 if alone else capacity(columns)
    shown = tuple(arrange(reading.order, room, before, cursor, cursor if came_from is None else came_from))
    tabs = len(shown) < len(reading.comparison.sources) and not small
    return Layout(
        columns=columns,
        rows=rows,
        small=small,
        shown=shown,
        inspector=0 if small or rows < _ROOMY else min(inspector, max(0, (rows - 3) // 2)),
        tabs=tabs,
        heads=not (tabs and len(shown) == 1),
    )
