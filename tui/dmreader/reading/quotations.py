"""Quotes with the same words taken together, wherever they are quoted."""

from collections import Counter, defaultdict
from functools import cached_property
from typing import Literal, NamedTuple

from dmreader.marks import disputed, speakers
from dmreader.model import Comparison, QuoteKind

SURE = 0.9
"""A quote with less confidence is shown as doubtful."""

Likeness = Literal["fullest", "same", "part", "reworded"]
_CLOSENESS: tuple[Likeness, ...] = ("fullest", "same", "reworded", "part")


class Quotation(NamedTuple):
    """The same words wherever they are quoted.

    `quotes` are the numbers of its quotes in order of place, `fullest` the one with the most words.
    `carried` says for each source that has it how its closest quote stands to the fullest. `speakers` are the
    names it is given to, most often given first; `known` says whether they are more than pronouns. `differs`
    says whether a word differs (a part does not), `disputed` whether two names are of different persons,
    `doubtful` whether no place of it is sure.
    """

    group: int
    quotes: tuple[int, ...]
    fullest: int
    carried: dict[int, Likeness]
    kinds: tuple[QuoteKind, ...]
    speakers: tuple[str, ...]
    differs: bool
    disputed: bool
    doubtful: bool
    similar: tuple[int, ...]
    known: bool = True


class Quotations:
    """All quotations of one comparison; each part is worked out when it is first asked for."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._words: dict[int, str] = {}

    @cached_property
    def places(self) -> dict[int, tuple[int, ...]]:
        """The quotes of every group, in order of place; groups in the order of their first places."""
        groups: defaultdict[int, list[int]] = defaultdict(list)
        quotes = self.comparison.quotes
        for number in sorted(range(len(quotes)), key=lambda n: (quotes[n].source, quotes[n].start)):
            groups[quotes[number].group].append(number)
        return {group: tuple(numbers) for group, numbers in groups.items()}

    @cached_property
    def all(self) -> tuple[Quotation, ...]:
        """Every quotation, in the order of its first place."""
        return tuple(self._quotation(group, numbers) for group, numbers in self.places.items())

    @cached_property
    def at(self) -> dict[int, int]:
        """Where in `all` each group stands."""
        return {group: at for at, group in enumerate(self.places)}

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Every name that is given, that of most quotations first; pronouns for nobody known are none."""
        count = Counter(name for quotation in self.all if quotation.known for name in quotation.speakers)
        return tuple(sorted(count, key=lambda name: (-count[name], name.casefold())))

    def text(self, number: int) -> str:
        """The words of a quote on one line, harmless."""
        quote = self.comparison.quotes[number]
        return " ".join(self.comparison.sources[quote.source].display[quote.start : quote.end].split())

    def words(self, quotation: Quotation) -> str:
        """Everything that typing finds a quotation by."""
        known = self._words.get(quotation.group)
        if known is None:
            quotes = [self.comparison.quotes[n] for n in quotation.quotes]
            said = [self.text(n) for n in quotation.quotes]
            said += [*quotation.speakers, *quotation.kinds]
            said += [tag for q in quotes for tag in (*q.handles, *q.hashtags, *q.about)]
            known = self._words[quotation.group] = " ".join(dict.fromkeys(said)).casefold()
        return known

    def likeness(self, number: int, fullest: int) -> Likeness:
        """How the words of a quote stand to the fullest one of its group."""
        if number == fullest:
            return "fullest"
        found = self.comparison.quotes[number].likeness
        if found:
            return found
        return "same" if _folded(self.text(number)) == _folded(self.text(fullest)) else "reworded"

    def _quotation(self, group: int, numbers: tuple[int, ...]) -> Quotation:
        quotes = [self.comparison.quotes[n] for n in numbers]
        fullest = max(numbers, key=self._fullness)
        likenesses = [self.likeness(n, fullest) for n in numbers]
        carried: dict[int, Likeness] = {}
        for quote, likeness in zip(quotes, likenesses, strict=True):
            before = carried.get(quote.source, likeness)
            carried[quote.source] = min(before, likeness, key=_CLOSENESS.index)
        names = speakers(quotes)
        return Quotation(
            group=group,
            quotes=numbers,
            fullest=fullest,
            carried=carried,
            kinds=tuple(dict.fromkeys((self.comparison.quotes[fullest].kind, *(q.kind for q in quotes)))),
            speakers=tuple(each.name for each in sorted(names, key=lambda each: -each.times)),
            known=any(each.known for each in names),
            differs="reworded" in likenesses,
            disputed=disputed(names),
            doubtful=max(q.confidence for q in quotes) < SURE,
            similar=tuple(sorted({g for q in quotes for g in q.similar if g != group and g in self.places})),
        )

    def _fullness(self, number: int) -> tuple[bool, int]:
        quote = self.comparison.quotes[number]
        return not quote.likeness, quote.end - quote.start


def _folded(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
