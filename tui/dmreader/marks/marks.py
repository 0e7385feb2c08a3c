"""A comparison made into the marks of each source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dmreader.model import Comparison, Place, Span

MarkKind = Literal["verbatim", "near-verbatim", "reworded", "partial", "unique"]
"""What a sentence is to the other sources, the closest relation it has first."""

_ORDER: tuple[MarkKind, ...] = ("verbatim", "near-verbatim", "reworded", "partial", "unique")


class SharedRun(NamedTuple):
    """Words of one source that stand word for word in every one of `sources` (other ones), none overlapping."""

    start: int
    end: int
    sources: frozenset[int]


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """What one sentence is: `sources` are the other ones that say it; `moved` if its best link is.

    `links` are numbers into `Comparison.links`, best first, repeats in its own source last;
    `quotes` are numbers into `Comparison.quotes`, of quotes that touch the sentence.
    """

    kind: MarkKind
    sources: frozenset[int]
    moved: bool
    links: tuple[int, ...]
    quotes: tuple[int, ...]

    @property
    def repeated(self) -> bool:
        """Whether the sentence's own source says it again."""
        return len(self.links) > 0 and self.kind == "unique"


@dataclass(frozen=True, slots=True)
class SourceMarks:
    """The marks of one source: one for each sentence, shared runs, unique spans, quotes (as numbers)."""

    sentences: tuple[SentenceMark, ...]
    shared: tuple[SharedRun, ...]
    unique: tuple[Span, ...]
    quotes: tuple[int, ...]


def mark(comparison: Comparison) -> tuple[SourceMarks, ...]:
    """The marks of every source of `comparison`, in their order."""
    linked: list[defaultdict[int, list[int]]] = [defaultdict(list) for _ in comparison.sources]
    for number, link in enumerate(comparison.links):
        linked[link.a.source][link.a.sentence].append(number)
        linked[link.b.source][link.b.sentence].append(number)
    shared: list[list[tuple[Place, int]]] = [[] for _ in comparison.sources]
    for passage in comparison.passages:
        for place in passage.occurrences:
            for other in {p.source for p in passage.occurrences} - {place.source}:
                shared[place.source].append((place, other))
    return tuple(
        SourceMarks(
            sentences=tuple(_sentences(comparison, source, linked[source])),
            shared=tuple(_runs(shared[source])),
            unique=tuple(Span(u.start, u.end) for u in comparison.unique if u.source == source),
            quotes=tuple(n for n, q in enumerate(comparison.quotes) if q.source == source),
        )
        for source in range(len(comparison.sources))
    )


def _sentences(comparison: Comparison, source: int, linked: dict[int, list[int]]) -> Iterator[SentenceMark]:
    quotes = [(q.start, q.end, n) for n, q in enumerate(comparison.quotes) if q.source == source]
    quotes.sort()
    first = 0
    for sentence, span in enumerate(comparison.sentences[source]):
        while first < len(quotes) and quotes[first][1] <= span.start:
            first += 1
        touching = []
        for start, end, number in quotes[first:]:
            if start >= span.end:
                break
            if end > span.start:
                touching.append(number)
        numbers = linked.get(sentence, [])
        others = {}
        for number in numbers:
            link = comparison.links[number]
            others[number] = link.b.source if link.a[:2] == (source, sentence) else link.a.source
        best = sorted(
            numbers,
            key=lambda n: (
                others[n] == source,
                -comparison.links[n].score,
                _ORDER.index(comparison.links[n].relation),
                n,
            ),
        )
        away = [n for n in best if others[n] != source]
        yield SentenceMark(
            kind=min((comparison.links[n].relation for n in away), key=_ORDER.index, default="unique"),
            sources=frozenset(others[n] for n in away),
            moved=bool(away) and comparison.links[away[0]].moved,
            links=tuple(best),
            quotes=tuple(touching),
        )


def _runs(shared: Iterable[tuple[Place, int]]) -> Iterator[SharedRun]:
    edges = sorted(
        edge for place, other in shared for edge in ((place.start, 1, other), (place.end, -1, other))
    )
    open_: defaultdict[int, int] = defaultdict(int)
    last = 0
    run: SharedRun | None = None
    for at, step, other in edges:
        sources = frozenset(s for s, depth in open_.items() if depth)
        if at > last and sources:
            if run and run.end == last and run.sources == sources:
                run = run._replace(end=at)
            else:
                if run:
                    yield run
                run = SharedRun(last, at, sources)
        open_[other] += step
        last = at
    if run:
        yield run
