"""What a reader added, joined to what is shown: notes in the gutter, corrections in the comparison."""

import asyncio
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dmreader.marks import SourceMarks, labels, mark
from dmreader.marks.labels import sentence_at
from dmreader.model import Comparison, Member, Place
from dmreader.reading import Reading
from dmreader.store.state import State
from dmreader.store.watch import Watch

if TYPE_CHECKING:  # the notebook is opened after the first picture, or when it is asked for
    from dmreader.app.screen import ReaderScreen
    from dmreader.store.corrections import Corrected
    from dmreader.store.items import Item, ItemKind
    from dmreader.store.notebook import Notebook

Marked = tuple[Comparison, tuple[SourceMarks, ...]]


class Keeping:
    """The notebook of one reading, in `state`.

    `tie_from` is the sentence that waits to be tied to another one; `watch` looks after the files; `found` is
    the comparison as it was made, without corrections, once there is one.
    """

    def __init__(self, reading: Reading, state: State | None = None) -> None:
        self.reading = reading
        self.state = State(None) if state is None else state
        self.memory = self.state.memory
        self.watch = Watch(reading.comparison.sources)
        self.tie_from: Member | None = None
        self.found: Marked | None = (reading.comparison, reading.marks) if reading.compared else None
        self._in_force: tuple[Corrected, ...] = ()

    @cached_property
    def book(self) -> "Notebook":
        """The notes on these sources."""
        from dmreader.store.notebook import Notebook

        return Notebook(self.reading.comparison.sources, self.state)

    async def begin(self, screen: "ReaderScreen") -> None:
        """Show what was kept; then look, out of the reader's way, for notes on texts that have changed."""
        if self.book.notice:
            screen.notify(self.book.notice, severity="warning", timeout=12, markup=False)
        if self.book.items:
            await self.renew(screen)
        if self.book.unplaced:
            before = self.book.items
            await asyncio.to_thread(self.book.search)
            if self.book.items != before:
                await self.renew(screen)

    async def look(self, screen: "ReaderScreen") -> None:
        """Show what another program has written to the notebook since."""
        if self.book.changed_elsewhere():
            await asyncio.to_thread(self.book.search)
            await self.renew(screen)

    def leave(self) -> None:
        """Remember where the reader left off, and let go of the notebook."""
        reading, cursor = self.reading, self.reading.cursor
        rows = reading.sentences(cursor.source)
        if rows:
            sources = reading.comparison.sources
            self.memory.keep_place(sources, cursor.source, rows[cursor.sentence].start)
        self.state.close()

    def return_to_last_place(self) -> None:
        """Begin where these texts were left the last time."""
        place = self.memory.last_place(self.reading.comparison.sources)
        if place is not None:
            self.reading.put(self.reading.at(*place))

    def corrected(self, comparison: Comparison, marks: tuple[SourceMarks, ...]) -> Marked:
        """A comparison that was just made, with the corrections in it."""
        from dmreader.store.corrections import corrections

        self.found = (comparison, marks)
        self._in_force = corrections(self.book.items)
        return self._apply(self._in_force)

    async def renew(self, screen: "ReaderScreen") -> None:
        """Bring the screen up to the notebook; it is not painted anew when nothing has changed."""
        from dmreader.store.corrections import corrections

        before = (self.reading.noted, self.reading.comparison)
        self.note()
        wanted = corrections(self.book.items)
        if wanted != self._in_force and self.found is not None:
            self._in_force = wanted
            comparison, marks = await asyncio.to_thread(self._apply, wanted)
            self.reading.correct(comparison, marks)
        if before != (self.reading.noted, self.reading.comparison):
            screen.renew()

    def note(self) -> None:
        """Tell the reading which sentences carry a note or a bookmark, and what the notes say."""
        noted: dict[Member, tuple[str, ...]] = {}
        for item in self.book.items:
            if item.kind in ("note", "bookmark"):
                said = (item.body,) if item.body else ()
                for member in dict.fromkeys(m for place in item.standing for m in self.members(place)):
                    noted[member] = (*noted.get(member, ()), *said)
        self.reading.noted = set(noted)
        self.reading.notes = {member: said for member, said in noted.items() if said}

    def _apply(self, wanted: "Sequence[Corrected]") -> Marked:
        from dmreader.marks.packing import pack as pack_marks
        from dmreader.model.packing import pack
        from dmreader.store.corrections import apply

        assert self.found is not None
        comparison = apply(self.found[0], wanted)
        if comparison is self.found[0]:
            return self.found
        return pack(comparison), tuple(map(pack_marks, mark(comparison)))

    # Places and sentences

    def place(self, member: Member) -> Place:
        """The place of a sentence."""
        return Place(member.source, *self.reading.sentences(member.source)[member.sentence])

    def members(self, place: Place) -> list[Member]:
        """The sentences that a place touches."""
        first = sentence_at(self.reading.comparison, place.source, place.start)
        last = sentence_at(self.reading.comparison, place.source, max(place.start, place.end - 1))
        return [Member(place.source, number) for number in range(first, last + 1)]

    def here(self, *kinds: "ItemKind") -> "tuple[Item, ...]":
        """The items of these kinds on the sentence at the cursor."""
        if not self.reading.sentences(self.reading.cursor.source):
            return ()
        return self.book.at(self.place(self.reading.cursor), *kinds)

    def name(self, member: Member) -> str:
        """A sentence by the name of its source and its number."""
        return f"{labels(self.reading.names)[member.source]}:{member.sentence + 1}"


def keeping(screen: "ReaderScreen") -> Keeping:
    """The notes of the app that `screen` belongs to."""
    found: Keeping = screen.app.keeping  # type: ignore[attr-defined]  # the reader's own app has it
    return found
