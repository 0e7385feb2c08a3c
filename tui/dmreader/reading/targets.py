"""The classes of sentences that one can step through."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dmreader.marks import SentenceMark
from dmreader.model import Comparison, Member

if TYPE_CHECKING:
    from dmreader.reading.reading import Reading

Test = Callable[["Reading", Member], bool]
"""Whether a sentence belongs to a class."""


class Class(NamedTuple):
    """One class: `id` is its name in code, `title` on screen."""

    id: str
    title: str
    test: Test


def _mark(reading: "Reading", member: Member) -> SentenceMark:
    return reading.marks[member.source].sentences[member.sentence]


def _shared_by_all(reading: "Reading", member: Member) -> bool:
    return len(reading.comparison.sources) > 1 and len(_mark(reading, member).sources) == (
        len(reading.comparison.sources) - 1
    )


def _shared(reading: "Reading", member: Member) -> bool:
    return _mark(reading, member).kind != "unique"


def _verbatim(reading: "Reading", member: Member) -> bool:
    return _mark(reading, member).kind in ("verbatim", "near-verbatim")


def _reworded(reading: "Reading", member: Member) -> bool:
    return _mark(reading, member).kind in ("reworded", "partial")


def _moved(reading: "Reading", member: Member) -> bool:
    return _mark(reading, member).moved


def _unique(reading: "Reading", member: Member) -> bool:
    return _mark(reading, member).kind == "unique"


def _quote(reading: "Reading", member: Member) -> bool:
    return bool(_mark(reading, member).quotes)


def is_tweet(comparison: Comparison, quote: int) -> bool:
    """Whether that quote was tweeted or posted."""
    return comparison.quotes[quote].kind in ("tweet", "post")


def _tweet(reading: "Reading", member: Member) -> bool:
    return any(is_tweet(reading.comparison, n) for n in _mark(reading, member).quotes)


def _note(reading: "Reading", member: Member) -> bool:
    return member in reading.noted


def _hit(reading: "Reading", member: Member) -> bool:
    return reading.search is not None and member in reading.search.members


CLASSES: dict[str, Class] = {
    c.id: c
    for c in (
        Class("shared", "shared", _shared),
        Class("all", "shared by all", _shared_by_all),
        Class("verbatim", "word for word", _verbatim),
        Class("reworded", "reworded", _reworded),
        Class("moved", "moved", _moved),
        Class("unique", "only here", _unique),
        Class("quote", "quotes", _quote),
        Class("tweet", "tweets and posts", _tweet),
        Class("note", "notes", _note),
        Class("hit", "search hits", _hit),
    )
}
"""Every class by its id, in the order in which a reader goes through them."""


def onwards(reading: "Reading", start: Member, step: int) -> Iterator[Member]:
    """Every sentence after `start` (before it for a `step` of -1), in all sources, once round to `start`."""
    rows = reading.comparison.sentences
    order = [s for s in reading.order if rows[s]] or [start.source]
    at = order.index(start.source) if start.source in order else 0
    source, sentence = order[at], start.sentence
    total = sum(len(rows[s]) for s in order)
    for _ in range(total):
        sentence += step
        while not 0 <= sentence < len(rows[source]):
            at = (at + step) % len(order)
            source = order[at]
            sentence = 0 if step > 0 else len(rows[source]) - 1
        yield Member(source, sentence)
