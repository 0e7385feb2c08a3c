"""The figures of the overview: one row a source, one row a pair."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.message import Message

from dmreader.app.glyphs import Glyphs
from dmreader.app.lines import Lines
from dmreader.app.pieces import Piece, Row, fitted
from dmreader.marks import KINDS, MarkKind, labels, percent
from dmreader.reading import Reading
from dmreader.reading.overview import band

_NAME = 36  # cells a name may take
_SOURCE = ("words", "sentences", "shared", "only here", "quotes")
_PAIR = ("same", "nearly", "reworded", "in part", "moved")


class OverviewTable(Lines):
    """Selectable rows under their headings. `subjects` are the sources, then the pairs."""

    prefix = "overview"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"overview--{kind}" for kind in KINDS),
        "overview--chosen",
    }

    class Pointed(Message):
        """A row was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, reading: Reading, glyphs: Glyphs, subjects: Sequence[tuple[int, ...]]) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.subjects = subjects
        self.at = 0
        self.short = labels(reading.names)
        self._known: dict[tuple[str, int], _Columns] = {}
        self._bands: dict[tuple[int, int], list[MarkKind | None]] = {}

    @property
    def wanted(self) -> int:
        """The rows that everything takes."""
        return self._line_of(len(self.subjects) - 1) + 2

    def look(self, at: int) -> None:
        """Choose another row and bring it into view, below the headings."""
        self.at = at
        line, height = self._line_of(at), max(2, self.size.height)
        first = min(self.first, max(0, self.wanted - height), line - 1)
        self.first = max(0, first, line - height + 1)
        self.repaint()

    def on_resize(self) -> None:
        """The chosen row stays in view."""
        self.look(self.at)

    @property
    def _sources(self) -> int:
        return len(self.reading.comparison.sources)

    def _line_of(self, at: int) -> int:
        """The line of a subject: headings take the first line, and two between sources and pairs."""
        return at + 1 if at < self._sources else at + 3

    def rows(self, width: int) -> list[Row]:  # noqa: ARG002 - they are as many at any width
        """Nothing is made beforehand: `row` is asked for what is in view."""
        return [()] * self.wanted

    def row(self, at: int) -> Row:
        """A heading or a subject; the headings of what is in view stay at the top."""
        width, pairs_from = max(1, self.size.width - 1), self._sources + 2
        if at == self.first and at > 0:
            at = 0 if at < pairs_from - 1 else pairs_from
        if at == 0:
            return self._head(self._source_room(width), self._source_heads, width)
        if at == pairs_from and self._sources > 1:
            return self._head(self._pair_room(width), self._pair_heads, width)
        if at <= self._sources:
            return self._line(at - 1, self._source_name(at - 1, width), self._source, width)
        number = at - 3
        if self._sources <= number < len(self.subjects):
            return self._line(number, self._pair_name(number, width), self._pair, width)
        return ()

    # Names

    def _source_room(self, width: int) -> int:
        longest = max(map(cell_len, self.reading.names)) + (0 if self._named_short else 4)
        return max(3, min(_NAME, longest, max(6, width // 4)))

    def _pair_room(self, width: int) -> int:
        longest = max(map(cell_len, self.short))
        return 2 * min(longest, max(3, width // 6)) + 3

    @property
    def _named_short(self) -> bool:
        return self.short == self.reading.names

    def _source_name(self, source: int, width: int) -> str:
        name = self.reading.names[source]
        said = name if self._named_short else f"{self.short[source]:<3} {name}"
        room = self._source_room(width)
        return set_cell_size(fitted(said, room, self.glyphs.ellipsis), room)

    def _pair_name(self, at: int, width: int) -> str:
        each = (self._pair_room(width) - 3) // 2
        between = " = " if self.glyphs.plain else " ↔ "
        names = (fitted(self.short[source], each, self.glyphs.ellipsis) for source in self.subjects[at])
        return between.join(set_cell_size(name, each) for name in names)

    def _head(self, room: int, heads: Callable[[int], str], width: int) -> Row:
        return [(" " * (room + 2), ("quiet",)), (heads(width - room - 3), ("quiet",))]

    def _line(self, at: int, name: str, figures: Callable[[int, int], Iterable[Piece]], width: int) -> Row:
        """A row with its edge; one chosen has its own ground to the end."""
        tone: tuple[str, ...] = ("chosen",) if at == self.at else ()
        edge = self.glyphs.marks["cursor"] if tone else " "
        body = [(name, ("strong",)), *figures(at, width - cell_len(name) - 3)]
        used = 2 + sum(cell_len(text) for text, _ in body)
        row: list[Piece] = [(edge + " ", (*tone, "edge"))]
        row += [(text, (*tone, *names)) for text, names in body]
        return [*row, (" " * max(0, width - used), tone)]

    # Sources

    def _source_heads(self, width: int) -> str:
        heads = self._columns("sources", width)
        said = _row(heads.names, heads)
        return said + ("  from beginning to end" if width - len(said) > 26 else "")

    def _source(self, source: int, width: int) -> Iterator[Piece]:
        heads = self._columns("sources", width)
        said = _row(self._source_figures(source, len(heads.names) < len(_SOURCE)), heads)
        yield said, ()
        strip = width - len(said) - 3
        if strip >= 10:
            yield "  ", ()
            yield from self._band(source, strip)

    def _source_figures(self, source: int, narrow: bool) -> tuple[str, ...]:
        figure = self.reading.comparison.summary.sources[source]
        return (
            f"{figure.words:,}",
            *(() if narrow else (f"{figure.sentences:,}",)),
            percent(figure.shared),
            f"{figure.unique_sentences:,}",
            f"{figure.quotes:,}",
        )

    def _band(self, source: int, width: int) -> Iterator[Piece]:
        cells = self._bands.get((source, width))
        if cells is None:
            cells = band(self.reading.comparison, self.reading.marks, source, width)
            self._bands[source, width] = cells
        for kind in cells:
            yield (self.glyphs.marks[kind], (kind, f"sign-{kind}")) if kind else (" ", ())

    # Pairs

    def _pair_heads(self, width: int) -> str:
        heads = self._columns("pairs", width)
        return _row(heads.names, heads)

    def _pair(self, at: int, width: int) -> list[Piece]:
        heads, figures = self._columns("pairs", width), self._pair_figures(at - self._sources)
        if "links" not in heads.names:
            figures = (*figures[:2], *figures[3:])
        return [(_row(figures, heads), ())]

    def _pair_figures(self, number: int) -> tuple[str, ...]:
        pair = self.reading.comparison.summary.pairs[number]
        counts = (pair.links, pair.verbatim, pair.near_verbatim, pair.reworded, pair.partial, pair.moved)
        return (percent(pair.a_shared), percent(pair.b_shared), *(f"{count:,}" for count in counts))

    # Columns

    def _columns(self, table: str, width: int) -> "_Columns":
        """The headings that have room, and how wide each column is: words where they fit, else signs."""
        found = self._known.get((table, width))
        if found is None:
            fitting = (made for made in self._ways(table) if sum(made.widths) <= width)
            found = next(fitting, None) or self._tight(table, width)
            self._known[table, width] = found
        return found

    def _ways(self, table: str) -> Iterator["_Columns"]:
        signs = self.glyphs.marks
        if table == "sources":
            yield _Columns(_SOURCE, tuple(map(_column, _SOURCE)))
            return
        each = (*(signs[kind] for kind in KINDS[:4]), signs["moved"])
        long = ("1st in 2nd", "2nd in 1st", "links", *map(" ".join, zip(each, _PAIR, strict=True)))
        for names in (long, ("1st", "2nd", "links", *each)):
            yield _Columns(names, tuple(map(_column, names)))

    def _tight(self, table: str, width: int) -> "_Columns":
        """Signs for headings, and no column wider than what stands in it."""
        signs = self.glyphs.marks
        if table == "sources":
            names: tuple[str, ...] = ("words", "shared", signs["unique"], signs["quote"])
            rows = [self._source_figures(source, True) for source in range(self._sources)]
        else:
            names = ("1st", "2nd", "links", *(signs[kind] for kind in KINDS[:4]), signs["moved"])
            rows = [self._pair_figures(n) for n in range(len(self.subjects) - self._sources)]
        widths = tuple(max(map(len, column)) + 1 for column in zip(names, *rows, strict=True))
        if table == "pairs" and sum(widths) > width:  # the sum of the next four, nearly
            names, widths = (*names[:2], *names[3:]), (*widths[:2], *widths[3:])
        fits = max((n for n in range(len(widths) + 1) if sum(widths[:n]) <= width), default=0)
        return _Columns(names[:fits], widths[:fits])

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row."""
        line = self.first + event.y
        at = line - 1 if line <= self._sources else line - 3
        if 0 <= at < len(self.subjects) and self._line_of(at) == line and (event.y or not self.first):
            self.post_message(self.Pointed(at))


class _Columns(NamedTuple):
    names: tuple[str, ...]
    widths: tuple[int, ...]


def _row(values: Sequence[str], columns: _Columns) -> str:
    """`values` at the right of their columns, as many as there are columns."""
    return "".join(f"{value:>{width}}" for value, width in zip(values, columns.widths, strict=False))


def _column(head: str) -> int:
    return max(len(head), 4) + 2
