"""The figures of the overview: one row a source, one row a pair."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.message import Message

from dmreader.app.glyphs import Glyphs
from dmreader.app.line import Piece, fitted
from dmreader.app.lines import Lines, Row
from dmreader.marks import KINDS
from dmreader.reading import Reading
from dmreader.reading.overview import band

_NAME = 28  # cells a name may take


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

    @property
    def wanted(self) -> int:
        """The rows that everything takes."""
        return self._line_of(len(self.subjects) - 1) + 2

    def look(self, at: int) -> None:
        """Choose another row and bring it into view."""
        self.at = at
        self._made = None
        line, height = self._line_of(at), max(1, self.size.height)
        headed = at in (0, len(self.reading.comparison.sources))  # bring the heading along
        first = min(self.first, max(0, self.wanted - height), line - headed)
        self.first = max(0, first, line - height + 1)
        self.repaint()

    def on_resize(self) -> None:
        """The chosen row stays in view."""
        self.look(self.at)

    def _line_of(self, at: int) -> int:
        sources = len(self.reading.comparison.sources)
        return at + 1 if at < sources else at + 3

    def rows(self, width: int) -> list[Row]:
        """Headings and rows."""
        names = max(cell_len(name) for name in self.reading.names)
        room = min(_NAME, max(3, names), max(6, width // 4))
        rows: list[Row] = [self._row(None, width, room, self._source_heads(width - room - 3))]
        for at, subject in enumerate(self.subjects):
            if len(subject) == 2 and len(self.subjects[at - 1]) == 1:
                rows += [[], self._row(None, width, 2 * room + 3, self._pair_heads(width - 2 * room - 6))]
            if len(subject) == 1:
                name = self._named(subject[0], room)
                rows.append(
                    self._row(at, width, room, [(name, ("strong",)), *self._source(at, width - room - 3)])
                )
            else:
                link = " " + self._between + " "
                name = self._named(subject[0], room) + link + self._named(subject[1], room)
                figures = self._pair(at, width - 2 * room - 6)
                rows.append(self._row(at, width, 2 * room + 3, [(name, ("strong",)), *figures]))
        return rows

    @property
    def _between(self) -> str:
        return "↔" if self.glyphs.ellipsis == "…" else "="

    def _named(self, source: int, room: int) -> str:
        return set_cell_size(fitted(self.reading.names[source], room, self.glyphs.ellipsis), room)

    def _row(self, at: int | None, width: int, room: int, pieces: Sequence[Piece]) -> Row:
        """A row with its edge; one chosen has its own ground to the end."""
        if at is None:
            return [(" " * (room + 2), ("quiet",)), *((text, ("quiet", *names)) for text, names in pieces)]
        tone: tuple[str, ...] = ("chosen",) if at == self.at else ()
        edge = self.glyphs.marks["cursor"] if tone else " "
        used = 2 + sum(cell_len(text) for text, _ in pieces)
        body = [(text, (*tone, *names)) for text, names in pieces]
        return [(edge + " ", (*tone, "edge")), *body, (" " * max(0, width - used), tone)]

    # Sources

    def _source_heads(self, width: int) -> list[Piece]:
        heads = _shares(("words", "sentences", "shared", "only here", "quotes"), width)
        strip = width - len(heads)
        return [(heads + ("  from beginning to end" if strip > 26 else ""), ())]

    def _source(self, source: int, width: int) -> Iterator[Piece]:
        figure = self.reading.comparison.summary.sources[source]
        values = (
            f"{figure.words:,}",
            f"{figure.sentences:,}",
            f"{figure.shared:.0%}",
            f"{figure.unique_sentences:,}",
            f"{figure.quotes:,}",
        )
        said = _shares(values, width, ("words", "sentences", "shared", "only here", "quotes"))
        yield said, ()
        strip = width - len(said) - 3
        if strip >= 10:
            yield "  ", ()
            yield from self._band(source, strip)

    def _band(self, source: int, width: int) -> Iterator[Piece]:
        for kind in band(self.reading.comparison, self.reading.marks, source, width):
            yield (self.glyphs.marks[kind], (kind, f"sign-{kind}")) if kind else (" ", ())

    # Pairs

    def _pair_heads(self, width: int) -> list[Piece]:
        return [(_shares(self._pair_columns(width), width), ())]

    def _pair_columns(self, width: int) -> tuple[str, ...]:
        signs = self.glyphs.marks
        each = (*(signs[kind] for kind in KINDS[:4]), signs["moved"])
        words = ("same", "nearly", "reworded", "in part", "moved")
        long = ("1st in 2nd", "2nd in 1st", "links", *map(" ".join, zip(each, words, strict=True)))
        return long if _room(long) <= width else ("1st", "2nd", "links", *each)

    def _pair(self, at: int, width: int) -> list[Piece]:
        sources = len(self.reading.comparison.sources)
        pair = self.reading.comparison.summary.pairs[at - sources]
        values = (
            f"{pair.a_shared:.0%}",
            f"{pair.b_shared:.0%}",
            f"{pair.links:,}",
            f"{pair.verbatim:,}",
            f"{pair.near_verbatim:,}",
            f"{pair.reworded:,}",
            f"{pair.partial:,}",
            f"{pair.moved:,}",
        )
        return [(_shares(values, width, self._pair_columns(width)), ())]

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row."""
        line = self.first + event.y
        for at in range(len(self.subjects)):
            if self._line_of(at) == line:
                self.post_message(self.Pointed(at))


def _shares(values: Sequence[str], width: int, heads: Sequence[str] | None = None) -> str:
    """`values` at the right of columns as wide as their `heads`, as many as fit into `width`."""
    text = ""
    for value, head in zip(values, heads or values, strict=True):
        column = f"{value:>{_column(head)}}"
        if len(text) + len(column) > width:
            break
        text += column
    return text


def _column(head: str) -> int:
    return max(len(head), 4) + 2


def _room(heads: Sequence[str]) -> int:
    return sum(map(_column, heads))
