"""The quotes of a comparison as a reader wants them listed: the same words once, with every place."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dmreader.exporting.naming import place_reference, words
from dmreader.exporting.wording import differ
from dmreader.marks import Named, disputed, percent, speakers
from dmreader.model import Comparison, Quote, one_line

_SURE = 0.9
"""A quote with less confidence is told with what decided its ends."""


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
    `evidence` are the quotes whose own marks leave a doubt.
    """

    number: int
    variants: tuple[Variant, ...]
    quotes: tuple[Quote, ...]
    speakers: tuple[Named, ...]
    kinds: tuple[str, ...]
    sources: tuple[int, ...]
    similar: tuple[int, ...]
    evidence: tuple[Quote, ...]

    @property
    def named_differently(self) -> bool:
        """Whether it is given to different persons."""
        return disputed(self.speakers)

    @property
    def words_differ(self) -> bool:
        """Whether a form of it has other words; one that is but a part has none."""
        return any(variant.kind == "reworded" for variant in self.variants)

    @property
    def named_elsewhere(self) -> bool:
        """Whether a source that carries it has the name of its speaker from another one only."""
        return any(q.speaker is not None and q.speaker.source not in (None, q.source) for q in self.quotes)


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
    return Quotation(
        number=numbers[quotes[0].group],
        variants=variants,
        quotes=tuple(quotes),
        speakers=speakers(quotes),
        kinds=tuple(dict.fromkeys(q.kind for q in (*variants[0].quotes, *quotes))),
        sources=tuple(sorted({q.source for q in quotes})),
        similar=tuple(sorted(similar)),
        evidence=tuple(q for q in quotes if q.confidence < _SURE or q.confirmed),
    )


def evidence_line(comparison: Comparison, names: tuple[str, ...], quote: Quote) -> str:
    """What decided the ends of a quote, how surely, and which sources confirm it."""
    said = [one_line(quote.why)] if quote.why else []
    said += [] if quote.confirmed else [f"{percent(quote.confidence)} sure"]
    return f"{place_reference(comparison, names, quote.source, quote.start)} {', '.join(said)}"


def speaker_name(speaker: Named) -> str:
    """A speaker as readers are told of one: a pronoun is no name."""
    return speaker.name if speaker.known else f"{speaker.name} (not named)"


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
