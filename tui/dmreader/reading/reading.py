"""One reader's state over one comparison."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from dmreader.marks import Partner, SourceMarks, mark, partners, sentence_at
from dmreader.model import Comparison, Member, Span
from dmreader.reading.changes import Changes, changes_between
from dmreader.reading.filters import Filter, passes, passing
from dmreader.reading.history import History
from dmreader.reading.paragraphs import parting
from dmreader.reading.targets import CLASSES, onwards
from dmreader.reading.uncompared import recut, unmarked

if TYPE_CHECKING:  # loaded when somebody searches, or asks for quotations
    from dmreader.reading.quotations import Quotations
    from dmreader.reading.search import Hit, Query, Search

_KEPT = 1000  # links whose word differences are remembered


class Reading:
    """What is read and where: change it by its methods, then draw it anew.

    `order` are the numbers of the shown sources, left to right, always with that of the cursor: a hidden
    source that is gone to is shown again. `compared` is False while the comparison is still being made.
    `noted` are sentences that carry a note or bookmark, `notes` what the notes say (whoever keeps notes sets
    both).
    `quote` is the quotation's place that was gone to last, as a number into `Comparison.quotes`.
    `step_class` is the class that next and previous go by, `sync` whether partners are brought alongside.
    """

    def __init__(
        self, comparison: Comparison, marks: tuple[SourceMarks, ...] | None = None, *, compared: bool = True
    ) -> None:
        self.comparison = comparison
        self.marks = marks or (mark if compared else unmarked)(comparison)
        self.compared = compared
        self.order: list[int] = list(range(len(comparison.sources)))
        first = next((s for s in self.order if comparison.sentences[s]), 0)
        self._cursor = Member(first, 0)
        self.history = History()
        self.filter = Filter()
        self.search: Search | None = None
        self.hit: Hit | None = None
        self.noted: set[Member] = set()
        self.notes: dict[Member, tuple[str, ...]] = {}
        self.quote: int | None = None
        self.step_class = "shared"
        self.sync = True
        self._quotations: Quotations | None = None
        self._partners: tuple[Member, tuple[Partner, ...]] | None = None
        self._round: tuple[Member, int, Member] | None = None
        self._passing: dict[Member, bool] = {}
        self._passing_sentences: dict[int, Sequence[int]] = {}
        self._of_class: dict[tuple[str, int], Sequence[int]] = {}
        self.known_changes: dict[tuple[int, int, int], Changes] = {}

    # What stands at the cursor

    @property
    def cursor(self) -> Member:
        """The sentence that is read."""
        return self._cursor

    @cursor.setter
    def cursor(self, member: Member) -> None:
        self._cursor = member
        self.show(member.source)

    def show(self, source: int) -> None:
        """Show a source that was hidden, after those of its number or less."""
        if source not in self.order:
            at = max((self.order.index(s) for s in self.order if s < source), default=-1)
            self.order.insert(at + 1, source)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all sources."""
        return tuple(s.name for s in self.comparison.sources)

    def sentences(self, source: int) -> Sequence[Span]:
        """The sentences of one source."""
        return self.comparison.sentences[source]

    def text(self, member: Member) -> str:
        """A sentence as it may be shown; empty when its source has none."""
        row = self.sentences(member.source)
        if not 0 <= member.sentence < len(row):
            return ""
        return self.comparison.sources[member.source].display[slice(*row[member.sentence])]

    def partners(self) -> tuple[Partner, ...]:
        """The partners of the cursor sentence, best first."""
        if self._partners is None or self._partners[0] != self.cursor:
            exists = self.cursor.sentence < len(self.marks[self.cursor.source].sentences)
            found = partners(self.comparison, self.marks, *self.cursor) if exists else ()
            self._partners = (self.cursor, found)
        return self._partners[1]

    def best(self) -> dict[int, Partner]:
        """The partner to bring alongside, for each other source that has one."""
        found: dict[int, Partner] = {}
        for partner in self.partners():
            if partner.source != self.cursor.source:
                found.setdefault(partner.source, partner)
        return found

    def changes(self, member: Member, link: int) -> Changes:
        """What the far end of a link of `member` has otherwise, word by word."""
        key = (link, *member)
        known = self.known_changes.get(key)
        if known is None:
            if len(self.known_changes) > _KEPT:
                self.known_changes.clear()
            here, there = self.comparison.links[link].seen_from(*member)
            known = self.known_changes[key] = changes_between(self.comparison, here, there)
        return known

    def passes(self, member: Member) -> bool:
        """Whether the filter lets `member` through."""
        if not self.filter:
            return True
        known = self._passing.get(member)
        if known is None or self.filter.kind == "note":
            known = self._passing[member] = passes(self, member)
        return known

    @property
    def quotations(self) -> "Quotations":
        """The quotes, those with the same words together."""
        from dmreader.reading.quotations import Quotations

        if self._quotations is None:
            self._quotations = Quotations(self.comparison)
        elif self._quotations.comparison is not self.comparison:
            self._quotations = Quotations(self.comparison)
            self.quote = None
        return self._quotations

    # Moving

    def put(self, member: Member) -> None:
        """The cursor on `member`, or on the nearest sentence that exists."""
        rows = self.sentences(member.source)
        self.cursor = Member(member.source, max(0, min(member.sentence, len(rows) - 1)))

    def jump(self, member: Member) -> None:
        """As `put`, and the place left can be come back to."""
        if member != self.cursor:
            self.history.leave(self.cursor)
        self.put(member)

    def step(self, count: int) -> bool:
        """`count` sentences on within the source, over what the filter holds back; False at the end."""
        source, sentence = self.cursor
        rows = self._passing_in(source)
        after, before = bisect_right(rows, sentence), bisect_left(rows, sentence)
        at = min(after + count, len(rows)) - 1 if count > 0 else max(before + count, 0)
        if not (after <= at if count > 0 else at < before):
            return False
        self.cursor = Member(source, rows[at])
        return True

    def to_passing(self) -> bool:
        """To the next sentence of any source that the filter lets through; False if there is none."""
        found = next(onwards(self, self.cursor, 1, self._passing_in), None)
        if found is not None:
            self.jump(found)
        return found is not None

    def paragraph(self, direction: int) -> None:
        """The first sentence of the next paragraph, or of this or the previous one."""
        source = self.comparison.sources[self.cursor.source].text
        rows, ends = self.sentences(self.cursor.source), parting(source)

        def begins(i: int) -> bool:
            return i == 0 or source.count("\n", rows[i - 1].end, rows[i].start) >= ends

        i = self.cursor.sentence + direction
        while 0 < i < len(rows) and not begins(i):
            i += direction
        self.put(Member(self.cursor.source, i))

    def edge(self, last: bool) -> None:
        """The first or the last sentence of the source."""
        self.jump(Member(self.cursor.source, len(self.sentences(self.cursor.source)) - 1 if last else 0))

    def pane(self, source: int) -> None:
        """Over to another source: to the best partner there, else to the place just as far into the text."""
        if source == self.cursor.source:
            return
        partner = self.best().get(source)
        if partner is not None:
            self.jump(Member(partner.source, partner.sentence))
            return
        here, there = len(self.sentences(self.cursor.source)), len(self.sentences(source))
        self.jump(Member(source, self.cursor.sentence * there // max(1, here)))

    @property
    def current_class(self) -> str:
        """The class that next and previous go by: search hits during a search, else the chosen one."""
        return "hit" if self.search else self.step_class

    def next_of(self, kind: str, direction: int) -> bool:
        """To the next sentence of a class of `CLASSES` that the filter lets through; False if none."""
        if kind == "hit":
            return self.next_hit(direction)
        row = onwards(self, self.cursor, direction, partial(self.of_class, kind))
        found = next((member for member in row if self.passes(member)), None)
        if found is None:
            return False
        self.jump(found)
        return True

    def of_class(self, kind: str, source: int) -> Sequence[int]:
        """The sentences of one source that are of a class of `CLASSES`, in order."""
        if kind in ("note", "hit"):  # what is noted or found may be others the next moment
            return CLASSES[kind].of(self, source)
        known = self._of_class.get((kind, source))
        if known is None:
            known = self._of_class[kind, source] = CLASSES[kind].of(self, source)
        return known

    def _passing_in(self, source: int) -> Sequence[int]:
        """The sentences of one source that the filter lets through, in order."""
        if not self.filter:
            return range(len(self.sentences(source)))
        known = self._passing_sentences.get(source)
        if known is None or self.filter.kind == "note":  # notes come and go
            known = self._passing_sentences[source] = passing(self, source)
        return known

    # Partners

    def to_partner(self, direction: int = 1) -> bool:
        """To a partner of the cursor sentence; asked again at once, to that same sentence's next partner."""
        row: tuple[Partner, ...]
        if self.round is None:
            origin, at, row = self.cursor, -1 if direction > 0 else 0, self.partners()
        else:
            origin, at, _ = self.round
            row = partners(self.comparison, self.marks, *origin)
        if not row:
            return False
        if self.round is None:
            self.history.leave(origin)
        at = (at + direction) % len(row)
        self.put(Member(row[at].source, row[at].sentence))
        self._round = (origin, at, self.cursor)
        return True

    @property
    def round(self) -> tuple[Member, int, int] | None:
        """While partners are gone through: whose they are, which one this is (from 0), of how many."""
        if self._round is None or self._round[2] != self.cursor:
            return None
        origin, at, _ = self._round
        return origin, at, len(self.marks[origin.source].sentences[origin.sentence].links)

    def back(self) -> bool:
        """To where the last jump came from."""
        return self._go(self.history.back(self.cursor))

    def forward(self) -> bool:
        """To where `back` came from."""
        return self._go(self.history.forward(self.cursor))

    def _go(self, place: Member | None) -> bool:
        if place is None:
            return False
        self.put(place)
        return True

    # Looking for things

    def choose(self, asked: Filter) -> None:
        """Show only what passes `asked`."""
        self.filter = asked
        self._forget_passing()

    def find(self, query: "Query | None") -> None:
        """Look for `query` everywhere, or for nothing any more; raises `QueryError`."""
        from dmreader.reading.search import search

        self.search = None if query is None else search(self.comparison, query)
        self.hit = None
        self._forget_passing()

    def first_hit(self) -> None:
        """Count from the first hit at or after the cursor."""
        if self.search is not None and self.search.hits:
            here = (self.cursor.source, self.cursor.sentence)
            after = (h for h in self.search.hits if (h.source, h.sentence) >= here)
            self.hit = next(after, self.search.hits[0])
            self.put(Member(self.hit.source, self.hit.sentence))

    def next_hit(self, direction: int) -> bool:
        """To the next search hit; False if there is none."""
        if self.search is None:
            return False
        from dmreader.reading.search import next_hit

        found = next_hit(self.search.hits, self.order, self.hit or self.cursor, direction)
        if found is None:
            return False
        self.hit = found
        self.jump(Member(found.source, found.sentence))
        return True

    def _forget_passing(self) -> None:
        self._passing.clear()
        self._passing_sentences.clear()

    def _forget(self) -> None:
        """What was worked out from another comparison."""
        self._partners = self._round = None
        self._of_class.clear()
        self._forget_passing()

    # The comparison comes, or comes anew

    def cut(self, sentences: tuple[Sequence[Span], ...]) -> None:
        """Take the sentences that are being compared; the cursor stays at its place in the text."""
        at = self.sentences(self.cursor.source)
        start = at[self.cursor.sentence].start if at else 0
        self.comparison = recut(self.comparison, sentences)
        self.marks = unmarked(self.comparison)
        self._forget()
        self.history.clear()
        self.cursor = self.at(self.cursor.source, start)
        self._find_again()

    def _find_again(self) -> None:
        if self.search is not None:
            from dmreader.reading.search import QueryError

            query, self.search = self.search.query, None
            with suppress(QueryError):  # an expression that takes too long in the new texts
                self.find(query)

    def compare(
        self,
        comparison: Comparison,
        marks: tuple[SourceMarks, ...],
        changes: dict[tuple[int, int, int], Changes] | None = None,
    ) -> None:
        """Take a comparison of the same sources; the cursor stays at its place in the text."""
        self.known_changes = changes or {}
        at = self.sentences(self.cursor.source)
        start = at[self.cursor.sentence].start if at else 0
        self.comparison, self.marks, self.compared = comparison, marks, True
        self._forget()
        self.history.clear()
        self.cursor = self.at(self.cursor.source, start)
        self._find_again()

    def correct(self, comparison: Comparison, marks: tuple[SourceMarks, ...]) -> None:
        """Take the same comparison with a reader's corrections: sentences, cursor and history stay."""
        self.comparison, self.marks = comparison, marks
        self.known_changes = {}
        self._forget()

    def at(self, source: int, offset: int) -> Member:
        """The sentence that holds, or last begins before, code point `offset` of a source."""
        return Member(source, sentence_at(self.comparison, source, offset))
