"""The map beside a pane: the whole source in one column of signs; click or drag to go there."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from dmreader.app.glyphs import Glyphs
from dmreader.app.line import cropped
from dmreader.app.surface import Surface
from dmreader.marks import MarkKind
from dmreader.model import Member
from dmreader.model.columns import field
from dmreader.reading import Reading

if TYPE_CHECKING:
    from dmreader.reading import Search

_LOOKED_AT = 40  # sentences looked at for one row of the map; a longer row is sampled


class SourceMap(Surface):
    """One source from end to end: class of its sentences, cursor, view, quotes and search hits."""

    class Pointed(Message):
        """The pointer went down, or was dragged, at this sentence."""

        def __init__(self, member: Member) -> None:
            super().__init__()
            self.member = member

    def __init__(self, reading: Reading, source: int, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.source = source
        self.glyphs = glyphs
        self._kinds: list[tuple[MarkKind | None, str]] | None = None
        self._rows: list[tuple[str, ...]] = []
        self._strips: dict[tuple[tuple[str, ...], MarkKind | None, str], Strip] = {}
        self._size_painted = Size(0, 0)
        self._hits: tuple[tuple[Search | None, int], frozenset[int]] | None = None
        self._view = (0, 0)
        self._cursor: int | None = None
        self._partners: frozenset[int] = frozenset()

    def _forget_strips(self) -> None:
        self._strips.clear()

    def renew(self) -> None:
        """The marks have changed."""
        self._kinds = None
        self._rows = []
        self.refresh()

    def look(self, view: tuple[int, int], cursor: int | None, partners: frozenset[int]) -> None:
        """Show the first and last unit in view, the cursor and its partners; repaint the rows that change."""
        if (view, cursor, partners) == (self._view, self._cursor, self._partners) and self._rows:
            return
        self._view, self._cursor, self._partners = view, cursor, partners
        before, self._rows = self._rows, self._marked()
        if len(before) != len(self._rows):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, self._rows, strict=True)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def row_of(self, unit: int) -> int:
        """The row of the map that a sentence is in."""
        return self._row_of(unit, self.size.height)

    def _row_of(self, unit: int, height: int) -> int:
        count = max(1, len(self.reading.sentences(self.source)))
        return unit if count <= height else min(height - 1, unit * height // count)

    def _marked(self) -> list[tuple[str, ...]]:
        """For each row the names of what to lay over it."""
        height = self.size.height
        rows: list[set[str]] = [set() for _ in range(height)]
        if not height or not self.reading.sentences(self.source):
            return [()] * height
        for y in range(self._row_of(self._view[0], height), self._row_of(self._view[1], height) + 1):
            rows[y].add("view")
        for unit in self._partners:
            rows[self._row_of(unit, height)].add("partner")
        for source, unit in self.reading.noted:
            if source == self.source:
                rows[self._row_of(unit, height)].add("note")
        for y in self._hit_rows(height):
            rows[y].add("hit")
        if self._cursor is not None:
            rows[self._row_of(self._cursor, height)].add("cursor")
        return [tuple(sorted(names)) for names in rows]

    def _hit_rows(self, height: int) -> frozenset[int]:
        """The rows with search hits, worked out once for a search."""
        key = (self.reading.search, height)
        if self._hits is None or self._hits[0][0] is not key[0] or self._hits[0][1] != height:
            found = () if key[0] is None else key[0].of(self.source)
            self._hits = (key, frozenset(self._row_of(hit.sentence, height) for hit in found))
        return self._hits[1]

    def _row_classes(self) -> list[tuple[MarkKind | None, str]]:
        height = self.size.height
        if self._kinds is None or len(self._kinds) != height:
            self._kinds = [self._class_of(y, height) for y in range(height)]
        return self._kinds

    def _class_of(self, y: int, height: int) -> tuple[MarkKind | None, str]:
        """The class that takes most characters of a row, and the quote sign if there is a quote in it."""
        spans = self.reading.sentences(self.source)
        count = len(spans)
        first, last = (
            (y, y + 1) if count <= height else (-(-y * count // height), -(-(y + 1) * count // height))
        )
        last = min(last, count)
        if first >= last or not self.reading.compared:
            return None, " "
        marks = self.reading.marks[self.source].sentences
        kind_of, quotes_of = field(marks, "kind"), field(marks, "quotes")
        weight: dict[MarkKind, int] = {}
        quoted = False
        for i in range(first, last, max(1, (last - first) // _LOOKED_AT)):
            kind = kind_of(i)
            weight[kind] = weight.get(kind, 0) + spans[i].end - spans[i].start
            quoted = quoted or bool(quotes_of(i))
        return max(weight, key=lambda k: weight[k]), self.glyphs.marks["quote"] if quoted else " "

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in `crop`, each of the few kinds there are painted once."""
        self.painted = True
        size = self.size
        if size != self._size_painted:
            self._size_painted = size
            self._strips.clear()
        if len(self._rows) != size.height:
            self._rows = self._marked()
        kinds, strips = self._row_classes(), []
        for y in range(crop.y, crop.bottom):
            key = (self._rows[y], *kinds[y]) if y < size.height else ((), None, " ")
            strip = self._strips.get(key)
            if strip is None:
                strip = self._strips[key] = self._paint(*key)
            strips.append(strip)
        return cropped(strips, crop, size.width)

    def render_line(self, y: int) -> Strip:
        """One row, as the pointer asks for it."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def _paint(self, names: tuple[str, ...], kind: MarkKind | None, quote: str) -> Strip:
        """One row: what is special about it, the class of what stands there, the rule to the next pane."""
        ground = ("view",) if "view" in names else ()
        named, glyphs = self.looks.named, self.glyphs
        if "cursor" in names:
            side = Segment(glyphs.here, named(*ground, "strong"))
        elif "hit" in names:
            side = Segment(glyphs.block, named(*ground, "map-hit"))
        elif "partner" in names:
            side = Segment(glyphs.marks["partner"], named(*ground, "edge-partner"))
        elif "note" in names:
            side = Segment(glyphs.note, named(*ground, "strong"))
        else:
            side = Segment(glyphs.view if ground else quote, named(*ground, "faint"))
        sign = Segment(
            glyphs.marks[kind] if kind else " ", named(*ground, *((f"sign-{kind}",) if kind else ()))
        )
        rule = Segment(glyphs.between, named("rule"))
        return Strip([side, sign, rule]).adjust_cell_length(self._size_painted.width, named())

    # Pointer

    def _point(self, y: int) -> None:
        spans = self.reading.sentences(self.source)
        height, count = max(1, self.size.height), len(spans)
        if count:
            unit = y if count <= height else bisect_left(range(count), y, key=self.row_of)
            self.post_message(self.Pointed(Member(self.source, max(0, min(unit, count - 1)))))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there, and follow the pointer until it is let go."""
        event.stop()
        self.capture_mouse()
        self._point(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging goes along."""
        if self.app.mouse_captured is self:
            event.stop()
            self._point(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        event.stop()
        self.release_mouse()
