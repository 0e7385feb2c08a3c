"""Two quotations that lost lines have run together, told apart by where their words stand elsewhere.

A quotation over several lines is cut at a line end when what follows stands in a quotation of another
source behind other words, unless what precedes is in such a quotation, too, or the very seam stands in
another place.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dmreader.comparing.quoting.elsewhere import reach, runs, sightings
from dmreader.language import Analysis
from dmreader.language.quotes import QuoteSpan

_SIDE = 4
"""Words before a line end that are looked up, and the fewest behind it."""
_LINE = 9
"""Words behind a line end that are looked up: all of its line, if it has no more."""

Words = tuple[int, ...]


class _Place(NamedTuple):
    """A quotation that has the words in question behind others; `runs` are all its runs of three words."""

    source: int
    start: int
    runs: frozenset[Words]


class _Seam(NamedTuple):
    """A line end at `at` within a quotation: the words before it, behind it, and across it."""

    at: int
    left: Words
    right: Words
    across: Words


def cut(
    analyses: Sequence[Analysis],
    spans: Sequence[Sequence[QuoteSpan]],
    tokenised: Sequence[bool],
    inside: Sequence[Sequence[float]],
) -> list[list[QuoteSpan]]:
    """The quotations of all sources, those of tokenised ones cut where they are two.

    `inside` says of every token how probably it is quoted.

    Of two quotations that contradict each other the one that was less sure is cut.
    """
    found = [
        (span.confidence, s, span, seam)
        for s, (a, row) in enumerate(zip(analyses, spans, strict=True))
        if tokenised[s]
        for span in row
        for seam in _seams(a, span)
    ]
    if not found:
        return [list(row) for row in spans]
    places = _places(analyses, spans, {seam.right for *_, seam in found})
    often = _often(analyses, {seam.across for *_, seam in found})
    cuts: dict[tuple[int, QuoteSpan], list[_Seam]] = defaultdict(list)
    for _, s, span, seam in sorted(found, key=lambda f: f[:2]):
        if often[seam.across] < 2 and _parted(s, seam, places):
            cuts[s, span].append(seam)
            places[seam.right] = [p for p in places[seam.right] if (p.source, p.start) != (s, span.start)]
    pieces = [
        [
            (piece, piece != span)
            for span in row
            for piece in _pieces(a.source.text, span, sorted(cuts.get((s, span), ())))
        ]
        for s, (a, row) in enumerate(zip(analyses, spans, strict=True))
    ]
    return _without_told_outside(analyses, inside, pieces)


def _without_told_outside(
    analyses: Sequence[Analysis],
    inside: Sequence[Sequence[float]],
    pieces: Sequence[Sequence[tuple[QuoteSpan, bool]]],
) -> list[list[QuoteSpan]]:
    """The quotations without the cut-off pieces (True) whose words stand elsewhere, and mostly not quoted."""
    wanted = {
        run
        for a, row in zip(analyses, pieces, strict=True)
        for piece, cut_off in row
        if cut_off
        for run in runs(a.tokens.ids, *reach(a, piece))
    }
    places = sightings(analyses, inside, wanted)

    def outside(s: int, piece: QuoteSpan) -> bool:
        first, last = reach(analyses[s], piece)
        own = set(runs(analyses[s].tokens.ids, first, last))
        others = [[x.share for x in places[r] if not (x.source == s and first <= x.at < last)] for r in own]
        held = [sum(shares) / len(shares) for shares in others if shares]
        return 2 * len(held) > len(own) and 2 * sum(held) < len(held)

    return [
        [piece for piece, cut_off in row if not (cut_off and outside(s, piece))]
        for s, row in enumerate(pieces)
    ]


def _seams(analysis: Analysis, span: QuoteSpan) -> Iterator[_Seam]:
    text = analysis.source.text
    starts, ids = analysis.tokens.starts, analysis.tokens.ids
    at = text.find("\n", span.start, span.end)
    if at < 0:
        return
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    while at >= 0:
        k = bisect_left(starts, at)
        following = text.find("\n", at + 1, span.end)
        stop = min(last if following < 0 else bisect_left(starts, following), k + _LINE)
        if first < k and stop - k >= _SIDE:
            left, right = tuple(ids[max(first, k - _SIDE) : k]), tuple(ids[k:stop])
            yield _Seam(at, left, right, left[-2:] + right[:2])
        at = following


def _places(
    analyses: Sequence[Analysis], spans: Sequence[Sequence[QuoteSpan]], wanted: set[Words]
) -> dict[Words, list[_Place]]:
    places: dict[Words, list[_Place]] = defaultdict(list)
    heads: dict[Words, set[int]] = defaultdict(set)
    for words in wanted:
        heads[words[:_SIDE]].add(len(words))
    for s, (a, row) in enumerate(zip(analyses, spans, strict=True)):
        for span in row:
            first, last = reach(a, span)
            own = tuple(a.tokens.ids[first:last])
            found = {
                run
                for k in range(1, len(own) - _SIDE + 1)
                for size in heads.get(own[k : k + _SIDE], ())
                if (run := own[k : k + size]) in wanted
            }
            runs_of_three = frozenset(_runs(own)) if found else frozenset()
            for run in found:
                places[run].append(_Place(s, span.start, runs_of_three))
    return places


def _often(analyses: Sequence[Analysis], wanted: set[Words]) -> dict[Words, int]:
    """How often each run of words stands in the sources."""
    often = dict.fromkeys(wanted, 0)
    sizes = {len(run) for run in wanted}
    for a in analyses:
        ids = tuple(a.tokens.ids)
        for size in sizes:
            for k in range(len(ids) - size + 1):
                run = ids[k : k + size]
                if run in often:
                    often[run] += 1
    return often


def _runs(words: Words) -> list[Words]:
    return [words[k : k + 3] for k in range(max(1, len(words) - 2))]


def _parted(source: int, seam: _Seam, places: dict[Words, list[_Place]]) -> bool:
    """Whether quotations of other sources have the words behind the seam, and none those before it.

    An article that quotes a few words twice is no witness: it says other things about them each time.
    """
    others = [p for p in places[seam.right] if p.source != source]
    before = set(_runs(seam.left))
    return bool(others) and not any(before & p.runs for p in others)


def _pieces(text: str, span: QuoteSpan, seams: Sequence[_Seam]) -> Iterator[QuoteSpan]:
    rest = span
    for seam in seams:
        why = "parted at the line's end: the words behind it follow others elsewhere"
        head = text[rest.start : seam.at].rstrip()
        tail = text[seam.at : span.end].lstrip()
        yield rest._replace(end=rest.start + len(head), closed=False, why=why, confidence=0.75)
        rest = rest._replace(start=span.end - len(tail), opened=False, why=why, confidence=0.75)
    yield rest
