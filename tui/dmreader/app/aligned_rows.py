"""The aligned rows on screen: one row a group, one column a source; only the screenful is looked at."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from dmreader.app.aligned_cells import CellLine, Cells
from dmreader.app.bits import CURSOR, PARTNER
from dmreader.app.direction import LEFT_TO_RIGHT, kept_apart
from dmreader.app.glyphs import Glyphs
from dmreader.app.runs import Run, runs
from dmreader.app.surface import Surface
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.reading.aligned import Aligned, Row

_KEPT = 3000  # lines remembered; some screenfuls
GUTTER = 4  # cells: edge, kind, flag, and a space


class AlignedRows(Surface):
    """Entries from `top` on. It is told what to show, posts messages, and decides nothing itself."""

    class Pointed(Message):
        """The pointer chose an entry and a column of it; `again` is True for a double click."""

        def __init__(self, entry: int, source: int, again: bool) -> None:
            super().__init__()
            self.entry, self.source, self.again = entry, source, again

    class Wheeled(Message):
        """The wheel turned by so many lines."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.aligned: Aligned | None = None
        self.entries: Sequence[range] = ()
        self.columns: Sequence[int] = ()
        self.top = (0, 0)  # the first entry in view, and how many of its lines are above it
        self.entry = 0
        self._cells: Cells | None = None
        self._window: list[tuple[int, int]] | None = None
        self._runs: dict[Member, list[Run]] = {}
        self._strips: dict[tuple[int, int, int], list[Segment]] = {}

    def show(self, aligned: Aligned, entries: Sequence[range], columns: Sequence[int]) -> None:
        """Show other entries, or other columns of them."""
        self.aligned, self.entries, self.columns = aligned, entries, tuple(columns)
        self._cells = None
        self._runs.clear()
        self._strips.clear()
        self._window = None
        self.refresh()

    def look(self, entry: int) -> None:
        """Put the cursor on an entry and bring it into view; what does not change is not painted."""
        self.entry = max(0, min(entry, len(self.entries) - 1))
        height = max(1, self.size.height)
        line = self._distance(self.entry, height)
        tall = min(self._height(self.entry) - 1, height) if self.entries else 1
        if line is None:
            self.top = self._up(self.entry, height // 3)
        elif line < 0:
            self.top = (self.entry, 0)
        elif line + tall > height:
            self.top = self._up(self.entry, height - tall)
        self._window = None
        self.refresh()

    def scroll(self, lines: int) -> None:
        """Move the view, not the cursor."""
        entry, line = self.top
        self.top = self._up(entry, -lines - line) if lines < 0 else self._down(entry, line + lines)
        self._window = None
        self.refresh()

    @property
    def cells(self) -> Cells:
        """The rows' lines at the present width."""
        width = self.column_width - GUTTER
        if self._cells is None or self._cells.width != max(1, width):
            self._cells = Cells(self.reading, self.columns, width)
            self._strips.clear()
            self._window = None
        return self._cells

    @property
    def column_width(self) -> int:
        """Cells a column."""
        return max(GUTTER + 1, (self.size.width - 1) // max(1, len(self.columns)))

    @property
    def window(self) -> list[tuple[int, int]]:
        """The (entry, line) on each line of the screen; entry -1 below the last one."""
        if self._window is None or len(self._window) != self.size.height:
            self._window = list(self._lines_from(self.top, self.size.height))
        return self._window

    def _forget_strips(self) -> None:
        self._strips.clear()

    # Where things are

    def row(self, entry: int) -> Row | None:
        """The row of an entry; None for a fold."""
        assert self.aligned is not None
        listed = self.entries[entry]
        return self.aligned.rows[listed.start] if len(listed) == 1 else None

    def _height(self, entry: int) -> int:
        row = self.row(entry)
        return 2 if row is None else self.cells.height(row)

    def _distance(self, entry: int, limit: int) -> int | None:
        """How many lines below the top of the view `entry` begins, if within two screens."""
        at, line = self.top
        lines = -line
        for e in range(at, entry):
            lines += self._height(e)
            if lines > 2 * limit:
                return None
        return -1 if entry < at or (entry == at and line) else lines

    def _up(self, entry: int, lines: int) -> tuple[int, int]:
        """The top of a view in which `entry` begins `lines` lines further down, where possible."""
        while lines > 0 and entry > 0:
            entry -= 1
            lines -= self._height(entry)
        return (entry, max(0, -lines))

    def _down(self, entry: int, lines: int) -> tuple[int, int]:
        while entry < len(self.entries) - 1 and lines >= self._height(entry):
            lines -= self._height(entry)
            entry += 1
        return (entry, min(lines, max(0, self._height(entry) - 2)) if self.entries else 0)

    def _lines_from(self, top: tuple[int, int], height: int) -> Iterator[tuple[int, int]]:
        entry, line = top
        shown = 0
        while shown < height and entry < len(self.entries):
            for at in range(line, self._height(entry)):
                if shown >= height:
                    return
                yield entry, at
                shown += 1
            entry, line = entry + 1, 0
        for _ in range(shown, height):
            yield -1, 0

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in `crop`."""
        self.painted = True
        return [self.render_line(y).crop(crop.x, crop.x + crop.width) for y in range(crop.y, crop.bottom)]

    def render_line(self, y: int) -> Strip:
        """One line of the screen, with the thumb of a scroll bar at its end."""
        width = self.size.width
        if not self.columns or y >= len(self.window):
            return Strip.blank(width, self.looks.named())
        return Strip([*self._body(*self.window[y], max(0, width - 1)), self._thumb(y)])

    def _body(self, entry: int, line: int, width: int) -> list[Segment]:
        """One line but for its end, painted once for each state it is in."""
        key = (entry, line, self.reading.cursor.source if entry == self.entry else -1)
        body = self._strips.get(key)
        if body is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            strip = Strip(self._segments(entry, line)).adjust_cell_length(width, self.looks.named())
            body = self._strips[key] = list(strip)
        return body

    def _segments(self, entry: int, line: int) -> list[Segment]:
        row = self.row(entry) if entry >= 0 else None
        if entry >= 0 and row is None:
            return self._fold(entry) if line == 0 else []
        if row is None or line == self._height(entry) - 1:
            return self._between()
        if line == 0 and not any(row.cells[source] for source in self.columns):
            return self._elsewhere(row)
        segments: list[Segment] = []
        for source, column in zip(self.columns, self.cells.lines(row), strict=True):
            cell = column[line] if line < len(column) else None
            segments += self._cell(entry, row, source, cell, line)
        return segments

    def _elsewhere(self, row: Row) -> list[Segment]:
        """A row of which nothing stands in the columns shown."""
        names = [self.reading.names[source] for source, cell in enumerate(row.cells) if cell]
        return [Segment(f"    only in {', '.join(names)}", self.looks.named("quiet"))]

    def _between(self) -> list[Segment]:
        """An empty line, with what parts the columns."""
        rule, gap = self.looks.named("rule"), " " * (self.column_width - 1)
        signs = [" ", *[self.glyphs.column] * (len(self.columns) - 1)]
        return [Segment(sign + gap, rule) for sign in signs]

    def _fold(self, entry: int) -> list[Segment]:
        here = entry == self.entry
        count, rule = len(self.entries[entry]), self.glyphs.rule
        edge = self.glyphs.marks["cursor"] if here else " "
        words = f" {count} rows are the same in all "
        tail = rule * max(0, self.size.width - len(words) - 5)
        named = self.looks.named
        style = named("key") if here else named("quiet")
        return [Segment(edge, named("edge")), Segment(f" {rule}{rule}{words}{tail}", style)]

    def _cell(self, entry: int, row: Row, source: int, cell: CellLine | None, line: int) -> list[Segment]:
        named, width = self.looks.named, self.column_width
        here = entry == self.entry
        chosen = here and source == self.reading.cursor.source
        state = (CURSOR if chosen else PARTNER if here else 0) if row.cells[source] else 0
        between = self.glyphs.column if source != self.columns[0] else " "
        edge = Segment(between, named("rule"))
        if state:
            sign = self.glyphs.marks["cursor" if chosen else "partner"]
            edge = Segment(sign, named("edge" if chosen else "edge-partner"))
        if cell is None:
            silent = self.glyphs.dot if line == 0 and not row.cells[source] else " "
            return _fitted([edge, Segment("   " + silent, named("faint"))], width, named())
        return _fitted([edge, *self._gutter(row, source, cell), *self._text(cell, state)], width, named())

    def _gutter(self, row: Row, source: int, cell: CellLine) -> list[Segment]:
        named, glyphs = self.looks.named, self.glyphs
        marks = self.reading.marks[source].sentences
        kind = flag = " "
        names: tuple[str, ...] = ("gutter",)
        if cell.first and cell.member.sentence < len(marks):
            mark = marks[cell.member.sentence]
            kind, names = glyphs.marks[mark.kind], ("gutter", f"sign-{mark.kind}")
            flag = glyphs.marks["quote"] if mark.quotes else " "
            flag = glyphs.marks["moved"] if source in row.moved else flag
            flag = glyphs.note if cell.member in self.reading.noted else flag
        return [Segment(kind, named(*names)), Segment(flag + " ", named("gutter", "flag"))]

    def _text(self, cell: CellLine, state: int) -> list[Segment]:
        found = self._runs.get(cell.member)
        if found is None:
            span = self.reading.sentences(cell.member.source)[cell.member.sentence]
            found = self._runs[cell.member] = runs(self.reading, *cell.member, *span)
        display = self.reading.comparison.sources[cell.member.source].display
        text = display[cell.start : cell.end].replace("\n", " ").replace("\t", " ").rstrip(" ")
        segments = []
        for start, end, bits in found:
            low, high = max(start, cell.start) - cell.start, min(end, cell.end) - cell.start
            if low < min(high, len(text)):
                segments.append(Segment(text[low:high], self.looks.of(bits | state)))
        if kept_apart(text) is not text:
            segments.append(Segment(LEFT_TO_RIGHT, self.looks.of(0)))
        return segments

    def _thumb(self, y: int) -> Segment:
        """Where the view is in the whole, by entries."""
        height, count = self.size.height, max(1, len(self.entries))
        in_view = [entry for entry, _ in self.window if entry >= 0] or [0]
        low = in_view[0] * height // count
        high = max(low + 1, -(-(in_view[-1] + 1) * height // count))
        if in_view[0] == 0 and in_view[-1] == count - 1:
            return Segment(" ", self.looks.named())
        held = low <= y < high
        return Segment(self.glyphs.view if held else " ", self.looks.named("edge" if held else "rule"))

    # Pointer

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there."""
        entry = self.window[event.y][0] if event.y < len(self.window) else -1
        if entry >= 0:
            column = min(event.x // self.column_width, len(self.columns) - 1)
            self.post_message(self.Pointed(entry, self.columns[column], event.chain == 2))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view."""
        event.stop()
        self.post_message(self.Wheeled(3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the view."""
        event.stop()
        self.post_message(self.Wheeled(-3))


def _fitted(segments: list[Segment], width: int, ground: Style) -> list[Segment]:
    """`segments` in exactly `width` cells."""
    return list(Strip(segments).adjust_cell_length(width, ground))
