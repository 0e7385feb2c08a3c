"""The aligned view: the same comparison as a table of groups, in the order of any source."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.widget import Widget

from dmreader.app.aligned_heads import AlignedHeads
from dmreader.app.aligned_rows import AlignedRows
from dmreader.app.bindings import bindings
from dmreader.app.glyphs import Glyphs
from dmreader.app.inspector import Inspector
from dmreader.app.screen import ReaderScreen
from dmreader.app.view import View
from dmreader.model import Member
from dmreader.reading import CLASSES, Reading
from dmreader.reading.aligned import SHOWN, Aligned, align, entries, entry_of
from dmreader.reading.arrangement import arrange, capacity

_SAID = {"all": "all rows", "folded": "what is the same is folded", "differences": "only what differs"}


class AlignedView(View):
    """One `Reading` as rows; its cursor is the reading's own."""

    name_of_place = "aligned"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("aligned")]

    def __init__(self, reading: Reading, glyphs: Glyphs, inspector_rows: int) -> None:
        super().__init__(reading, glyphs)
        self.inspector_rows = inspector_rows
        self.began = reading.cursor
        self.shown = SHOWN[0]
        self.opened: set[int] = set()
        self.aligned: Aligned = align(reading.comparison, reading.cursor.source)
        self.rows = AlignedRows(reading, glyphs)
        self.heads = AlignedHeads(reading, glyphs, self.rows)
        self.inspector = Inspector(reading, glyphs)

    def compose(self) -> Iterable[Widget]:
        """Title, names of the columns, rows, inspector, keys."""
        yield self.title_line
        yield self.heads
        yield self.rows
        yield self.inspector
        yield self.keys_line

    def on_mount(self) -> None:
        """The first picture."""
        self.call_after_refresh(self.list_anew)

    def on_resize(self, event: events.Resize) -> None:
        """Columns come and go with the width."""
        tall = event.size.height
        self.inspector.display = tall >= 16
        self.inspector.styles.height = min(self.inspector_rows, max(0, tall // 4))
        self.call_after_refresh(self.list_anew)

    def list_anew(self) -> None:
        """Another order, other folds or another width."""
        reading = self.reading
        listed = entries(self.aligned, self.shown, self.opened)
        cursor = reading.cursor.source
        room = capacity(self.size.width)
        columns = arrange(reading.order, room, self.rows.columns, cursor, self.aligned.base)
        self.rows.show(self.aligned, listed, columns)
        self.draw()

    def draw(self) -> None:
        """Bring everything to the reading's cursor."""
        reading = self.reading
        if reading.cursor.source not in self.rows.columns:
            self.rows.columns = ()
            self.list_anew()
            return
        self.rows.look(entry_of(self.rows.entries, self.aligned.row_of(reading.cursor)))
        self.heads.update()
        self.inspector.look()
        name = reading.names[self.aligned.base]
        self.title_line.tell("Aligned", f"in the order of {name}", _SAID[self.shown])
        self.keys_line.place = f"row {self.rows.entry + 1}/{len(self.rows.entries)}"
        self.keys_line.update()

    def put(self, entry: int, source: int | None = None) -> None:
        """The cursor on an entry, in the column it was in or the nearest one that is not silent."""
        listed = self.rows.entries
        if not listed:
            return
        row = self.aligned.rows[listed[max(0, min(entry, len(listed) - 1))].start]
        wanted = self.reading.cursor.source if source is None else source
        order = self.reading.order
        at = order.index(wanted) if wanted in order else 0
        filled = [s for s in order if row.cells[s]] or [s for s, cell in enumerate(row.cells) if cell]
        near = min(filled, key=lambda s: abs(order.index(s) - at) if s in order else len(order))
        self.reading.put(Member(near, row.cells[near][0]))
        self.draw()

    @on(AlignedRows.Pointed)
    def _pointed(self, event: AlignedRows.Pointed) -> None:
        self.put(event.entry, event.source)
        if event.again:
            enter(self)

    @on(AlignedRows.Wheeled)
    def _wheeled(self, event: AlignedRows.Wheeled) -> None:
        self.rows.scroll(event.lines)


def show(screen: ReaderScreen) -> None:
    """Open the aligned view."""
    if not screen.has_comparison():
        return
    view = AlignedView(screen.reading, screen.glyphs, screen.inspector_rows)
    screen.app.push_screen(view, lambda _: _return(screen, view))


def _return(screen: ReaderScreen, view: AlignedView) -> None:
    """To the panes, at the place that was come to; back leads to where one began."""
    place, screen.reading.cursor = screen.reading.cursor, view.began
    screen.go(place)


def enter(view: AlignedView) -> None:
    """Open a fold; a row is gone to in the panes."""
    listed = view.rows.entries
    if listed and len(listed[view.rows.entry]) > 1:
        view.opened.add(listed[view.rows.entry].start)
        view.list_anew()
    else:
        view.dismiss(None)


def down(view: AlignedView) -> None:
    """To the next row."""
    view.put(view.rows.entry + 1)


def up(view: AlignedView) -> None:
    """To the row before."""
    view.put(view.rows.entry - 1)


def page_down(view: AlignedView) -> None:
    """One screenful on."""
    _page(view, 1)


def page_up(view: AlignedView) -> None:
    """One screenful back."""
    _page(view, -1)


def _page(view: AlignedView, direction: int) -> None:
    seen = {entry for entry, _ in view.rows.window if entry >= 0}
    view.put(view.rows.entry + direction * max(1, len(seen) - 1))


def first(view: AlignedView) -> None:
    """To the first row."""
    view.put(0)


def last(view: AlignedView) -> None:
    """To the last row."""
    view.put(len(view.rows.entries) - 1)


def right(view: AlignedView) -> None:
    """To the next source in this row that is not silent."""
    _across(view, 1)


def left(view: AlignedView) -> None:
    """To the source before in this row that is not silent."""
    _across(view, -1)


def _across(view: AlignedView, direction: int) -> None:
    order = view.reading.order
    if not view.rows.entries or view.reading.cursor.source not in order:
        return
    row = view.aligned.rows[view.rows.entries[view.rows.entry].start]
    at = order.index(view.reading.cursor.source)
    for away in range(1, len(order)):
        source = order[(at + direction * away) % len(order)]
        if row.cells[source]:
            view.reading.put(Member(source, row.cells[source][0]))
            view.draw()
            return
    view.say("The other sources are silent here.")


def reorder(view: AlignedView) -> None:
    """In the order of the next source."""
    order = view.reading.order
    at = order.index(view.aligned.base) if view.aligned.base in order else -1
    view.aligned = align(view.reading.comparison, order[(at + 1) % len(order)])
    view.opened.clear()
    view.list_anew()


def fold(view: AlignedView) -> None:
    """All rows, what is the same folded, only what differs."""
    view.shown = SHOWN[(SHOWN.index(view.shown) + 1) % len(SHOWN)]
    view.opened.clear()
    view.list_anew()


def onwards(view: AlignedView) -> None:
    """To the next row with a sentence of the chosen class."""
    _step(view, 1)


def backwards(view: AlignedView) -> None:
    """To the one before."""
    _step(view, -1)


def _step(view: AlignedView, direction: int) -> None:
    reading = view.reading
    test = CLASSES[reading.current_class].test
    count = len(view.rows.entries)
    for away in range(1, count):
        entry = (view.rows.entry + direction * away) % count
        row = view.aligned.rows[view.rows.entries[entry].start]
        if any(test(reading, Member(s, n)) for s, cell in enumerate(row.cells) for n in cell):
            view.put(entry)
            return
