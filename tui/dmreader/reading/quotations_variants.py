"""One quote beside the fullest of its group: what is said of it, and its words with what differs."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dmreader.model import Quote
from dmreader.reading.quotations import Quotations
from dmreader.reading.reading import Reading

Thread = Literal["same", "added", "left out", "moved", "gap"]


class Strand(NamedTuple):
    """A run of words that both have, that one of them has, or that stand elsewhere; a gap has no words."""

    thread: Thread
    text: str


def strands(quotations: Quotations, number: int, fullest: int) -> tuple[Strand, ...]:
    """The words of a quote as they stand, and in their places what only the fullest has.

    Of a part, what the fullest has before and after it is a gap.
    """
    whole, there = _display(quotations, fullest), _display(quotations, number)
    if number == fullest or whole == there:
        return (Strand("same", there),)
    from dmreader.comparing.differences import differences  # brings the whole engine with it

    found: list[Strand] = []
    at = 0
    for change in differences(_raw(quotations, fullest), _raw(quotations, number)):
        if change.b.start > at:
            found.append(Strand("same", there[at : change.b.start]))
        if change.kind == "same":
            found.append(Strand("same", there[change.b.start : change.b.end]))
        else:
            moved = change.kind == "moved"
            if change.a.end > change.a.start and not moved:
                found.append(Strand("left out", whole[change.a.start : change.a.end]))
            if change.b.end > change.b.start:
                found.append(Strand("moved" if moved else "added", there[change.b.start : change.b.end]))
        at = max(at, change.b.end)
    if at < len(there):
        found.append(Strand("same", there[at:]))
    if quotations.comparison.quotes[number].likeness == "part":
        for edge in (0, -1):
            if found[edge].thread == "left out":
                found[edge] = Strand("gap", "")
    return tuple(found)


def named(reading: Reading, quote: Quote) -> str:
    """Where the speaker's name comes from."""
    speaker = quote.speaker
    if speaker is None:
        return "nobody named"
    if speaker.source is not None and speaker.source != quote.source:
        return f"named by {reading.names[speaker.source]}"
    if not speaker.known:
        return "not named"
    if speaker.start is not None:
        place = reading.at(quote.source, speaker.start)
        if place == reading.at(quote.source, quote.start):
            return "named here"
        return f"named in {reading.names[place.source]}:{place.sentence + 1}"
    return ""


def tags(quote: Quote) -> Iterator[str]:
    """Handles and hashtags in a quote, and about it."""
    if quote.handles or quote.hashtags:
        yield "in it " + " ".join((*quote.handles, *quote.hashtags))
    if quote.about:
        yield "about it " + " ".join(quote.about)


def _span(quotations: Quotations, number: int) -> slice:
    quote = quotations.comparison.quotes[number]
    return slice(quote.start, quote.end)


def _display(quotations: Quotations, number: int) -> str:
    source = quotations.comparison.sources[quotations.comparison.quotes[number].source]
    return source.display[_span(quotations, number)]


def _raw(quotations: Quotations, number: int) -> str:
    source = quotations.comparison.sources[quotations.comparison.quotes[number].source]
    return source.text[_span(quotations, number)]
