"""The picture of the overview: ribbons or dots between two sources, or what others have of one."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from dmreader.app.glyphs import Glyphs
from dmreader.app.pieces import fitted
from dmreader.app.surface import Surface
from dmreader.marks import KINDS, MarkKind, labels
from dmreader.reading import Reading
from dmreader.reading.overview import Tie, band, nearest
from dmreader.reading.overview_cover import cover
from dmreader.reading.overview_picture import Picture, dot_plot, ribbons

_MARGIN = 12  # cells for names at the left, at most
_PANEL = 7  # rows that ribbons to one source need


class OverviewPicture(Surface):
    """Told what to draw by `look`; posts which tie was pointed at."""

    prefix = "overview"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"overview--{kind}" for kind in KINDS),
        "overview--chosen-tie",
    }

    class Pointed(Message):
        """A tie was clicked; `again` is True for a double click."""

        def __init__(self, tie: int, again: bool) -> None:
            super().__init__()
            self.tie, self.again = tie, again

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.dots = False
        self.short = labels(reading.names)
        self._bands: dict[tuple[int, int], list[MarkKind | None]] = {}
        self.subject: tuple[int, ...] = (0,)
        self.ties: Sequence[Tie] = ()
        self.tie = 0
        self._made: tuple[object, list[list[Segment]]] | None = None
        self._drawn: dict[int, tuple[object, Picture]] = {}

    def look(self, subject: tuple[int, ...], found: Sequence[Tie], tie: int) -> None:
        """Draw these ties, one of them chosen."""
        self.subject, self.ties, self.tie = subject, found, tie
        self._made = None
        self.refresh()

    def turn(self) -> None:
        """The other kind of picture."""
        self.dots = not self.dots

    def _forget_strips(self) -> None:
        self._made = None

    # Where things stand

    @property
    def margin(self) -> int:
        """Cells at the left, for names."""
        longest = max(map(len, self.short))
        return min(_MARGIN, longest + 2, max(2, self.size.width // 5))

    @property
    def across(self) -> int:
        """Cells that the first source takes from its beginning to its end."""
        return max(1, self.size.width - self.margin - 2)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in `crop`."""
        self.painted = True
        return [self.render_line(y).crop(crop.x, crop.x + crop.width) for y in range(crop.y, crop.bottom)]

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        key = (self.size, self.subject, self.tie, self.dots, len(self.ties))
        if self._made is None or self._made[0] != key:
            self._made = (key, [list(Segment.simplify(row)) for row in self._rows()])
        rows = self._made[1]
        segments = rows[y] if y < len(rows) else []
        return Strip(segments).adjust_cell_length(self.size.width, self.looks.named())

    def _rows(self) -> Iterator[list[Segment]]:
        height = self.size.height
        yield []
        if len(self.subject) == 1:
            yield from self._one(self.subject[0], height - 1)
            return
        a, b = self.subject
        yield self._band(a)
        if self.dots:
            yield from self._plot(height - 2)
        else:
            yield from self._ribbons(self.ties, b, height - 4)

    # Two sources

    def _ribbons(self, found: Sequence[Tie], other: int, height: int) -> Iterator[list[Segment]]:
        """The ribbons of `found`, and under them the source that they lead to."""
        yield from self._cells(
            self._picture(found, other, height), ribbons(self._chosen(found), self.across, max(1, height)), {}
        )
        yield self._band(other)

    def _picture(self, found: Sequence[Tie], other: int, height: int) -> Picture:
        draw = dot_plot if self.dots and len(self.subject) == 2 else ribbons
        key = (self.across, height, draw, self.subject)
        if self._drawn.get(other, (None,))[0] != key:
            self._drawn[other] = (key, draw(found, self.across, max(1, height)))
        return self._drawn[other][1]

    def _chosen(self, found: Sequence[Tie]) -> Sequence[Tie]:
        chosen = self.ties[self.tie : self.tie + 1]
        return [tie for tie in chosen if tie in found]

    def _plot(self, height: int) -> Iterator[list[Segment]]:
        """The dot plot, the second source down its left side."""
        b = self.subject[1]
        side = self._banded(b, max(1, height))
        label = fitted(self.short[b], self.margin - 3, self.glyphs.ellipsis)
        heads = {}
        for y, kind in enumerate(side):
            name = set_cell_size(label if y == 0 else "", self.margin - 2)
            sign = self._sign(kind)
            heads[y] = [Segment(" " + name, self.looks.named("strong")), sign]
        chosen = dot_plot(self._chosen(self.ties), self.across, max(1, height))
        yield from self._cells(self._picture(self.ties, b, height), chosen, heads)

    def _cells(
        self, picture: Picture, chosen: Picture, heads: dict[int, list[Segment]]
    ) -> Iterator[list[Segment]]:
        blank = [Segment(" " * self.margin, self.looks.named())]
        for y in range(picture.height):
            yield [*heads.get(y, blank), *(self._cell(picture, chosen, x, y) for x in range(picture.width))]

    def _cell(self, picture: Picture, chosen: Picture, x: int, y: int) -> Segment:
        mask, here = picture.mask[y][x], chosen.mask[y][x]
        if not mask | here:
            return Segment(" ", self.looks.named())
        kind = KINDS[picture.kind[y][x]] if mask else "verbatim"
        style = self.looks.named("chosen-tie") if here else self.looks.named(f"sign-{kind}")
        if self.glyphs.plain:
            return Segment("#" if here else self.glyphs.marks[kind], style)
        return Segment(chr(0x2800 + (here or mask)), style)

    def _band(self, source: int) -> list[Segment]:
        name = fitted(self.short[source], self.margin - 2, self.glyphs.ellipsis)
        cells = self._banded(source, self.across)
        head = Segment(set_cell_size(" " + name, self.margin), self.looks.named("strong"))
        return [head, *map(self._sign, cells)]

    def _banded(self, source: int, cells: int) -> list[MarkKind | None]:
        known = self._bands.get((source, cells))
        if known is None:
            known = band(self.reading.comparison, self.reading.marks, source, cells)
            self._bands[source, cells] = known
        return known

    def _sign(self, kind: str | None) -> Segment:
        if kind is None:
            return Segment(" ", self.looks.named())
        mark = next(k for k in KINDS if k == kind)
        return Segment(self.glyphs.marks[mark], self.looks.named(kind, f"sign-{kind}"))

    # One source

    def _one(self, source: int, height: int) -> Iterator[list[Segment]]:
        """Ribbons to every other source where there is room; else what each has, at the same place."""
        others = [s for s in range(len(self.reading.names)) if s != source]
        room = height // max(1, len(others))
        if room < _PANEL or self.dots:
            yield from self._covers(source, others, height)
            return
        for other in others:
            yield self._band(source)
            links = self.reading.comparison.links
            found = [
                tie for tie in self.ties if other in {links[tie.link].a.source, links[tie.link].b.source}
            ]
            yield from self._ribbons(found, other, room - 3)
            yield []

    def _covers(self, source: int, others: Sequence[int], height: int) -> Iterator[list[Segment]]:
        yield self._band(source)
        yield self._pointer()
        for other in others[: max(0, height - 2)]:
            name = fitted(self.short[other], self.margin - 2, self.glyphs.ellipsis)
            cells = cover(self.reading.comparison, source, other, self.across)
            head = Segment(set_cell_size(" " + name, self.margin), self.looks.named("quiet"))
            yield [head, *map(self._sign, cells)]

    def _pointer(self) -> list[Segment]:
        """Where the chosen tie stands."""
        if not self.ties:
            return []
        tie = self.ties[self.tie]
        low = min(self.across - 1, int(tie.a[0] * self.across))
        high = max(low + 1, min(self.across, int(tie.a[1] * self.across + 0.5)))
        sign = "^" if self.glyphs.plain else "▔"
        style: Style = self.looks.named("chosen-tie")
        return [Segment(" " * (self.margin + low), self.looks.named()), Segment(sign * (high - low), style)]

    # Pointer

    def on_click(self, event: events.Click) -> None:
        """A click chooses the nearest tie."""
        if not self.ties:
            return
        x = min(1.0, max(0.0, (event.x - self.margin) / self.across))
        top, rows = 2, max(1, self.size.height - (2 if self.dots else 4))
        y = min(1.0, max(0.0, (event.y - top) / rows))
        tie = None
        if len(self.subject) == 1:
            tie = nearest(self.ties, x)
        elif self.dots:
            tie = nearest(self.ties, x, y)
        else:
            found = [Tie(t.link, t.kind, t.moved, (at := _between(t, y), at), t.b) for t in self.ties]
            tie = nearest(found, x)
        if tie is not None:
            self.post_message(self.Pointed(tie, event.chain == 2))


def _between(tie: Tie, down: float) -> float:
    """Where the ribbon of `tie` is, so far down."""
    return sum(tie.a) / 2 * (1 - down) + sum(tie.b) / 2 * down
