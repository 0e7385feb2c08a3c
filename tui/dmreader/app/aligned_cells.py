"""The rows of the aligned view as lines of cells: only what is looked at is ever wrapped."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dmreader.app.wrapping import wrap
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.reading.aligned import Row

_KEPT = 2000  # rows whose lines are remembered; many screenfuls


class CellLine(NamedTuple):
    """One line of a cell: code points `start:end` of sentence `member`; `first` if it begins the sentence."""

    member: Member
    start: int
    end: int
    first: bool


class Cells:
    """The lines of rows at one width of the columns."""

    def __init__(self, reading: Reading, columns: Sequence[int], width: int) -> None:
        self.reading = reading
        self.columns = tuple(columns)
        self.width = max(1, width)
        self._lines: dict[Row, tuple[tuple[CellLine, ...], ...]] = {}

    def lines(self, row: Row) -> tuple[tuple[CellLine, ...], ...]:
        """The lines of each shown column of `row`."""
        lines = self._lines.get(row)
        if lines is None:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            lines = self._lines[row] = tuple(
                tuple(line for n in row.cells[source] for line in self._sentence(Member(source, n)))
                for source in self.columns
            )
        return lines

    def height(self, row: Row) -> int:
        """The lines that `row` takes, with the empty one after it."""
        return max(1, *(len(column) for column in self.lines(row))) + 1

    def _sentence(self, member: Member) -> list[CellLine]:
        comparison = self.reading.comparison
        start, end = comparison.sentences[member.source][member.sentence]
        text = comparison.sources[member.source].display[start:end].replace("\n", " ").replace("\t", " ")
        starts = [*wrap(text, self.width), len(text)]
        return [CellLine(member, start + low, start + high, low == 0) for low, high in pairwise(starts)]
