"""The quotes of a comparison as a reader wants them listed: the same words once, with every place."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dmreader.exporting.naming import percent, place_reference, words
from dmreader.exporting.wording import differ
from dmreader.model import Comparison, Quote, one_line

_SURE = 0.9
"""A quote with less confidence is shown with what decided its ends."""


class Variant(NamedTuple):
    """One form of a quotation, with the quotes that have it, and what it is to the fullest form."""

    text: str
    quotes: tuple[Quote, ...]
    kind: Literal["verbatim", "partial", "reworded"]


class Quotation(NamedTuple):
    """The same words wherever they are quoted.

    `number` counts from 1, as listed. `variants` begin with the fullest form. `quotes` are all of them, in
    order of place. `speakers` are the names it is given to, each with the sources that say so. `kinds` are
    what it is called. `similar` are the numbers of quotations with like words that are not the same.
    `doubt` says how sure its ends are, and what decided them, where no place makes them sure.
    """

    number: int
    variants: tuple[Variant, ...]
    quotes: tuple[Quote, ...]
    speakers: tuple[tuple[str, tuple[int, ...]], ...]
    kinds: tuple[str, ...]
    sources: tuple[int, ...]
    similar: tuple[int, ...]
    doubt: str

    @property
    def named_differently(self) -> bool:
        """Whether it is given to names that have no word in common."""
        names = [set(name.casefold().split()) for name, _ in self.speakers]
        return any(not a & b for a in names for b in names)


def quotations(comparison: Comparison) -> list[Quotation]:
    """All quotations: those that most sources carry first, then in order of place."""
    groups: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in sorted(comparison.quotes, key=lambda q: (q.source, q.start)):
        groups[quote.group].append(quote)
    order = sorted(
        groups, key=lambda g: (-len({q.source for q in groups[g]}), groups[g][0].source, groups[g][0].start)
    )
    numbers = {group: number for number, group in enumerate(order, start=1)}
    return [_quotation(comparison, groups[group], numbers) for group in order]


def places(comparison: Comparison, names: tuple[str, ...], quotes: Sequence[Quote]) -> list[str]:
    """The sentences in which `quotes` stand, each once, as readers count."""
    return list(dict.fromkeys(place_reference(comparison, names, q.source, q.start) for q in quotes))


def _quotation(comparison: Comparison, quotes: list[Quote], numbers: dict[int, int]) -> Quotation:
    variants = _variants(comparison, quotes)
    similar = {numbers[group] for quote in quotes for group in quote.similar if group in numbers}
    surest = max(quotes, key=lambda q: q.confidence)
    return Quotation(
        number=numbers[quotes[0].group],
        variants=variants,
        quotes=tuple(quotes),
        speakers=_speakers(quotes),
        kinds=tuple(dict.fromkeys(q.kind for q in (*variants[0].quotes, *quotes))),
        sources=tuple(sorted({q.source for q in quotes})),
        similar=tuple(sorted(similar)),
        doubt=_doubt(surest) if surest.confidence < _SURE else "",
    )


def _doubt(quote: Quote) -> str:
    return f"{percent(quote.confidence)} sure" + (f": {one_line(quote.why)}" if quote.why else "")


def _variants(comparison: Comparison, quotes: list[Quote]) -> tuple[Variant, ...]:
    """The forms of one quotation, the fullest first; forms with the same words are one."""
    forms: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        forms[words(comparison.sources[quote.source], quote.start, quote.end).strip()].append(quote)
    fullest = max(forms, key=lambda text: (any(not q.likeness for q in forms[text]), len(text)))
    variants = [Variant(text, tuple(who), _kind(fullest, text, who[0])) for text, who in forms.items()]
    same = [quote for variant in variants if variant.kind == "verbatim" for quote in variant.quotes]
    return (Variant(fullest, tuple(same), "verbatim"), *(v for v in variants if v.kind != "verbatim"))


def _kind(fullest: str, text: str, quote: Quote) -> Literal["verbatim", "partial", "reworded"]:
    if text == fullest or quote.likeness == "same":
        return "verbatim"
    if quote.likeness == "part":
        return "partial"
    return "reworded" if differ(fullest, text) else "verbatim"


def _speakers(quotes: list[Quote]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The names with the sources that give them; names that differ in case only are one."""
    named: dict[str, set[int]] = {}
    spelt: dict[str, str] = {}
    for quote in quotes:
        if quote.speaker:
            name = one_line(quote.speaker.name)
            by = quote.source if quote.speaker.source is None else quote.speaker.source
            known = spelt.setdefault(name.casefold(), name)
            named.setdefault(known, set()).add(by)
    return tuple((name, tuple(sorted(by))) for name, by in named.items())
