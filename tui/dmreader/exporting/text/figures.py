"""The table of the printed comparison: every source in figures, and what it has in common with each other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dmreader.exporting.formats import Style
from dmreader.exporting.text.paint import Painter
from dmreader.exporting.text.wrap import Run, cells, pad, paragraph
from dmreader.marks import counted, percent
from dmreader.model import Comparison

_BAR = 6
_GAP = "  "
_FEWEST = 3
"""Columns that stay on the narrowest terminal."""
_CLOSEST = 12
"""Pairs that are listed when there is no room for a column a source."""


class _Column(NamedTuple):
    head: str
    cells: tuple[str, ...]
    right: bool = True

    @property
    def width(self) -> int:
        return max(map(cells, (self.head, *self.cells)))


def table(comparison: Comparison, names: tuple[str, ...], style: Style, paint: Painter) -> Iterator[str]:
    """As much of the table as `style.width` has room for; the pairs are listed when they do not fit in."""
    figures, bars, pairs = (
        _figures(comparison, names),
        _bars(comparison, style),
        _pairs(comparison, names, style),
    )
    while _width(figures) > style.width and len(figures) > _FEWEST:
        del figures[2 if len(figures) > _FEWEST + 1 else 1]
    if len(names) == 1:
        yield from _drawn(figures, paint)
    elif _width([*figures, *pairs]) > style.width:
        yield from _drawn([*figures, *bars], paint)
        yield ""
        for pair in _closest(comparison, names):
            yield from paragraph([Run(pair)], style.width, paint, indent=2)
    elif _width([*figures, *bars, *pairs]) > style.width:
        yield from _drawn([*figures, *pairs], paint)
    else:
        yield from _drawn([*figures, *bars, *pairs], paint)


def _figures(comparison: Comparison, names: tuple[str, ...]) -> list[_Column]:
    of = comparison.summary.sources
    columns = [
        _Column("", names, right=False),
        _Column("words", tuple(f"{each.words:,}" for each in of)),
        _Column("sentences", tuple(f"{each.sentences:,}" for each in of)),
        _Column("quotes", tuple(f"{each.quotes:,}" for each in of)),
    ]
    if len(names) > 1:
        columns.append(_Column("only here", tuple(f"{each.unique_sentences:,}" for each in of)))
        columns.append(_Column("shared", tuple(percent(each.shared) for each in of)))
    return columns


def _bars(comparison: Comparison, style: Style) -> list[_Column]:
    full, empty = ("#", ".") if style.ascii else ("█", "░")
    lengths = [round(each.shared * _BAR) or int(each.shared > 0) for each in comparison.summary.sources]
    return [_Column("", tuple(full * n + empty * (_BAR - n) for n in lengths), right=False)]


def _pairs(comparison: Comparison, names: tuple[str, ...], style: Style) -> list[_Column]:
    shares = comparison.summary.shares()
    itself = "-" if style.ascii else "·"
    return [
        _Column(
            name if other else f"with {name}",
            tuple(
                itself if source == other else percent(shares[source, other]) for source in range(len(names))
            ),
        )
        for other, name in enumerate(names)
    ]


def _width(columns: Sequence[_Column]) -> int:
    return sum(column.width + len(_GAP) for column in columns)


def _drawn(columns: Sequence[_Column], paint: Painter) -> Iterator[str]:
    heads = (pad(column.head, column.width, right=column.right) for column in columns)
    yield _GAP + paint(_GAP.join(heads).rstrip(), "faint")
    for row in zip(*(column.cells for column in columns), strict=True):
        first, *rest = (
            pad(cell, column.width, right=column.right) for cell, column in zip(row, columns, strict=True)
        )
        yield _GAP + paint(first, "heading") + _GAP + _GAP.join(rest).rstrip()


def _closest(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    pairs = sorted(comparison.summary.pairs, key=lambda pair: -(pair.a_shared + pair.b_shared))
    for pair in pairs[:_CLOSEST]:
        a, b = names[pair.a], names[pair.b]
        yield f"{a} and {b}: {percent(pair.a_shared)} of {a}, {percent(pair.b_shared)} of {b}"
    if len(pairs) > _CLOSEST:
        yield f"and {counted(len(pairs) - _CLOSEST, 'more pair')}"
