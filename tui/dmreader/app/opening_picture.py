"""The first picture without Textual: where everything stands, and the bytes that paint it.

It is what Textual will paint as its own first picture, a tenth of a second later; a test holds the two
together at every size.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from dmreader.app.bits import GUTTER
from dmreader.app.camera import follow
from dmreader.app.direction import kept_apart
from dmreader.app.flow import Flow, Spot
from dmreader.app.footer import keys, places
from dmreader.app.glyphs import Glyphs
from dmreader.app.heads import head
from dmreader.app.inspection import inspect
from dmreader.app.layout import Layout
from dmreader.app.pieces import Piece, cells
from dmreader.app.tabs_names import tabs
from dmreader.reading import Reading

Looks = Mapping[str, str]
"""What a part looks like with inks on it, as the numbers of an SGR sequence: "text cursor edge"."""
Sides = tuple[Iterable[Piece], Iterable[Piece]]


class _Tall(NamedTuple):
    height: int


class _Shown(NamedTuple):
    """A text as the camera sees it."""

    flow: Flow
    top: Spot
    size: _Tall


class Picture:
    """The first picture of `reading`, which is not compared yet, as `layout` has it."""

    def __init__(
        self,
        reading: Reading,
        layout: Layout,
        glyphs: Glyphs,
        looks: Looks,
        *,
        maps: bool = True,
        rebound: Mapping[str, str],
    ) -> None:
        self.reading = reading
        self.layout = layout
        self.glyphs = glyphs
        self._looks = looks
        self._maps = maps
        self._rebound = rebound

    def rows(self) -> list[list[tuple[str, str]]]:
        """Every row of the screen, as texts and how each looks."""
        reading, columns = self.reading, self.layout.columns
        rows = []
        if self.layout.tabs:
            rows.append(self._line("tabs", columns, tabs(reading, self.glyphs, self.layout.shown, columns)))
        rows += [[piece for part in row for piece in part] for row in zip(*self._panes(), strict=True)]
        rows += [self._line("inspector", columns, (said, [(" ", ("quiet",))])) for said in self._inspector()]
        right = places(reading, "", columns)
        room = columns - cells(right) - 2
        left = keys(self._rebound, ("reader", "app"), room, ("quiet",), plain=self.glyphs.plain)
        return [*rows, self._line("status", columns, (left, right))]

    def painted(self) -> str:
        """The rows as a terminal takes them, each put where it belongs."""
        said: list[str] = []
        look = None
        for y, row in enumerate(self.rows(), 1):
            said.append(f"\x1b[{y};1H")
            for text, its in row:
                if its != look:
                    look = its
                    said.append(f"\x1b[0;{its}m" if its else "\x1b[0m")
                said.append(text)
        return "".join(said) + "\x1b[0m"

    # Parts

    def _panes(self) -> Iterator[list[list[tuple[str, str]]]]:
        """The rows of each pane: its header if it has one, then text and map side by side."""
        for at, (source, width) in enumerate(zip(self.layout.shown, self.layout.widths, strict=True)):
            last = at == len(self.layout.shown) - 1
            gap = [] if last else [(" ", self._looks["ground"])]
            rows = []
            if self.layout.heads:
                inner = width - len(gap)
                rows.append(
                    [*self._line("header", inner, head(self.reading, source, self.glyphs, inner)), *gap]
                )
            beside = (2 if last else 3) if self._maps else 0
            text = width - beside - len(gap)
            shown = self._shown(source, text)
            window = shown.flow.window(shown.top, shown.size.height)
            marks = self._map(source, [unit for unit, _ in window if unit >= 0], len(window))
            rows += [
                [*self._text(source, shown.flow, unit, row, text), *self._filled("map", mark, beside), *gap]
                for (unit, row), mark in zip(window, marks, strict=True)
            ]
            yield rows

    def _shown(self, source: int, width: int) -> _Shown:
        reading = self.reading
        tall = _Tall(self.layout.height - self.layout.heads)
        text = reading.comparison.sources[source].display
        flow = Flow(text, reading.sentences(source), width - GUTTER - 1)
        shown = _Shown(flow, Spot(0, 0), tall)
        if source == reading.cursor.source:
            shown = shown._replace(top=follow(shown, reading.cursor.sentence))
        return shown

    def _text(self, source: int, flow: Flow, unit: int, row: int, width: int) -> list[tuple[str, str]]:
        if unit < 0 or row < 0:
            return self._filled("text", (), width)
        here = self.reading.cursor == (source, unit)
        tone = ("cursor",) if here else ()
        edge: Piece = (self.glyphs.marks["cursor"], ("cursor", "edge")) if here else (" ", ("gutter",))
        rows = flow.rows(unit)
        text = flow.display[rows[row] : rows[row + 1]].replace("\n", " ").replace("\t", " ").rstrip(" ")
        gutter: list[Piece] = [edge, (" ", ("gutter", *tone)), ("  ", ("gutter", "flag", *tone))]
        return self._filled("text", [*gutter, (text, tone)], width, tone)

    def _map(self, source: int, units: Sequence[int], height: int) -> Iterator[list[Piece]]:
        """The view and the cursor on the whole source, from end to end."""
        count = max(1, len(self.reading.sentences(source)))

        def row_of(unit: int) -> int:
            return unit if count <= height else min(height - 1, unit * height // count)

        view = range(row_of(units[0]), row_of(units[-1]) + 1) if units else range(1)
        cursor = self.reading.cursor
        here = row_of(cursor.sentence) if cursor.source == source else -1
        for y in range(height):
            ground = ("view",) if y in view and self.reading.sentences(source) else ()
            side: Piece = (self.glyphs.view if ground else " ", (*ground, "faint"))
            if y == here and self.reading.sentences(source):
                side = (self.glyphs.here, (*ground, "strong"))
            yield [side, (" ", ground), (self.glyphs.between, ("rule",))]

    def _inspector(self) -> Iterator[list[Piece]]:
        said = inspect(self.reading, self.glyphs, max(1, self.layout.columns - 1))
        for y in range(self.layout.inspector):
            yield list(said[y]) if y < len(said) else []

    # Pieces as texts and looks

    def _line(self, part: str, width: int, sides: Sides) -> list[tuple[str, str]]:
        left, right = map(list, sides)
        used = cells(right)
        if used >= width:
            return self._filled(part, left, width)
        return [*self._filled(part, left, width - used), *self._filled(part, right, used)]

    def _filled(
        self, part: str, pieces: Iterable[Piece], width: int, ground: tuple[str, ...] = ()
    ) -> list[tuple[str, str]]:
        """Pieces as texts and looks, cut to `width` cells or filled up with the ground."""
        made: list[tuple[str, str]] = []
        for text, names in pieces:
            taken = cell_len(text)
            if taken > width:
                text, taken = set_cell_size(text, width), width
            made.append((kept_apart(text), self._looks[" ".join((part, *names))]))
            width -= taken
        if width:
            made.append((" " * width, self._looks[" ".join((part, *ground))]))
        return made
