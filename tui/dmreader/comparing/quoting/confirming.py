"""Doubtful quotations that other places have between surer marks: which places those are."""

from collections import Counter
from collections.abc import Sequence

from dmreader.comparing.quoting.elsewhere import Run, Sighting, reach, runs, sightings
from dmreader.language import Analysis
from dmreader.language.quotes import QuoteSpan

_COVERED = 0.6
"""Share of a quotation's runs that a source must quote, too, to confirm it."""
_CONFIRMED = 0.9


def confirmed(
    analyses: Sequence[Analysis],
    found: Sequence[Sequence[tuple[QuoteSpan, bool]]],
    inside: Sequence[Sequence[float]],
) -> list[list[QuoteSpan]]:
    """The quotations of every source; those that are doubtful (True) say which sources confirm them."""
    wanted = {
        run
        for a, row in zip(analyses, found, strict=True)
        for span, doubtful in row
        if doubtful
        for run in runs(a.tokens.ids, *reach(a, span))
    }
    places = sightings(analyses, inside, wanted)
    return [
        [_told(analyses, s, span, places) if doubtful else span for span, doubtful in row]
        for s, row in enumerate(found)
    ]


def _told(
    analyses: Sequence[Analysis], number: int, span: QuoteSpan, places: dict[Run, list[Sighting]]
) -> QuoteSpan:
    first, last = reach(analyses[number], span)
    own = set(runs(analyses[number].tokens.ids, first, last))
    have: Counter[int] = Counter()
    for run in own:
        have.update(
            {
                x.source
                for x in places[run]
                if x.share > 0.5 and not (x.source == number and first <= x.at < last)
            }
        )
    told = tuple(s for s in sorted(have) if have[s] >= _COVERED * len(own))
    if not told:
        return span
    names = [analyses[s].source.name if s != number else "another place in it" for s in told]
    why = f"{span.why}, confirmed by {' and '.join(names)}"
    return span._replace(why=why, confidence=max(span.confidence, _CONFIRMED), confirmed=told)
