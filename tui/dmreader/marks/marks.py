"""A comparison made into the marks of each source."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dmreader.marks.kinds import KINDS, MarkKind
from dmreader.marks.runs import SharedRun, shared_runs
from dmreader.model import Comparison, Link, Span

_ENOUGH = 0.5
"""A sentence without a link counts as shared in part when so much of it stands word for word elsewhere."""

_WHOLE = 0.8
"""A sentence counts as said elsewhere when so much of it is; with less it is only in part."""

_RANK: dict[str, int] = {kind: rank for rank, kind in enumerate(KINDS)}

_Ranked = tuple[float, int, bool, int, int]
"""A link, to be sorted: less its score, rank of its relation, whether it is moved, number, other source."""


class SentenceMark(NamedTuple):
    """What one sentence is: `kind` is the closest relation in which nearly all of it is said elsewhere.

    `sources` are the other ones that say it or a part of it; `moved` says whether its best link is.
    `links` are numbers into `Comparison.links`, best first, repeats in its own source last;
    `quotes` are numbers into `Comparison.quotes`, of quotes that touch the sentence;
    `repeated` says that its own source says it again.
    """

    kind: MarkKind
    sources: frozenset[int] = frozenset()
    moved: bool = False
    links: tuple[int, ...] = ()
    quotes: tuple[int, ...] = ()
    repeated: bool = False


_ALONE = SentenceMark("unique")


@dataclass(frozen=True, slots=True)
class SourceMarks:
    """The marks of one source: one for each sentence, shared runs, unique spans, quotes (as numbers).

    All are in order of place; shared runs never overlap each other, nor do unique spans.
    """

    sentences: Sequence[SentenceMark]
    shared: Sequence[SharedRun]
    unique: Sequence[Span]
    quotes: tuple[int, ...]


def mark(comparison: Comparison) -> tuple[SourceMarks, ...]:
    """The marks of every source of `comparison`, in their order. Time: n log n for all that was found."""
    count = len(comparison.sources)
    linked: list[defaultdict[int, list[int]]] = [defaultdict(list) for _ in range(count)]
    for number, link in enumerate(comparison.links):
        linked[link.a.source][link.a.sentence].append(number)
        if link.a[:2] != link.b[:2]:
            linked[link.b.source][link.b.sentence].append(number)
    unique: list[list[Span]] = [[] for _ in range(count)]
    for place in comparison.unique:
        unique[place.source].append(Span(place.start, place.end))
    quotes: list[list[int]] = [[] for _ in range(count)]
    for number in sorted(range(len(comparison.quotes)), key=lambda n: comparison.quotes[n].start):
        quotes[comparison.quotes[number].source].append(number)
    shared = shared_runs(comparison.passages, count)
    return tuple(
        SourceMarks(
            sentences=tuple(_sentences(comparison, s, linked[s], shared[s], quotes[s])),
            shared=shared[s],
            unique=tuple(sorted(unique[s])),
            quotes=tuple(quotes[s]),
        )
        for s in range(count)
    )


def _sentences(
    comparison: Comparison,
    source: int,
    linked: Mapping[int, Sequence[int]],
    shared: Sequence[SharedRun],
    quotes: Sequence[int],
) -> Iterator[SentenceMark]:
    spans = comparison.sentences[source]
    runs: defaultdict[int, list[SharedRun]] = defaultdict(list)
    for sentence, number in _touching(spans, (Span(run.start, run.end) for run in shared)):
        runs[sentence].append(shared[number])
    touched: defaultdict[int, list[int]] = defaultdict(list)
    places = (Span(q.start, q.end) for q in (comparison.quotes[n] for n in quotes))
    for sentence, number in _touching(spans, places):
        touched[sentence].append(quotes[number])
    for sentence, span in enumerate(spans):
        numbers = linked.get(sentence)
        mark = _linked(comparison.links, (source, sentence), span, numbers) if numbers else _ALONE
        if not mark.sources and sentence in runs:
            kind, sources = _by_words(span, runs[sentence])
            mark = mark._replace(kind=kind, sources=sources)
        if sentence in touched:
            mark = mark._replace(quotes=tuple(touched[sentence]))
        yield mark


def _linked(links: Sequence[Link], here: tuple[int, int], span: Span, numbers: Iterable[int]) -> SentenceMark:
    """What its links make of the sentence that stands at `here` (source, sentence) and takes `span`."""
    away: list[_Ranked] = []
    home: list[_Ranked] = []
    for number in numbers:
        a, b, relation, moved, score, _ = links[number]
        other = b.source if a[:2] == here else a.source
        shown = round(score, 2)  # what is shown as equal stands in the order of the sources, moved last
        (home if other == here[0] else away).append((-shown, _RANK[relation], moved, number, other))
    away.sort()
    home.sort()
    return SentenceMark(
        kind=_closest(links, here, span, away) if away else "unique",
        sources=frozenset([ranked[4] for ranked in away]),
        moved=bool(away) and away[0][2],
        links=tuple([ranked[3] for ranked in away + home]),
        repeated=bool(home),
    )


def _closest(links: Sequence[Link], here: tuple[int, int], span: Span, away: Iterable[_Ranked]) -> MarkKind:
    """The closest relation in which nearly all of the sentence is said elsewhere, by one link or several."""
    enough = _WHOLE * (span.end - span.start)
    parts = [(rank, links[n].a if links[n].a[:2] == here else links[n].b) for _, rank, _, n, _ in away]
    for rank, kind in enumerate(KINDS[: _RANK["partial"]]):
        covered = until = 0
        for start, end in sorted(part[2:] for of, part in parts if of <= rank):
            covered += max(0, end - max(start, until))
            until = max(until, end)
        if covered >= enough:
            return kind
    return "partial"


def _by_words(span: Span, runs: Iterable[SharedRun]) -> tuple[MarkKind, frozenset[int]]:
    """What the shared words in it make of a sentence that no other source's sentence is linked to."""
    inside = [(min(run.end, span.end) - max(run.start, span.start), run.sources) for run in runs]
    if sum(length for length, _ in inside) < _ENOUGH * (span.end - span.start):
        return "unique", frozenset()
    return "partial", frozenset().union(*(sources for _, sources in inside))


def _touching(spans: Sequence[Span], places: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Pairs (number of a span, number of a place that it meets); `spans` are in order and apart."""
    ends = [span.end for span in spans]
    for number, place in enumerate(places):
        at = bisect_right(ends, place.start)
        while at < len(spans) and spans[at].start < place.end:
            yield at, number
            at += 1
