"""Which quotations are listed, and in what order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dmreader.model import QuoteKind
from dmreader.reading.quotations import Quotation, Quotations

Order = Literal["place", "sources", "speaker", "kind"]
ORDERS: dict[Order, str] = {
    "place": "in order of place",
    "sources": "those of most sources first",
    "speaker": "by speaker",
    "kind": "by kind",
}
Which = Literal["", "one", "all", "differing", "doubtful"]
WHICH: tuple[Which, ...] = ("", "one", "all", "differing", "doubtful")


@dataclass(frozen=True, slots=True)
class QuotationFilter:
    """What a quotation must be to be listed; nothing asked lists all.

    `words` must all be in its words, names or tags. `source` must carry it. `which` are those of one source
    alone, those that all carry, those in which a word or the speaker differs, or those that are not sure.
    """

    words: str = ""
    speaker: str = ""
    kind: QuoteKind | None = None
    source: int | None = None
    which: Which = ""

    def __bool__(self) -> bool:
        return self != _NOTHING


_NOTHING = QuotationFilter()


class _Asked(NamedTuple):
    title: str
    test: Callable[[Quotation, int], bool]


_TESTS: dict[Which, _Asked] = {
    "one": _Asked("in one source only", lambda q, _: len(q.carried) == 1),
    "all": _Asked("in all sources", lambda q, sources: len(q.carried) == sources),
    "differing": _Asked("words or speaker differ", lambda q, _: q.differs or q.disputed),
    "doubtful": _Asked("doubtful", lambda q, _: q.doubtful),
}


def listed(quotations: Quotations, asked: QuotationFilter, order: Order) -> list[Quotation]:
    """The quotations that pass, in that order; what is alike stays in the order of place."""
    words = asked.words.casefold().split()
    sources = len(quotations.comparison.sources)
    found = [
        q
        for q in quotations.all
        if (not asked.speaker or asked.speaker in q.speakers)
        and (asked.kind is None or asked.kind in q.kinds)
        and (asked.source is None or asked.source in q.carried)
        and (not asked.which or _TESTS[asked.which].test(q, sources))
        and all(word in quotations.words(q) for word in words)
    ]
    if order == "sources":
        found.sort(key=lambda q: (-len(q.carried), -len(q.quotes)))
    elif order == "speaker":
        found.sort(key=lambda q: (not q.speakers, q.speakers[0].casefold() if q.speakers else ""))
    elif order == "kind":
        found.sort(key=lambda q: q.kinds[0])
    return found


def stated(asked: QuotationFilter, names: Sequence[str]) -> str:
    """The filter in words; empty when nothing is asked."""
    said = []
    if asked.words.strip():
        said.append(f"with {' '.join(asked.words.split())}")
    if asked.speaker:
        said.append(f"said by {asked.speaker}")
    if asked.kind is not None:
        said.append(asked.kind)
    if asked.source is not None:
        said.append(f"in {names[asked.source]}")
    if asked.which:
        said.append(_TESTS[asked.which].title)
    return ", ".join(said)
