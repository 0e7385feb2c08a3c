"""The classes of sentences that one can step through."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dmreader.model import Comparison, Member
from dmreader.model.columns import column, field

if TYPE_CHECKING:
    from dmreader.reading.reading import Reading


class Class(NamedTuple):
    """One class: `id` is its name in code, `title` on screen.

    A sentence is of it when `holds` is true of that field of its `SentenceMark`, or of itself where there is
    no `field`.
    """

    id: str
    title: str
    field: str
    holds: Callable[["Reading", Any], bool]

    def test(self, reading: "Reading", member: Member) -> bool:
        """Whether a sentence is of this class."""
        if not self.field:
            return self.holds(reading, member)
        return self.holds(reading, field(reading.marks[member.source].sentences, self.field)(member.sentence))

    def of(self, reading: "Reading", source: int) -> list[int]:
        """The sentences of one source that are of this class, in order."""
        holds, marks = self.holds, reading.marks[source].sentences
        if not self.field:
            return [n for n in range(len(marks)) if holds(reading, Member(source, n))]
        return [n for n, value in enumerate(column(marks, self.field)) if holds(reading, value)]


def _shared_by_all(reading: "Reading", sources: frozenset[int]) -> bool:
    everyone = len(reading.comparison.sources)
    return everyone > 1 and len(sources) == everyone - 1


def is_tweet(comparison: Comparison, quote: int) -> bool:
    """Whether that quote was tweeted or posted."""
    return comparison.quotes[quote].kind in ("tweet", "post")


def _tweets(reading: "Reading", quotes: Sequence[int]) -> bool:
    return any(is_tweet(reading.comparison, n) for n in quotes)


def _noted(reading: "Reading", member: Member) -> bool:
    return member in reading.noted


def _found(reading: "Reading", member: Member) -> bool:
    return reading.search is not None and member in reading.search.members


CLASSES: dict[str, Class] = {
    c.id: c
    for c in (
        Class("shared", "shared", "kind", lambda _, kind: kind != "unique"),
        Class("all", "shared by all", "sources", _shared_by_all),
        Class("verbatim", "word for word", "kind", lambda _, kind: kind in ("verbatim", "near-verbatim")),
        Class("reworded", "reworded", "kind", lambda _, kind: kind in ("reworded", "partial")),
        Class("moved", "moved", "moved", lambda _, moved: moved),
        Class("unique", "only here", "kind", lambda _, kind: kind == "unique"),
        Class("quote", "quotes", "quotes", lambda _, quotes: bool(quotes)),
        Class("tweet", "tweets and posts", "quotes", _tweets),
        Class("note", "notes", "", _noted),
        Class("hit", "search hits", "", _found),
    )
}
"""Every class by its id, in the order in which a reader goes through them."""


def onwards(
    reading: "Reading", start: Member, step: int, among: Callable[[int], Sequence[int]]
) -> Iterator[Member]:
    """The sentences after `start` (before it for a `step` of -1), in all sources, once round to `start`.

    `among` gives those of a source that are looked at, in order.
    """
    order = list(reading.order)
    if start.source not in order:
        order.insert(0, start.source)
    at = order.index(start.source)
    own = among(start.source)
    if step > 0:
        cut = bisect_right(own, start.sentence)
        parts = [(start.source, own[cut:])]
        parts += [(source, among(source)) for source in (*order[at + 1 :], *order[:at])]
        parts.append((start.source, own[:cut]))
    else:
        cut = bisect_left(own, start.sentence)
        parts = [(start.source, own[:cut][::-1])]
        parts += [(s, among(s)[::-1]) for s in (*reversed(order[:at]), *reversed(order[at + 1 :]))]
        parts.append((start.source, own[cut:][::-1]))
    return (Member(source, sentence) for source, row in parts for sentence in row)
