"""A reader's own corrections put into a comparison: pure, and without comparing anything anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dmreader.model import Comparison, Link, LinkEnd, Member, Place, Relation, Span
from dmreader.store.figures import figures
from dmreader.store.items import Correction, Item

BY_READER = "tied by the reader"
"""The `why` of a link that a reader made."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction: of the two sentences at `places`, or of the one quotation there."""

    kind: Correction
    places: tuple[Place, ...]


def corrections(items: Iterable[Item]) -> tuple[Corrected, ...]:
    """Those of `items` that correct the comparison, and have all their places; the oldest first."""
    return tuple(
        Corrected(item.kind, item.standing)
        for item in items
        if item.placed and item.kind != "note" and item.kind != "bookmark"
    )


def apply(comparison: Comparison, corrected: Sequence[Corrected]) -> Comparison:
    """`comparison` as corrected, the later correction over the earlier.

    Links, groups, quotes, what is unique, and the figures are set right; passages stand, because the same
    words remain the same words.
    """
    if not corrected:
        return comparison
    from dmreader.comparing.groups import group  # brings the whole engine with it

    links, touched = list(comparison.links), set[Member]()
    quotes = list(comparison.quotes)
    for correction in corrected:
        if correction.kind == "no-quote":
            [place] = correction.places
            quotes = [q for q in quotes if not _same(place, Place(q.source, q.start, q.end))]
            continue
        ends = sorted(filter(None, (_end(comparison, place) for place in correction.places)))
        if len(ends) != 2 or ends[0][:2] == ends[1][:2]:
            continue
        links = [link for link in links if (link.a[:2], link.b[:2]) != (ends[0][:2], ends[1][:2])]
        touched.update(Member(*end[:2]) for end in ends)
        if correction.kind == "together":
            links.append(_link(comparison, ends[0], ends[1], links))
    unique = _unique(comparison, links, touched)
    after = replace(comparison, links=tuple(links), groups=group(links), quotes=tuple(quotes), unique=unique)
    return replace(after, summary=figures(comparison, after))


def _same(a: Place, b: Place) -> bool:
    """Whether two places are, but for their ends, the same: half of either is common to both."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return a.source == b.source and 2 * common >= max(a.end - a.start, b.end - b.start)


def _end(comparison: Comparison, place: Place) -> LinkEnd | None:
    """The sentence that most of `place` lies in, whole."""
    best = max(
        enumerate(comparison.sentences[place.source]),
        key=lambda numbered: min(numbered[1].end, place.end) - max(numbered[1].start, place.start),
        default=None,
    )
    if best is None or min(best[1].end, place.end) <= max(best[1].start, place.start):
        return None
    return LinkEnd(place.source, best[0], *best[1])


def _link(comparison: Comparison, a: LinkEnd, b: LinkEnd, links: Iterable[Link]) -> Link:
    return Link(a, b, _relation(comparison, a, b), _moved(a, b, links), 1.0, BY_READER)


def _relation(comparison: Comparison, a: LinkEnd, b: LinkEnd) -> Relation:
    from rapidfuzz import fuzz

    first, second = (
        comparison.sources[end.source].text[end.start : end.end].casefold().split() for end in (a, b)
    )
    if first == second:
        return "verbatim"
    return "near-verbatim" if fuzz.ratio(first, second) >= 85 else "reworded"


def _moved(a: LinkEnd, b: LinkEnd, links: Iterable[Link]) -> bool:
    """Whether a link of `a` and `b` crosses both of its neighbours that keep the order."""
    others = [x for x in links if (x.a.source, x.b.source) == (a.source, b.source) and not x.moved]
    before = max((x for x in others if x.a.sentence < a.sentence), key=lambda x: x.a.sentence, default=None)
    after = min((x for x in others if x.a.sentence > a.sentence), key=lambda x: x.a.sentence, default=None)
    crossed = [x.b.sentence > b.sentence for x in (before,) if x]
    crossed += [x.b.sentence < b.sentence for x in (after,) if x]
    return bool(crossed) and all(crossed) and a.source != b.source


def _unique(comparison: Comparison, links: Iterable[Link], touched: set[Member]) -> tuple[Place, ...]:
    """What no other source has, told anew for the sentences in `touched`."""
    tied = {Member(*end[:2]) for x in links if x.a.source != x.b.source for end in (x.a, x.b)}
    was_tied = {Member(*end[:2]) for x in comparison.links if x.a.source != x.b.source for end in (x.a, x.b)}
    changed = {
        m: comparison.sentences[m.source][m.sentence] for m in touched if (m in tied) != (m in was_tied)
    }
    kept = [
        place
        for place in comparison.unique
        if not any(m.source == place.source and _inside(place, span) for m, span in changed.items())
    ]
    kept += [Place(m.source, *span) for m, span in changed.items() if m not in tied]
    return tuple(sorted(kept))


def _inside(place: Place, span: Span) -> bool:
    return place.start < span.end and span.start < place.end
