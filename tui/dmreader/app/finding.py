"""Finding as one types, in all sources."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from dmreader.app.screen import ReaderScreen
from dmreader.marks import counted
from dmreader.reading import Query, QueryError
from dmreader.reading.search import MANNERS, Manner

_LARGE = 2_000_000  # code points from which a search waits for a pause in typing
_ROOMY = 60  # columns from which the count says in how many sources
_PAUSE = 0.2  # seconds; expressions always wait, since a half-typed one may take long
_KEYS = (
    ("enter", "go there"),
    ("down", "next hit"),
    ("tab", "manner"),
    ("ctrl+l", "only these"),
    ("escape", "leave"),
)


class FindBar(Horizontal):
    """The field over the last line: finds while one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down,ctrl+n", "hit(1)", show=False),
        Binding("up", "hit(-1)", show=False),
        Binding("tab", "manner", show=False, priority=True),
        Binding("ctrl+l", "only", show=False),
    ]

    def __init__(self, reader: ReaderScreen, manner: Manner) -> None:
        super().__init__()
        self.reader = reader
        self.manner: Manner = manner
        self._pending: Timer | None = None
        self._from = reader.reading.cursor

    def compose(self) -> Iterable[Widget]:
        """Manner, field, count."""
        before = self.reader.reading.search
        yield Static("", id="find-manner", markup=False)
        yield Input(
            value=before.query.text if before else "", placeholder="find in all sources", id="find-field"
        )
        yield Static("", id="find-count", markup=False)

    def on_mount(self) -> None:
        """Ready to type; the last line says what the keys do meanwhile."""
        self.query_one(Input).focus()
        self.reader.status.show_keys(_KEYS)
        self.reader.add_class("-finding")
        self._tell()

    def _tell(self, trouble: str = "") -> None:
        self.query_one("#find-manner", Static).update(f" find {self.manner} (Tab) ")
        search = self.reader.reading.search
        many = len(search.hits) if search else 0
        sources = len({h.source for h in search.hits}) if search else 0
        roomy = self.reader.size.width >= _ROOMY
        where = f" in {counted(sources, 'source')}" if roomy else ""
        count = f" {many}{where} " if search else ""
        self.query_one("#find-count", Static).update(trouble or count)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._pending is not None:
            self._pending.stop()
            self._pending = None
        size = sum(len(s.text) for s in self.reader.reading.comparison.sources)
        if size < _LARGE and self.manner != "regex":
            self._find(event.value)
        else:
            self._pending = self.set_timer(_PAUSE, lambda: self._find(event.value))

    def _find(self, text: str) -> None:
        self._pending = None
        reading = self.reader.reading
        try:
            reading.find(Query(text, self.manner) if text.strip() else None)
        except QueryError as error:
            self._tell(f" {error} ")
            return
        if (
            reading.search is not None
            and reading.search.hits
            and reading.cursor not in reading.search.members
        ):
            reading.next_hit(1)
        self.reader.renew()
        self._tell()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        if self._pending is not None:
            self._pending.stop()
            self._find(event.value)
        reading = self.reader.reading
        if reading.search is not None and reading.hit is None:
            reading.first_hit()
        self._close()

    def action_hit(self, step: int) -> None:
        """The next or previous hit, while the field stays open."""
        self.reader.reading.next_hit(step)
        self.reader.renew()
        self._tell()

    def action_manner(self) -> None:
        """The next manner of finding."""
        self.manner = MANNERS[(MANNERS.index(self.manner) + 1) % len(MANNERS)]
        self._find(self.query_one(Input).value)
        self._tell()

    def action_only(self) -> None:
        """Show the sentences with hits only."""
        from dmreader.app.filtering import apply
        from dmreader.reading import Filter

        apply(self.reader, Filter() if self.reader.reading.filter.kind == "hit" else Filter(kind="hit"))

    def action_leave(self) -> None:
        """Close the field, forget the search, go back to where it was begun."""
        self.reader.reading.find(None)
        self.reader.reading.put(self._from)
        self._close()

    def _close(self) -> None:
        self.reader.find_manner = self.manner
        self.reader.set_focus(None)
        self.reader.status.show_keys(())
        self.reader.remove_class("-finding")
        self.remove()
        self.reader.renew()


def find(screen: ReaderScreen) -> None:
    """Open the field, or go to it."""
    for bar in screen.query(FindBar):
        bar.query_one(Input).focus()
        return
    screen.mount(FindBar(screen, screen.find_manner), before=screen.status)
