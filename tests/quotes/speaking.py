"""Speakers of quotations that stand between ⟦ and ⟧ in a sample."""

from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers import Mention, attribute


def sample(marked: str) -> tuple[str, list[QuoteSpan]]:
    """`marked` without its ⟦ ⟧, and the spans that they held."""
    text = ""
    spans: list[QuoteSpan] = []
    for piece in marked.split("⟦"):
        inside, closed, outside = piece.partition("⟧")
        if closed:
            spans.append(QuoteSpan(len(text), len(text) + len(inside)))
        text += inside + outside
    return text, spans


def mentions(marked: str) -> list[Mention | None]:
    """What `attribute` says of each quotation of `marked`."""
    text, spans = sample(marked)
    return attribute(text, spans)


def words(marked: str) -> list[str | None]:
    """The words that name each speaker."""
    text, _ = sample(marked)
    return [text[m.start : m.end] if m else None for m in mentions(marked)]


def names(marked: str) -> list[str | None]:
    """The person that each quotation is given to."""
    return [m.name if m else None for m in mentions(marked)]
