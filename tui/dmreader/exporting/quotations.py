"""The quotes of a comparison as a reader wants them listed: the same words once, with every place."""

from collections import defaultdict
from typing import NamedTuple

from dmreader.exporting.naming import words
from dmreader.exporting.wording import differ
from dmreader.model import Comparison, Quote, one_line


class Variant(NamedTuple):
    """One place of a quotation. `differs` says whether its words are other than the fullest form's."""

    quote: Quote
    text: str
    differs: bool


class Quotation(NamedTuple):
    """The same words wherever they are quoted.

    `variants` begin with the fullest form, the rest is in order of place. `speakers` are the names it is
    given to, each with the numbers of the sources that say so; `kinds` what it is called, the first first.
    """

    variants: tuple[Variant, ...]
    speakers: tuple[tuple[str, tuple[int, ...]], ...]
    kinds: tuple[str, ...]
    sources: tuple[int, ...]

    @property
    def disputed(self) -> bool:
        """Whether sources give it to speakers whose names have nothing in common."""
        return any(
            not set(a.casefold().split()) & set(b.casefold().split())
            for a, _ in self.speakers
            for b, _ in self.speakers
        )

    @property
    def varies(self) -> bool:
        """Whether its words differ from place to place."""
        return any(variant.differs for variant in self.variants)


def quotations(comparison: Comparison) -> list[Quotation]:
    """All quotations: those that most sources carry first, then in order of place."""
    groups: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in comparison.quotes:
        groups[quote.group].append(quote)
    found = [_quotation(comparison, quotes) for quotes in groups.values()]
    found.sort(key=lambda q: (-len(q.sources), min((v.quote.source, v.quote.start) for v in q.variants)))
    return found


def _quotation(comparison: Comparison, quotes: list[Quote]) -> Quotation:
    quotes = sorted(quotes, key=lambda q: (q.source, q.start))
    fullest = max(quotes, key=lambda q: (q.end - q.start, -q.source, -q.start))
    texts = {id(q): words(comparison.sources[q.source], q.start, q.end).strip() for q in quotes}
    lead = texts[id(fullest)]
    speakers: defaultdict[str, set[int]] = defaultdict(set)
    for quote in quotes:
        if quote.speaker:
            named_by = quote.source if quote.speaker.source is None else quote.speaker.source
            speakers[one_line(quote.speaker.name)].add(named_by)
    others = [quote for quote in quotes if quote is not fullest]
    variants = [Variant(quote, texts[id(quote)], differ(lead, texts[id(quote)])) for quote in others]
    return Quotation(
        variants=(Variant(fullest, lead, differs=False), *variants),
        speakers=tuple((name, tuple(sorted(where))) for name, where in _merged(speakers).items()),
        kinds=tuple(dict.fromkeys(q.kind for q in (fullest, *quotes))),
        sources=tuple(sorted({q.source for q in quotes})),
    )


def _merged(speakers: dict[str, set[int]]) -> dict[str, set[int]]:
    """Names that differ in case only, as one, in the order of the sources that name them."""
    merged: dict[str, set[int]] = {}
    spelt: dict[str, str] = {}
    for name in sorted(speakers, key=lambda n: (-len(n), n)):
        first = spelt.setdefault(name.casefold(), name)
        merged.setdefault(first, set()).update(speakers[name])
    return dict(sorted(merged.items(), key=lambda item: (min(item[1]), item[0])))
