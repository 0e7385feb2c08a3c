"""The overview: who shares what with whom, as a table and as a picture, from which one jumps."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.widget import Widget

from dmreader.app.bindings import bindings
from dmreader.app.glyphs import Glyphs
from dmreader.app.overview_link import LinkText
from dmreader.app.overview_picture import OverviewPicture
from dmreader.app.overview_table import OverviewTable
from dmreader.app.screen import ReaderScreen
from dmreader.app.view import View
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.reading.overview import Tie, ends, pairs, ties

Subject = tuple[int, ...]
"""What a row of the table is about: one source, or two."""


class Overview(View):
    """One `Reading` in figures and pictures."""

    name_of_place = "overview"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("overview")]

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__(reading, glyphs)
        count = len(reading.comparison.sources)
        self.subjects: list[Subject] = [*((s,) for s in range(count)), *pairs(reading.comparison)]
        self.at = count if count > 1 else 0
        self.ties: tuple[Tie, ...] = ()
        self.tie = 0
        self.far_end = False
        self.table = OverviewTable(reading, glyphs, self.subjects)
        self.picture = OverviewPicture(reading, glyphs)
        self.link = LinkText(reading, glyphs)

    def compose(self) -> Iterable[Widget]:
        """Title, table, picture, the chosen link, keys."""
        yield self.title_line
        yield self.table
        yield self.picture
        yield self.link
        yield self.keys_line

    def on_mount(self) -> None:
        """The first picture: the pair that the cursor's sentence is a part of."""
        reading = self.reading
        found = next((p for p in reading.partners() if p.source != reading.cursor.source), None)
        if found is not None:
            self.at = self.subjects.index(tuple(sorted((reading.cursor.source, found.source))))
        words = sum(s.words for s in reading.comparison.summary.sources)
        count = len(reading.comparison.sources)
        about = f"{count} sources, {words:,} words" if count > 1 else f"one source, {words:,} words"
        self.title_line.tell("Overview", about)
        self.choose(self.at)
        if found is not None:
            self.tie = next((n for n, tie in enumerate(self.ties) if tie.link == found.link), 0)

    def on_resize(self, event: events.Resize) -> None:
        """Shares out the height: the table what it needs, the link some lines, the picture the rest."""
        width, height = event.size
        rest = height - 2
        self.link.styles.height = link = 0 if rest < 12 else min(2 + 240 // max(20, width) * 2, rest // 4)
        self.link.display = link > 0
        wanted = self.table.wanted
        roomy = rest - link >= 14
        if roomy:  # the picture has half of what is left, or seven rows
            wanted = min(wanted, max(min(10, rest - link - 7), (rest - link) // 2))
        self.picture.display = roomy
        self.table.styles.height = min(wanted, rest - link)
        self.call_after_refresh(self.draw)

    def choose(self, at: int) -> None:
        """Another source or pair."""
        self.at = max(0, min(at, len(self.subjects) - 1))
        subject = self.subjects[self.at]
        if len(subject) == 2:
            self.ties = ties(self.reading.comparison, *subject)
        else:
            others = [s for s in range(len(self.reading.comparison.sources)) if s != subject[0]]
            found = [tie for other in others for tie in ties(self.reading.comparison, subject[0], other)]
            self.ties = tuple(sorted(found, key=lambda tie: (tie.a, tie.b)))
        self.tie, self.far_end = 0, False
        self.draw()

    def draw(self) -> None:
        """Bring every part up to what is chosen."""
        subject = self.subjects[self.at]
        self.table.look(self.at)
        self.picture.look(subject, self.ties, self.tie)
        chosen = self.ties[self.tie] if self.ties else None
        self.link.look(subject, chosen, self.far_end)
        self.keys_line.place = f"link {self.tie + 1}/{len(self.ties)}" if self.ties else "no links"
        self.keys_line.update()

    @property
    def place(self) -> Member | None:
        """The chosen end of the chosen link."""
        if not self.ties:
            return None
        link = self.reading.comparison.links[self.ties[self.tie].link]
        return ends(link, self.subjects[self.at][0])[self.far_end]

    @on(OverviewTable.Pointed)
    def _row_pointed(self, event: OverviewTable.Pointed) -> None:
        self.choose(event.at)

    @on(OverviewPicture.Pointed)
    def _tie_pointed(self, event: OverviewPicture.Pointed) -> None:
        self.tie = event.tie
        self.draw()
        if event.again:
            enter(self)


def show(screen: ReaderScreen) -> None:
    """Open the overview."""
    if not screen.has_comparison():
        return
    screen.app.push_screen(Overview(screen.reading, screen.glyphs), screen.go)


def enter(view: Overview) -> None:
    """To the chosen link in the panes; to the beginning of a source that has none."""
    subject = view.subjects[view.at]
    view.dismiss(view.place or (Member(subject[0], 0) if len(subject) == 1 else None))


def down(view: Overview) -> None:
    """The next source or pair."""
    view.choose(view.at + 1)


def up(view: Overview) -> None:
    """The source or pair before."""
    view.choose(view.at - 1)


def right(view: Overview) -> None:
    """The next link."""
    _link(view, view.tie + 1)


def left(view: Overview) -> None:
    """The link before."""
    _link(view, view.tie - 1)


def first(view: Overview) -> None:
    """The first link."""
    _link(view, 0)


def last(view: Overview) -> None:
    """The last link."""
    _link(view, len(view.ties) - 1)


def _link(view: Overview, tie: int) -> None:
    if 0 <= tie < len(view.ties):
        view.tie = tie
        view.draw()
    else:
        view.app.bell()


def other_end(view: Overview) -> None:
    """The other end of the link."""
    view.far_end = not view.far_end
    view.draw()


def other_picture(view: Overview) -> None:
    """Ribbons, or a dot plot."""
    view.picture.turn()
    view.draw()
