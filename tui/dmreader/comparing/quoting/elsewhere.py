"""Where runs of three words stand in the sources, and whether they are quoted there."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dmreader.language import Analysis
from dmreader.language.quotes import QuoteSpan

Run = tuple[int, int, int]


class Sighting(NamedTuple):
    """A run of words at token `at` of a source; `share` is how probably it is quoted there."""

    source: int
    at: int
    share: float


def runs(ids: Sequence[int], first: int, last: int) -> list[Run]:
    """The runs of three words among tokens `first` to `last` (half open)."""
    if last - first < 3:
        return []
    return list(zip(ids[first : last - 2], ids[first + 1 : last - 1], ids[first + 2 : last], strict=True))


def reach(analysis: Analysis, span: QuoteSpan) -> tuple[int, int]:
    """The tokens (half open) of a quotation."""
    first = bisect_left(analysis.tokens.starts, span.start)
    return first, max(first, bisect_left(analysis.tokens.starts, span.end, first))


def sightings(
    analyses: Sequence[Analysis], inside: Sequence[Sequence[float]], wanted: Iterable[Run]
) -> dict[Run, list[Sighting]]:
    """Every place of every run of `wanted`, in order; one pass over the sources."""
    places: dict[Run, list[Sighting]] = {run: [] for run in wanted}
    if not places:
        return places
    for s, (a, shares) in enumerate(zip(analyses, inside, strict=True)):
        ids = a.tokens.ids
        every = enumerate(zip(ids, ids[1:], ids[2:], strict=False))
        for k, run in [(k, run) for k, run in every if run in places]:
            places[run].append(Sighting(s, k, shares[k + 1]))
    return places
