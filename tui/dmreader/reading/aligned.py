"""The comparison as rows: one row a group, one column a source, in the order of one of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dmreader.model import RELATIONS, Comparison, Member, Relation

Shown = Literal["all", "folded", "differences"]
"""Every row; runs of rows that are the same in all sources as one line each; without such rows."""

SHOWN: tuple[Shown, ...] = ("all", "folded", "differences")


class Row(NamedTuple):
    """What stands in one row: `cells[i]` are sentences of source `i`, in order; empty where it is silent.

    `moved` are the sources whose cell stands elsewhere in its own text. `relation` is the least close of the
    row's links, None for a row of one sentence. `same` says that every source has it in the same words.
    """

    cells: tuple[tuple[int, ...], ...]
    moved: frozenset[int]
    relation: Relation | None
    same: bool


@dataclass(frozen=True, slots=True)
class Aligned:
    """The rows in the order of source `base`, and the row of every sentence: `where[source][sentence]`."""

    base: int
    rows: tuple[Row, ...]
    where: tuple[tuple[int, ...], ...]

    def row_of(self, member: Member) -> int:
        """The number of the row that holds `member`; 0 in an empty comparison."""
        column = self.where[member.source]
        return column[member.sentence] if member.sentence < len(column) else 0


def align(comparison: Comparison, base: int) -> Aligned:
    """The rows of `comparison` in the order of source `base`.

    What `base` does not have stands after what comes before it in its own source. Of two rows that stand in
    another order in a source, the fewest possible are called moved: all but a longest increasing
    subsequence (Schensted 1961) of the column.
    """
    cells, where = _cells(comparison)
    order = _in_order_of(base, cells, where)
    relations = _relations(comparison, where)
    moved = _moved([cells[row] for row in order], len(where))
    several = len(where) > 1
    rows, place = [], [0] * len(cells)
    for number, row in enumerate(order):
        place[row] = number
        relation = relations.get(row)
        same = relation == "verbatim" and several and all(cells[row])
        rows.append(Row(cells[row], moved.get(number, _NOWHERE), relation, same))
    return Aligned(base, tuple(rows), tuple(tuple(place[row] for row in column) for column in where))


_NOWHERE: frozenset[int] = frozenset()


def entries(aligned: Aligned, shown: Shown, opened: Container[int] = ()) -> list[range]:
    """What is listed: ranges of row numbers. A range of more than one row is a fold.

    A fold whose first row is in `opened` is listed row by row.
    """
    listed: list[range] = []
    number, rows = 0, aligned.rows
    while number < len(rows):
        end = number + 1
        if shown != "all" and rows[number].same:
            while end < len(rows) and rows[end].same:
                end += 1
            if shown == "differences":
                number = end
                continue
            if number not in opened:
                listed.append(range(number, end))
                number = end
                continue
        listed.extend(range(n, n + 1) for n in range(number, end))
        number = end
    return listed


def entry_of(listed: Sequence[range], row: int) -> int:
    """The number of the entry that holds `row`, or of the last one before it; 0 if there is none."""
    return max(0, bisect_right(listed, row, key=lambda entry: entry.start) - 1)


def _cells(comparison: Comparison) -> tuple[list[tuple[tuple[int, ...], ...]], list[list[int]]]:
    """The cells of each row, groups first, and the row of every sentence."""
    count = len(comparison.sources)
    where = [[-1] * len(spans) for spans in comparison.sentences]
    cells: list[tuple[tuple[int, ...], ...]] = []
    for group in comparison.groups:
        row: list[tuple[int, ...]] = [()] * count
        for source, sentence in group.members:
            row[source] += (sentence,)
            where[source][sentence] = len(cells)
        cells.append(tuple(row))
    for source, column in enumerate(where):
        before, after = ((),) * source, ((),) * (count - source - 1)
        for sentence, number in enumerate(column):
            if number < 0:
                column[sentence] = len(cells)
                cells.append((*before, (sentence,), *after))
    return cells, where


def _in_order_of(
    base: int, cells: Sequence[Sequence[tuple[int, ...]]], where: Sequence[Sequence[int]]
) -> list[int]:
    """The numbers of the rows in the order of `base`."""
    keys: dict[int, tuple[int, int, int]] = {}
    for sentence, row in enumerate(where[base]):
        keys.setdefault(row, (sentence, -1, 0))
    for source in range(len(where)):
        if source == base:
            continue
        with_base = [row for row in dict.fromkeys(where[source]) if cells[row][base]]
        strays = set(_strays([keys[row][0] for row in with_base]))
        steady = {row for number, row in enumerate(with_base) if number not in strays}
        after = -1
        for sentence, row in enumerate(where[source]):
            if row in steady:
                after = max(after, keys[row][0])
            elif row not in keys:
                keys[row] = (after, source, sentence)
    return sorted(keys, key=keys.__getitem__)


def _moved(rows: Sequence[Sequence[tuple[int, ...]]], count: int) -> dict[int, frozenset[int]]:
    """The rows in which a source's cell stands elsewhere, and the sources that this is so of."""
    moved: dict[int, frozenset[int]] = {}
    for source in range(count):
        filled = [(number, row[source][0]) for number, row in enumerate(rows) if row[source]]
        for stray in _strays([sentence for _, sentence in filled]):
            number = filled[stray][0]
            moved[number] = moved.get(number, _NOWHERE) | {source}
    return moved


def _strays(values: Sequence[int]) -> list[int]:
    """The places in `values` that are not of one longest increasing run through them."""
    tops: list[int] = []  # of the piles of a patience sort: each pile's top, and its place in `values`
    places: list[int] = []
    before = [-1] * len(values)
    for place, value in enumerate(values):
        if not tops or value > tops[-1]:  # nearly always
            before[place] = places[-1] if places else -1
            tops.append(value)
            places.append(place)
            continue
        pile = bisect_left(tops, value)
        before[place] = places[pile - 1] if pile else -1
        tops[pile], places[pile] = value, place
    steady = bytearray(len(values))
    place = places[-1] if places else -1
    while place >= 0:
        steady[place] = 1
        place = before[place]
    return [place for place, is_steady in enumerate(steady) if not is_steady]


def _relations(comparison: Comparison, where: Sequence[Sequence[int]]) -> dict[int, Relation]:
    """The least close relation of the links in each row."""
    rank: dict[int, int] = {}
    for link in comparison.links:
        row = where[link.a.source][link.a.sentence]
        rank[row] = max(rank.get(row, 0), RELATIONS.index(link.relation))
    return {row: RELATIONS[worst] for row, worst in rank.items()}
