"""What of a quotation has room in a row of the list, and the row itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.dom import DOMNode

from dmreader.app.commands import command
from dmreader.app.glyphs import Glyphs
from dmreader.app.keynames import first_key
from dmreader.app.pieces import Piece, fitted
from dmreader.marks import MarkKind, Sign, labels
from dmreader.reading import Reading
from dmreader.reading.quotations import Likeness, Quotation

SIGNS: dict[Likeness, tuple[Sign, MarkKind | None]] = {
    "fullest": ("quote", None),
    "same": ("verbatim", "verbatim"),
    "part": ("partial", "partial"),
    "reworded": ("reworded", "reworded"),
}
"""For each way to carry a quotation: its sign, and the mark whose colour it has."""

_NAME = 10  # cells below which a name says too little
_BEFORE = 5  # cells before the words: the edge, two signs and blanks


def differing(glyphs: Glyphs) -> str:
    """The sign of what differs."""
    return "!" if glyphs.plain else "≠"


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of each column; 0 for one that has no room. `each` is what a source takes of `sources`."""

    words: int
    speaker: int
    kind: int
    differs: int
    each: int
    sources: int
    places: int


def columns(reading: Reading, width: int) -> Columns:
    """Share out `width` cells: each column stands where it leaves the words enough."""
    left = width - _BEFORE
    count = len(reading.comparison.sources)
    longest = max(map(cell_len, labels(reading.names)), default=1)
    each = next((cells for cells in (longest + 1, 1) if count * cells <= width // 3), 0)
    taken = []
    for cells, least in (
        (count * each + 2 if each and count > 1 else 0, 12),
        (min(24, width // 5) if width // 5 >= _NAME else 0, 22),
        (7, 24),
        (8, 28),
        (11, 28),
    ):
        taken.append(cells if left - cells >= least else 0)
        left -= taken[-1]
    sources, speaker, places, differs, kind = taken
    words = max(1, left)
    return Columns(words, speaker, kind, differs, each if sources else 0, sources, places)


class Cells:
    """Rows and headings of the list, at the columns of a width."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        self.reading = reading
        self.glyphs = glyphs
        self.short = labels(reading.names)

    def heads(self, width: int, said: str, node: DOMNode) -> Iterator[Piece]:
        """The headings, with the keys that `node` has; `said` stands over the words."""
        room = columns(self.reading, width)
        yield " " * (_BEFORE - 2), ()
        yield from self._head(node, "quotes-order", said, room.words + 2)
        yield from self._head(node, "quotes-speaker", "speaker", room.speaker)
        yield from self._head(node, "quotes-kind", "kind", room.kind)
        yield self._cell("differs", room.differs), ("quiet",)
        if room.sources:
            heads = self.short if room.each > 1 else [str((n + 1) % 10) for n in range(len(self.short))]
            yield from self._head(node, "quotes-source", "", 2)
            yield "".join(set_cell_size(head, room.each) for head in heads), ("quiet",)
        if room.places:
            yield f"{'places':>{room.places}}", ("quiet",)

    def row(self, quotation: Quotation, width: int, tone: tuple[str, ...]) -> Iterator[Piece]:
        """One quotation."""
        room = columns(self.reading, width)
        yield (self.glyphs.marks["cursor"] if tone else " ") + " ", (*tone, "edge")
        differs = quotation.differs or quotation.disputed
        yield differing(self.glyphs) if differs else " ", (*tone, "sign-reworded")
        yield "? " if quotation.doubtful else "  ", (*tone, "strong")
        text = self.reading.quotations.text(quotation.fullest)
        yield self._cell(text, room.words), (*tone, "quote")
        yield (
            self._cell(_names(quotation), room.speaker),
            (*tone, *(() if quotation.speakers else ("quiet",))),
        )
        yield self._cell(quotation.kinds[0], room.kind), (*tone, "quiet")
        yield self._cell(differs_in(quotation), room.differs), tone
        yield from self._carriers(quotation, room, tone)
        if room.places:
            yield f"{len(quotation.quotes):>{room.places},}", (*tone, "quiet")

    def _carriers(self, quotation: Quotation, room: Columns, tone: tuple[str, ...]) -> Iterator[Piece]:
        if not room.sources:
            return
        yield "  ", tone
        for source in range(len(self.short)):
            likeness = quotation.carried.get(source)
            if likeness is None:
                yield set_cell_size(self.glyphs.dot, room.each), (*tone, "faint")
            else:
                sign, kind = SIGNS[likeness]
                names = ("strong",) if kind is None else (f"sign-{kind}",)
                yield set_cell_size(self.glyphs.marks[sign], room.each), (*tone, *names)

    def _head(self, node: DOMNode, command_id: str, name: str, cells: int) -> Iterator[Piece]:
        """A heading behind the key that turns what stands under it."""
        if cells:
            key = fitted(first_key(node, command(command_id), plain=self.glyphs.plain), max(1, cells - 1), "")
            yield set_cell_size(key, min(cells, cell_len(key) + 1)), ("key",)
            yield self._cell(name, cells - cell_len(key) - 1), ("quiet",)

    def _cell(self, text: str, cells: int) -> str:
        """`text` in so many cells, with one left free at the end."""
        return set_cell_size(fitted(text, cells - 1, self.glyphs.ellipsis), cells) if cells > 1 else ""


def differs_in(quotation: Quotation) -> str:
    """What differs, in a word."""
    if quotation.differs and quotation.disputed:
        return "both"
    return "words" if quotation.differs else "speaker" if quotation.disputed else ""


def _names(quotation: Quotation) -> str:
    names: Sequence[str] = quotation.speakers
    if not names:
        return "nobody named"
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")
