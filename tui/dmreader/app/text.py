"""The pane of text: the rows in view painted from cached strips, and nothing else done for a key."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import itemgetter

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from dmreader.app.bits import CURSOR, DIM, GUTTER, KIND, PARTNER, QUOTE, SELECTED
from dmreader.app.direction import LEFT_TO_RIGHT, kept_apart
from dmreader.app.flow import Flow, Spot
from dmreader.app.glyphs import Glyphs
from dmreader.app.line import cropped
from dmreader.app.runs import Run, runs
from dmreader.app.surface import Surface
from dmreader.model import Member
from dmreader.reading import Reading

_run_start, _run_end = itemgetter(0), itemgetter(1)
_KEPT = 1200  # strips remembered, and sentences' marks; some screenfuls


class SourceText(Surface):
    """One source as running text, with a gutter of signs.

    It is told what to show by `look`; it posts `Clicked` and `Wheeled` and decides nothing itself.
    """

    class Clicked(Message):
        """The pointer chose a sentence; `again` is True for a double click."""

        def __init__(self, member: Member, again: bool) -> None:
            super().__init__()
            self.member = member
            self.again = again

    class Wheeled(Message):
        """The wheel turned over this source by so many lines."""

        def __init__(self, source: int, lines: int) -> None:
            super().__init__()
            self.source = source
            self.lines = lines

    class Sized(Message):
        """The text has another size."""

    def __init__(self, reading: Reading, source: int, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.source = source
        self.glyphs = glyphs
        self.top = Spot(0, 0)
        self.airy = True
        self._cursor: int | None = None
        self._partners: frozenset[int] = frozenset()
        self._flow: Flow | None = None
        self._window: list[tuple[int, int]] | None = None
        self._strips: dict[tuple[int, int, int], Strip] = {}
        self._runs: dict[int, list[Run]] = {}
        self._blank: dict[int, Strip] = {}
        self._labels: dict[int, str] = {}
        self._width = 0
        self._filtering = False
        self.settle: Callable[[], None] | None = None
        """Called once before the first picture, when the size is known and `look` can be told rightly."""

    # What is shown

    @property
    def flow(self) -> Flow:
        """The rows at the present width."""
        return self._flow_at(self.size.width)

    def _flow_at(self, whole: int) -> Flow:
        width = max(1, whole - GUTTER - 1)
        flow = self._flow
        if flow is None or flow.width != width or flow.airy != self.airy:
            source = self.reading.comparison.sources[self.source]
            self._flow = flow = Flow(source.display, self.reading.sentences(self.source), width, self.airy)
            self._forget_strips()
        return flow

    @property
    def window(self) -> list[tuple[int, int]]:
        """The (unit, row) on each line of the screen; see `Flow.window`."""
        return self._window_at(self.size)

    def _window_at(self, size: Size) -> list[tuple[int, int]]:
        flow = self._flow_at(size.width)
        if self._window is None or len(self._window) != size.height:
            self._window = flow.window(self.top, size.height)
        return self._window

    def look(self, top: Spot, cursor: int | None, partners: frozenset[int]) -> None:
        """Show the text from `top`, the cursor sentence (or none) and the lit ones; repaint what changes."""
        scrolled = top != self.top
        touched = (self._partners ^ partners) | ({self._cursor, cursor} if cursor != self._cursor else set())
        self.top, self._cursor, self._partners = top, cursor, partners
        if scrolled:
            self._window = None
        if not self.painted:
            return
        if scrolled:
            self.refresh()
        elif touched:
            width = self.size.width
            rows = [y for y, (unit, _) in enumerate(self.window) if unit in touched]
            if rows:
                self.refresh(*(Region(0, y, width, 1) for y in rows))

    def label(self, labels: dict[int, str]) -> None:
        """Show these letters in the gutters of these units, or none."""
        self._labels = labels
        self._strips.clear()
        self.refresh()

    def renew(self) -> None:
        """Paint everything anew: marks, filter or search have changed."""
        self._flow = None
        self._window = None
        self._forget_strips()
        self.refresh()

    def _forget_strips(self) -> None:
        self._strips.clear()
        self._runs.clear()
        self._blank.clear()
        self._window = None

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of the rows in `crop`, from the cache; style cache and filters are passed by."""
        if self.settle is not None:
            self.settle()
        self.painted = True
        size = self.size
        window = self._window_at(size)
        self._width = size.width
        self._filtering = bool(self.reading.filter)
        strip, selection = self._strip, self.text_selection
        return cropped(
            [strip(*window[y], selection) for y in range(crop.y, min(crop.bottom, size.height))],
            crop,
            size.width,
        )

    def render_line(self, y: int) -> Strip:
        """One row with the offsets that selecting by mouse needs: (character of the unit, unit)."""
        window = self.window
        if not 0 <= y < len(window):
            return self._empty(0)
        unit, row = window[y]
        self._width = self.size.width
        strip = self._strip(unit, row, self.text_selection)
        if row < 0:
            return strip
        rows = self.flow.rows(unit)
        segments = list(strip)
        gutter = 0
        cells = 0
        while gutter < len(segments) and cells < GUTTER:
            cells += segments[gutter].cell_length
            gutter += 1
        body = Strip(segments[gutter:]).apply_offsets(rows[row] - rows[0], unit)
        return Strip.join([Strip(segments[:gutter]), body])

    def _strip(self, unit: int, row: int, selection: Selection | None) -> Strip:
        if unit < 0 or row < 0:
            return self._empty(0)
        state = self._state(unit)
        selected = None if selection is None else self._selected(unit, selection)
        key = (unit, row, state)
        strip = self._strips.get(key) if selected is None else None
        if strip is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            strip = self._paint(unit, row, state, selected)
            if selected is None:
                self._strips[key] = strip
        return strip

    def _state(self, unit: int) -> int:
        state = 0
        if unit == self._cursor:
            state |= CURSOR
        elif unit in self._partners:
            state |= PARTNER
        if self._filtering and not self.reading.passes(Member(self.source, unit)):
            state |= DIM
        return state

    def _empty(self, state: int) -> Strip:
        strip = self._blank.get(state)
        if strip is None or strip.cell_length != self._width:
            strip = self._blank[state] = Strip.blank(self._width, self._style(state))
        return strip

    def _style(self, bits: int) -> Style:
        return self.looks.of(bits)

    def _paint(self, unit: int, row: int, state: int, selected: tuple[int, int] | None) -> Strip:
        rows = self._flow_at(self._width).rows(unit)
        start, end = rows[row], rows[row + 1]
        found = self._runs_of(unit)
        display = self.reading.comparison.sources[self.source].display
        text = display[start:end].replace("\n", " ").replace("\t", " ")
        shown = len(text.rstrip(" "))
        first = bisect_right(found, start, key=_run_end)
        last = bisect_left(found, end, first, key=_run_start)
        segments = self._gutter(unit, row, state, any(bits & QUOTE for _, _, bits in found[first:last]))
        for lo, hi, bits in found[first:last]:
            lo, hi = max(lo - start, 0), min(hi - start, shown)
            if lo >= hi:
                continue
            if state & DIM:
                bits &= ~KIND
            if selected is None or selected[1] <= lo + start or selected[0] >= hi + start:
                segments.append(Segment(text[lo:hi], self._style(bits | state)))
                continue
            a, b = max(selected[0] - start, lo), min(selected[1] - start, hi)
            for x, y, extra in ((lo, a, 0), (a, b, SELECTED), (b, hi, 0)):
                if x < y:
                    segments.append(Segment(text[x:y], self._style(bits | state | extra)))
        if kept_apart(text) is not text:
            segments.append(Segment(LEFT_TO_RIGHT, self._style(0)))
        return Strip(segments).adjust_cell_length(self._width, self._style(state & ~PARTNER))

    def _runs_of(self, unit: int) -> list[Run]:
        found = self._runs.get(unit)
        if found is None:
            if len(self._runs) > _KEPT:
                self._runs.clear()
            rows = self._flow_at(self._width).rows(unit)
            found = self._runs[unit] = runs(self.reading, self.source, unit, rows[0], rows[-1])
        return found

    def prepare(self, count: int) -> int:
        """Work out the marks of up to `count` units just out of view, for the next page; how many it did."""
        units = [unit for unit, _ in self.window if unit >= 0]
        if not units or not self.painted:
            return 0
        ahead = range(units[-1] + 1, min(units[-1] + self.size.height, len(self.flow)))
        missing = [unit for unit in ahead if unit not in self._runs][:count]
        for unit in missing:
            self._runs_of(unit)
        return len(missing)

    def _gutter(self, unit: int, row: int, state: int, quoted: bool) -> list[Segment]:
        named, glyphs = self.looks.named, self.glyphs
        tone = ("cursor",) if state & CURSOR else ()
        if state & CURSOR:
            edge = Segment(glyphs.marks["cursor"], named(*tone, "edge"))
        elif state & PARTNER:
            edge = Segment(glyphs.marks["partner"], named("edge-partner"))
        else:
            edge = Segment(" ", named("gutter"))
        kind, flag = " ", glyphs.marks["quote"] if quoted else " "
        marks = self.reading.marks[self.source].sentences
        name: tuple[str, ...] = ()
        if row == 0 and unit < len(marks) and self.reading.compared:
            mark = marks[unit]
            kind, name = glyphs.marks[mark.kind], (mark.kind,)
            if mark.moved:
                flag = glyphs.marks["moved"]
            if Member(self.source, unit) in self.reading.noted:
                flag = glyphs.note
        if row == 0 and unit in self._labels:
            label = self._labels[unit][: GUTTER - 1]
            return [
                edge,
                Segment(label, named("label")),
                Segment(" " * (GUTTER - 1 - len(label)), named("gutter")),
            ]
        ground = "dim" if state & DIM else "gutter"
        return [
            edge,
            Segment(kind, named(ground, *(f"sign-{n}" for n in name), *tone)),
            Segment(flag + " ", named(ground, "flag", *tone)),
        ]

    def on_resize(self) -> None:
        """Rows are others now."""
        self._window = None
        self._strips.clear()
        self._blank.clear()
        self.post_message(self.Sized())

    # Pointer

    def unit_at(self, y: int) -> int | None:
        """The unit on line `y` of the widget."""
        window = self.window
        return window[y][0] if 0 <= y < len(window) and window[y][0] >= 0 else None

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one at once goes to the partner."""
        unit = self.unit_at(event.y)
        if unit is not None and not self.screen.get_selected_text():
            self.post_message(self.Clicked(Member(self.source, unit), event.chain == 2))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the text, not the cursor."""
        event.stop()
        self.post_message(self.Wheeled(self.source, 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the text, not the cursor."""
        event.stop()
        self.post_message(self.Wheeled(self.source, -3))

    # Selecting by mouse

    def _selected(self, unit: int, selection: Selection) -> tuple[int, int] | None:
        """The selected part of a unit, as offsets into the source."""
        span = selection.get_span(unit)
        if span is None:
            return None
        start, end = self.flow.extent(unit)
        return start + span[0], end if span[1] == -1 else start + span[1]

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Repaint under the pointer."""
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected source text of this one source, as it stands there."""
        flow = self.flow
        if not len(flow):
            return None
        first = selection.start or Offset(0, 0)
        last = selection.end or Offset(1 << 60, len(flow) - 1)
        start, _ = flow.extent(min(first.y, len(flow) - 1))
        begin, end = flow.extent(min(last.y, len(flow) - 1))
        text = self.reading.comparison.sources[self.source].display
        return text[start + first.x : min(begin + last.x, end)], "\n"

    def text_select_all(self) -> None:
        """What a double click selects is the sentence under the pointer, not the pane."""
