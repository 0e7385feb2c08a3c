"""The chosen quotation: one block a place, with its words against the fullest and what is known of it."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message

from dmreader.app.glyphs import Glyphs
from dmreader.app.lines import Lines
from dmreader.app.pieces import Piece, Row, wrapped
from dmreader.app.quotes_columns import SIGNS, differing
from dmreader.marks import counted, percent
from dmreader.model import Quote
from dmreader.reading import Reading
from dmreader.reading.quotations import SURE, Likeness, Quotation
from dmreader.reading.quotations_variants import Strand, named, strands, tags

_SAID: dict[Likeness, str] = {
    "fullest": "in full",
    "same": "the same words",
    "part": "a part",
    "reworded": "other words",
}
_AROUND = 60  # places made on either side of the chosen one
_SIMILAR = 5


class QuoteDetail(Lines):
    """Blocks of `quotation`; the one of place number `place` is marked and in view."""

    prefix = "overview"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"overview--chosen"}

    class Pointed(Message):
        """A block was clicked; `again` for a double click."""

        def __init__(self, place: int, again: bool) -> None:
            super().__init__()
            self.place, self.again = place, again

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.quotation: Quotation | None = None
        self.place = 0
        self._block_of: list[int | None] = []
        self._known: dict[int, tuple[Strand, ...]] = {}

    def look(self, quotation: Quotation | None, place: int) -> None:
        """Show a quotation at one of its places."""
        if quotation is not self.quotation:
            self._known.clear()
        self.quotation, self.place = quotation, place
        self.renew()
        self._into_view()

    def on_resize(self) -> None:
        """The chosen place stays in view."""
        self._into_view()

    def _into_view(self) -> None:
        rows, height = len(self.made), max(1, self.size.height)
        mine = [n for n, place in enumerate(self._block_of) if place == self.place]
        if not mine or not self.place:
            return
        self.first = max(0, min(mine[0], max(mine[-1] - height + 1, mine[0] - height // 3), rows - height))
        self.repaint()

    def rows(self, width: int) -> list[Row]:
        """Summary, blocks, similar quotations."""
        quotation = self.quotation
        self._block_of = []
        if quotation is None:
            return [()]
        rows = wrapped(self._summary(quotation), width, 1, 2)
        self._block_of = [None] * len(rows)
        low = max(0, self.place - _AROUND)
        high = min(len(quotation.quotes), self.place + _AROUND)
        for place in range(low, high):
            block: list[Row] = [(), *self._block(quotation, place, width)]
            rows += block
            self._block_of += [None, *[place] * (len(block) - 1)]
        rows += self._similar(quotation, width)
        return rows

    def _summary(self, quotation: Quotation) -> Iterator[Piece]:
        sources = len(quotation.carried)
        count = len(quotation.quotes)
        yield counted(count, "place"), ("strong",)
        if len(self.reading.comparison.sources) > 1:
            everyone = sources == len(self.reading.comparison.sources)
            names = ", ".join(self.reading.names[s] for s in sorted(quotation.carried))
            said = f"only in {names}" if sources == 1 else "in all sources" if everyone else f"in {names}"
            yield f" {self.glyphs.dot} {said}", ()
        for true, said in (
            (quotation.differs, "the words differ"),
            (quotation.disputed, "given to different speakers"),
        ):
            if true:
                yield f" {self.glyphs.dot} ", ()
                yield f"{differing(self.glyphs)} {said}", ("sign-reworded",)
        if quotation.doubtful:
            yield f" {self.glyphs.dot} ", ()
            yield "? doubtful", ("strong",)

    def _block(self, quotation: Quotation, place: int, width: int) -> list[Row]:
        number = quotation.quotes[place]
        quote = self.reading.comparison.quotes[number]
        likeness = self.reading.quotations.likeness(number, quotation.fullest)
        rows = wrapped(self._head(quote, likeness, len(quotation.quotes)), width - 2)
        rows += wrapped(self._words(number, quotation.fullest), width - 2, 2)
        rows += wrapped([(self._about(quote), ("quiet",))], width - 2, 2)
        tone: tuple[str, ...] = ("chosen",) if place == self.place else ()
        edge = self.glyphs.marks["cursor"] if tone else " "
        found: list[Row] = []
        for row in rows:
            used = sum(cell_len(text) for text, _ in row) + 2
            toned: list[Piece] = [(text, (*tone, *names)) for text, names in row]
            found.append([(edge + " ", (*tone, "edge")), *toned, (" " * max(0, width - used), tone)])
        return found

    def _head(self, quote: Quote, likeness: Likeness, count: int) -> Iterator[Piece]:
        at = self.reading.at(quote.source, quote.start)
        dot = f" {self.glyphs.dot} "
        yield f"{self.reading.names[at.source]}:{at.sentence + 1}", ("strong",)
        if count > 1:
            sign, kind = SIGNS[likeness]
            yield f"  {self.glyphs.marks[sign]} ", ("strong",) if kind is None else (f"sign-{kind}",)
            yield _SAID[likeness], ()
            yield dot, ("quiet",)
        else:
            yield "  ", ()
        yield quote.kind, ()
        origin = named(self.reading, quote)
        if quote.speaker is not None:
            yield dot, ("quiet",)
            yield " ".join(quote.speaker.name.split()), ("strong",)
        if origin:
            yield f"{dot}{origin}", ("quiet",)

    def _words(self, number: int, fullest: int) -> Iterator[Piece]:
        if number not in self._known:
            self._known[number] = strands(self.reading.quotations, number, fullest)
        blank = False
        for strand in self._known[number]:
            if strand.thread == "gap":
                yield f"{' ' * blank}{self.glyphs.ellipsis} ", ("quiet",)
            elif strand.thread == "left out":
                yield "" if blank or strand is self._known[number][0] else " ", ()
                yield f"-{strand.text}", ("left-out",)
                yield " ", ()
            elif strand.thread == "same":
                yield strand.text, ("quote",)
            else:
                sign = "+" if strand.thread == "added" else self.glyphs.marks["moved"]
                yield f"{sign}{strand.text}", ("added",)
            blank = strand.text[-1:].isspace() or strand.thread == "left out"

    def _about(self, quote: Quote) -> str:
        said = [" ".join(quote.why.split())] if quote.why else []
        if quote.confidence < SURE:
            said.append(f"{percent(quote.confidence)} sure")
        return f" {self.glyphs.dot} ".join([*said, *tags(quote)])

    def _similar(self, quotation: Quotation, width: int) -> list[Row]:
        if not quotation.similar:
            return []
        quotations = self.reading.quotations
        rows: list[Row] = [(), *wrapped([("similar, not the same", ("quiet",))], width, 1)]
        for group in quotation.similar[:_SIMILAR]:
            other = quotations.all[quotations.at[group]]
            who = ", ".join(other.speakers) or "nobody named"
            where = ", ".join(self.reading.names[s] for s in sorted(other.carried))
            pieces: list[Piece] = [(f"{self.glyphs.marks['near-verbatim']} ", ("quiet",))]
            pieces += [(quotations.text(other.fullest), ("quote",))]
            pieces += [(f" {self.glyphs.dot} {who} {self.glyphs.dot} {where}", ("quiet",))]
            rows += wrapped(pieces, width, 2, 2)
        return rows

    def on_click(self, event: events.Click) -> None:
        """A click chooses a place."""
        line = self.first + event.y
        place = self._block_of[line] if line < len(self._block_of) else None
        if place is not None:
            self.post_message(self.Pointed(place, event.chain > 1))
