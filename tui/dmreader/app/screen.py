"""The main screen: panes side by side, inspector, status."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Self, cast

from textual import events, on
from textual.binding import BindingType
from textual.geometry import Region
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from dmreader.app.bindings import Commanded, bindings
from dmreader.app.camera import anchored, beside, follow, line_of
from dmreader.app.flow import Spot
from dmreader.app.glyphs import Glyphs
from dmreader.app.header import SourceHeader
from dmreader.app.ink import Ink
from dmreader.app.inspection import partner_members
from dmreader.app.inspector import Inspector
from dmreader.app.layout import SMALLEST, layout
from dmreader.app.map import SourceMap
from dmreader.app.pane import SourcePane
from dmreader.app.status import Status
from dmreader.app.steady import COPYING, Steady
from dmreader.app.surface import Holder
from dmreader.app.tabs import Tabs
from dmreader.app.text import SourceText
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.store.settings import Settings

if TYPE_CHECKING:
    from dmreader.reading.search import Manner

_PAUSE, _REST = 0.02, 0.002  # seconds before the next page is prepared, and between two batches of it
_BATCH = 16  # sentences a batch; about two milliseconds


class Panes(Holder):
    """The panes side by side; they fill it."""


class ReaderScreen(Steady[None], Commanded, inherit_bindings=False):
    """Shows one `Reading`. Commands change the reading, then call `draw`, which repaints what has changed.

    `shown` are the sources that have a pane now, `alone` the one that is maximised.
    """

    BLANK = True  # the panes fill it
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("reader"),
        COPYING,
    ]

    def __init__(self, reading: Reading, glyphs: Glyphs, inspector_rows: int, ink: Ink) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.inspector_rows = inspector_rows
        self.ink = ink
        self.shown: list[int] = []
        self.alone = False
        self.find_manner: Manner = "plain"
        self._came_from = reading.cursor
        self._drawing = False
        self._placed: object = None
        self._preparing: Timer | None = None
        self._styled = False
        self._shown = False  # whether all has been painted once
        self.panes = [SourcePane(reading, s, glyphs) for s in range(len(reading.comparison.sources))]
        self.tabs = Tabs(reading, glyphs)
        self.inspector = Inspector(reading, glyphs)
        self.status = Status(reading, glyphs)

    def compose(self) -> Iterable[Widget]:
        """Tabs, panes, inspector, status; and the notice of a terminal that is too small for them."""
        yield self.ink
        yield self.tabs
        yield Panes(*self.panes, id="panes")
        yield self.inspector
        yield self.status
        yield Static("", id="notice", markup=False)

    def on_mount(self) -> None:
        """Everything in its place before the first picture."""
        self.set_class(not self.app_settings.map, "-no-map")
        self.query("ToastRack").set(display=False)  # as it will be, or all would be laid out again for it
        self.place_panes()
        for pane in self.panes:
            pane.text.settle = self._settle

    def update_node_styles(self, animate: bool = True) -> None:
        """As `DOMNode.update_node_styles`; when the screen first comes up all has just been styled."""
        if self._styled:
            super().update_node_styles(animate)
        self._styled = True

    def _settle(self) -> None:
        for pane in self.panes:
            pane.text.settle = None
        settle = getattr(self.app, "settle", None)
        if settle is not None:
            settle()
        self.draw()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """As `Widget.refresh`; Textual asks for all to be painted again just after it has first been."""
        repaint = repaint and self._shown
        if repaint or layout or recompose:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def on_resize(self, event: events.Resize) -> None:
        """Panes come and go with the width."""
        self.place_panes(event.size.width, event.size.height)

    @property
    def app_settings(self) -> Settings:
        """The reader's settings."""
        found: Settings = getattr(self.app, "settings", Settings())
        return found

    # What is shown

    @property
    def pane(self) -> SourcePane:
        """The pane of the cursor."""
        return self.panes[self.reading.cursor.source]

    def place_panes(self, width: int | None = None, height: int | None = None) -> None:
        """Give panes to the sources that have room."""
        width = self.app.size.width if width is None else width
        height = self.app.size.height if height is None else height
        placed = layout(
            self.reading,
            (width, height),
            self.inspector_rows,
            alone=self.alone,
            before=self.shown,
            came_from=self._came_from.source,
        )
        self.set_class(placed.small, "-small")
        if placed.small:
            notice = f"{width}×{height} is too small; {SMALLEST[0]}×{SMALLEST[1]} will do"
            self.query_one("#notice", Static).update(notice)
        self.shown = list(placed.shown)
        self._draw_soon()
        known = (placed._replace(columns=0, rows=0), tuple(self.reading.order))
        if known == self._placed:
            return
        self._placed = known
        self._order_panes()
        for pane in self.panes:
            pane.display = pane.source in self.shown
            pane.set_class(pane.source == self.shown[-1], "-last")
        self.tabs.shown = self.shown
        self.tabs.display = placed.tabs
        self.set_class(not placed.heads, "-one")
        self.inspector.display = placed.inspector > 0
        self.inspector.styles.height = placed.inspector

    def _draw_soon(self) -> None:
        """Draw when the layout is done, once however often this is asked."""
        if not self._drawing:
            self._drawing = True
            self.call_after_refresh(self._draw_now)

    def _draw_now(self) -> None:
        self._drawing, self._shown = False, True
        self.draw()

    def _order_panes(self) -> None:
        """Panes left to right as `reading.order` has them."""
        holder = self.query_one(Panes)
        wanted = [self.panes[source] for source in self.reading.order]
        if [pane for pane in holder.children if pane in wanted] != wanted:
            rank = {pane: at for at, pane in enumerate(wanted)}
            holder.sort_children(key=lambda pane: rank.get(cast(SourcePane, pane), len(rank)))

    def draw(self) -> None:
        """Bring every part up to the reading; what has not changed is not painted."""
        reading = self.reading
        cursor = reading.cursor
        if cursor.source not in self.shown or not self.shown:
            self.place_panes()
            return
        text = self.pane.text
        if not text.size.height:
            return
        self._draw_panes(follow(text, cursor.sentence))
        self._came_from = cursor
        self._draw_rest()
        if self._preparing is None:
            self._preparing = self.set_timer(_PAUSE, self._prepare)

    def _draw_panes(self, top: Spot) -> None:
        reading, cursor = self.reading, self.reading.cursor
        lit, best = partner_members(reading), reading.best()
        active = self.pane
        active.look(top, cursor.sentence, lit.get(cursor.source, frozenset()))
        row = line_of(active.text, cursor.sentence)
        for source in self.shown:
            if source == cursor.source:
                continue
            pane = self.panes[source]
            place = pane.text.top
            if reading.sync and source in best and row is not None:
                place = beside(pane.text, best[source].sentence, row)
            pane.look(place, None, lit.get(source, frozenset()))

    def _prepare(self) -> None:
        """While nobody presses anything: the marks of the next page, a few sentences at a time."""
        left = _BATCH
        for source in self.shown:
            left -= self.panes[source].text.prepare(left)
            if left <= 0:
                self._preparing = self.set_timer(_REST, self._prepare)
                return
        self._preparing = None

    def _draw_rest(self) -> None:
        if self.inspector.display:
            self.inspector.look()
        self.status.update()
        if self.tabs.display:
            self.tabs.update()

    def renew(self) -> None:
        """Marks, filter, search or sentences have changed: paint everything anew."""
        if not self.is_mounted:
            return
        for pane in self.panes:
            pane.renew()
        self.inspector.renew()
        self.draw()

    def scroll_source(self, source: int, lines: int) -> None:
        """Move the text of one pane by so many lines; the cursor stays.

        In sync the others go along with the sentences that both have, or else by as many lines.
        """
        text = self.panes[source].text
        before = text.top
        top = text.flow.clamp(text.flow.shift(before, lines), text.size.height)
        moved = text.flow.distance(before, top.unit, 10_000)
        self._look(source, top)
        for other in self.shown:
            if other != source and self.reading.sync and moved is not None:
                there = self.panes[other].text
                by_lines = there.flow.clamp(there.flow.shift(there.top, moved + top.line), there.size.height)
                self._look(other, anchored(self.reading, text, there) or by_lines)

    def _look(self, source: int, top: Spot) -> None:
        cursor = self.reading.cursor
        here = cursor.sentence if source == cursor.source else None
        self.panes[source].look(top, here, partner_members(self.reading).get(source, frozenset()))

    def get_selected_text(self) -> str | None:
        """What the mouse has selected: of one source as it stands there, of several each with its name."""
        parts = []
        for pane in (self.panes[s] for s in self.shown):
            selection = self.selections.get(pane.text)
            found = None if selection is None else pane.text.get_selection(selection)
            if found is not None and found[0]:
                parts.append((self.reading.names[pane.source], found[0]))
        if len(parts) > 1:
            return "\n\n".join(f"{name}: {text}" for name, text in parts)
        return parts[0][1] if parts else None

    # What the pointer does

    @on(SourceText.Sized)
    def _sized(self) -> None:
        self._draw_soon()

    @on(SourceText.Clicked)
    def _clicked(self, event: SourceText.Clicked) -> None:
        if event.again and event.member == self.reading.cursor:
            self.reading.to_partner()
        else:
            self.reading.jump(event.member)
        self.draw()

    @on(SourceText.Wheeled)
    def _wheeled(self, event: SourceText.Wheeled) -> None:
        self.scroll_source(event.source, event.lines)

    @on(SourceMap.Pointed)
    def _pointed(self, event: SourceMap.Pointed) -> None:
        self.reading.jump(event.member)
        self.draw()

    @on(SourceHeader.Chosen)
    def _chosen(self, event: SourceHeader.Chosen) -> None:
        self.reading.pane(event.source)
        self.draw()

    def say(self, sentence: str) -> None:
        """Tell the reader something, in passing."""
        self.notify(sentence, timeout=3, markup=False)

    def has_comparison(self) -> bool:
        """Whether the sources are compared; while they are not, the reader is told so."""
        if not self.reading.compared:
            self.say("The sources are still being compared.")
        return self.reading.compared

    def go(self, member: Member | None) -> None:
        """Jump there and draw, for lists and other views; nothing if none was chosen."""
        if member is not None:
            self.reading.jump(member)
            self.draw()
