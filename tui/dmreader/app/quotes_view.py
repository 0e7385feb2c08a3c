"""The quotations as a view of their own: who said what, who carries it, and in which words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from dmreader.app.bindings import bindings
from dmreader.app.glyphs import Glyphs
from dmreader.app.quotes_detail import QuoteDetail
from dmreader.app.quotes_field import QuotesFilterLine, WordsField, clearing
from dmreader.app.quotes_rows import QuoteHeads, QuoteRows
from dmreader.app.screen import ReaderScreen
from dmreader.app.view import View
from dmreader.marks import counted
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.reading.quotations import Quotation
from dmreader.reading.quotations_filter import ORDERS, Order, QuotationFilter, listed, stated
from dmreader.reading.quotations_places import go, here

_WIDE = 110
"""Columns from which the places stand beside the list, not under it."""


class QuotesView(View):
    """The quotations of one `Reading`. `listed` pass `asked`; `at` is the chosen one, `place` one of its."""

    name_of_place = "quotes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("quotes")]

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__(reading, glyphs)
        self.asked = QuotationFilter()
        self.order: Order = "place"
        self.listed: list[Quotation] = []
        self.at = self.place = 0
        self.chosen_quote: int | None = None
        self.heads = QuoteHeads(reading, glyphs)
        self.rows = QuoteRows(reading, glyphs)
        self.detail = QuoteDetail(reading, glyphs)
        self.filter_line = QuotesFilterLine(glyphs)

    def compose(self) -> Iterable[Widget]:
        """Title, filter, list with its headings, places, keys."""
        yield self.title_line
        yield self.filter_line
        with Container(id="quotes"):
            with Container(id="quotes-list"):
                yield self.heads
                yield self.rows
            yield self.detail
        yield self.keys_line

    def on_mount(self) -> None:
        """The first picture: the quotation at the reader's cursor, or the next one."""
        self.list_anew(self._nearest())

    def _nearest(self) -> int | None:
        reading, quotes = self.reading, self.reading.comparison.quotes
        found = here(reading)
        if found is not None or not quotes:
            return found
        span = reading.sentences(reading.cursor.source)
        start = span[reading.cursor.sentence].start if span else 0
        later = [n for n, q in enumerate(quotes) if (q.source, q.start) >= (reading.cursor.source, start)]
        return min(later, key=lambda n: (quotes[n].source, quotes[n].start), default=None)

    def on_resize(self, event: events.Resize) -> None:
        """Beside each other where there is room, else under each other."""
        width, height = event.size
        self.set_class(width >= _WIDE, "-wide")
        rest = height - 3
        self.detail.display = width >= _WIDE or rest >= 7
        self.detail.styles.height = "1fr" if width >= _WIDE else max(3, rest * 9 // 20)
        self.call_after_refresh(self.draw)

    def list_anew(self, quote: int | None = None) -> None:
        """Another filter or order; the chosen quotation stays, and its place, where it is still listed."""
        quote = self.quote if quote is None else quote
        quotations = self.reading.quotations
        self.listed = listed(quotations, self.asked, self.order)
        group = None if quote is None else self.reading.comparison.quotes[quote].group
        self.at = next((n for n, q in enumerate(self.listed) if q.group == group), 0)
        mine = self.listed[self.at].quotes if self.listed else ()
        self.place = mine.index(quote) if quote in mine else 0
        none = "No quotation was found."
        if self.asked:
            none = f"No quotation passes this filter; {clearing(self)} clears it."
        self.rows.show(self.listed, none)
        self.draw()

    @property
    def chosen(self) -> Quotation | None:
        """The chosen quotation."""
        return self.listed[self.at] if self.listed else None

    @property
    def quote(self) -> int | None:
        """The chosen place of the chosen quotation, as the number of its quote."""
        return self.listed[self.at].quotes[self.place] if self.listed else None

    def choose(self, at: int) -> None:
        """Another quotation, at its first place."""
        self.at = max(0, min(at, len(self.listed) - 1))
        self.place = 0
        self.draw()

    def ask(self, asked: QuotationFilter) -> None:
        """Another filter."""
        self.asked = asked
        self.list_anew()

    def draw(self) -> None:
        """Bring every part up to what is chosen."""
        reading = self.reading
        whole, places = len(reading.quotations.places), len(reading.comparison.quotes)
        about = f"{counted(whole, 'quotation')} in {counted(places, 'place')}"
        self.title_line.tell("Quotations", about)
        said = stated(self.asked, reading.names)
        self.filter_line.display = bool(said)
        self.filter_line.tell(said, f"{len(self.listed):,} of {whole:,}")
        self.heads.tell(ORDERS[self.order])
        self.rows.look(self.at)
        self.detail.look(self.chosen, self.place)
        self.keys_line.place = (
            f"quotation {self.at + 1:,}/{len(self.listed):,}" if self.listed else "no quotation"
        )
        self.keys_line.update()

    @on(QuoteRows.Pointed)
    def _row_pointed(self, event: QuoteRows.Pointed) -> None:
        self.choose(event.at)
        if event.again:
            enter(self)

    @on(QuoteDetail.Pointed)
    def _place_pointed(self, event: QuoteDetail.Pointed) -> None:
        self.place = event.place
        self.draw()
        if event.again:
            enter(self)

    @on(WordsField.Changed)
    def _typed(self, event: WordsField.Changed) -> None:
        self.ask(replace(self.asked, words=event.value))


def show(screen: ReaderScreen) -> None:
    """Open the quotations."""
    if not screen.has_comparison():
        return
    view = QuotesView(screen.reading, screen.glyphs)
    before = screen.reading.filter

    def back(_: Member | None) -> None:
        if view.chosen_quote is not None:
            go(screen.reading, view.chosen_quote)
        if screen.reading.filter != before:
            screen.renew()
        screen.draw()

    screen.app.push_screen(view, back)


def enter(view: QuotesView) -> None:
    """To the chosen place in the panes."""
    view.chosen_quote = view.quote
    view.dismiss(None)
