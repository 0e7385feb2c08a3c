"""Quotations of tokenised text, where every mark stands free and marks and lines may be lost.

A mark that looks the same on both sides says little by itself. All marks and line ends are therefore
decided together, by a small linear model over the whole text (`features`, `chain`); its weights, in
`weights.json`, are fitted by `tests/bench/fit_quotes.py`.
"""

from collections.abc import Sequence

from dmreader.language.quotes.chain import Edges, best, break_edges, inside_shares, likelihoods, mark_edges
from dmreader.language.quotes.events import DOUBLE_MARKS, MARK, STRAIGHT, Events, scan
from dmreader.language.quotes.features import Features
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.weights import Weights
from dmreader.language.quotes.weights import weights as known_weights

DOUBLE = 3.0
"""What it costs for a double mark, which is no apostrophe, to be neither end of an outer quotation."""

NEVER = 8.0
"""What it costs to open a quotation with a mark that cannot open one, or to close one likewise."""
_STOPS = (["."], [","])


def _mark(row: Sequence[str], weights: Weights, stray: float) -> Edges:
    oo, oi, io, ii, in_, ni = weights.sums(row)
    return mark_edges((oo - stray, oi, io, ii - stray, in_ - stray, ni))


class Spaced:
    """One stretch of tokenised text with the scores of every event; decoded with or without further
    evidence.
    """

    def __init__(self, text: str, start: int, end: int, marks: frozenset[str] = STRAIGHT) -> None:
        self.events: Events = scan(text, start, end, marks)
        weights = known_weights()
        stray = DOUBLE if marks == DOUBLE_MARKS else 0.0
        self.chain: list[Edges] = [
            self._possible(_mark(row, weights, stray), place, text[self.events.starts[place]])
            if place >= 0
            else break_edges(weights.sums(row)[:4])
            for place, row in zip(self.events.places, Features(self.events).rows(), strict=True)
        ]
        self._likely = [likelihoods(edges) for edges in self.chain]
        self._alone = inside_shares(self._likely)
        self._told: tuple[list[float], list[float]] | None = None

    def _possible(self, edges: Edges, place: int, glyph: str) -> Edges:
        """`edges` of the mark at token `place` without the ways that it cannot go.

        Curly marks show which way they face, and a stop alone between two marks is no quotation.
        """
        if glyph == "‘":
            stray = edges._replace(oo=edges.oo - DOUBLE, ii=edges.ii - DOUBLE)
            return stray._replace(io=edges.io - NEVER, ni=edges.ni - NEVER)
        between = self.events.tokens[place + 1 : place + 3]
        if glyph == "’" or (between[0:1] in _STOPS and between[1:] == [MARK]):
            return edges._replace(oi=edges.oi - NEVER, in_=edges.in_ - NEVER)
        return edges

    def shares(self, bias: Sequence[float] | None = None) -> list[float]:
        """The probability that each segment stands in a quotation; `bias` is added evidence (log odds)."""
        if bias is None or not any(bias):
            return self._alone
        if self._told is None or self._told[0] != list(bias):
            edges = zip(self._biased(bias), bias, self._likely, strict=True)
            shares = inside_shares([likelihoods(e) if b else known for e, b, known in edges])
            self._told = list(bias), shares
        return self._told[1]

    def _biased(self, bias: Sequence[float] | None) -> Sequence[Edges]:
        if bias is None:
            return self.chain
        return [
            e if not b else e._replace(oi=e.oi + b, ii=e.ii + b, in_=e.in_ + b, ni=e.ni + b, nn=e.nn + b)
            for e, b in zip(self.chain, bias, strict=True)
        ]

    def spans(self, bias: Sequence[float] | None = None) -> list[QuoteSpan]:
        """The likeliest quotations."""
        states = best(self._biased(bias))
        shares = self.shares(bias)
        events = self.events
        found: list[QuoteSpan] = []
        first = -1
        for e, state in enumerate(states):
            before = states[e - 1] if e else 0
            if state and not before:
                first = e
            elif before and not state:
                found += self._span(first, e, shares)
        if states and states[-1]:
            found += self._span(first, len(events.places), shares)
        return found

    def segment(self, e: int) -> tuple[int, int]:
        """Tokens (half open) of segment `e`."""
        places, lines = self.events.places, self.events.lines
        place = places[e]
        first = place + 1 if place >= 0 else lines[-1 - place].first
        if e + 1 == len(places):
            return first, len(self.events.tokens)
        following = places[e + 1]
        return first, following if following >= 0 else lines[-1 - following].first

    def _span(self, first: int, last: int, shares: Sequence[float]) -> list[QuoteSpan]:
        """The quotation of segments `first` to `last` (half open), unless it holds no word."""
        events = self.events
        opened = events.places[first] >= 0
        closed = last < len(events.places) and events.places[last] >= 0
        a = self.segment(first)[0]
        b = self.segment(last - 1)[1]
        if a >= b:
            return []
        why = {
            (True, True): "between its marks",
            (True, False): "never closed: taken to the line's end",
            (False, True): "opening mark missing: taken from the line's start",
            (False, False): "both marks missing",
        }[opened, closed]
        sure = min(shares[first:last])
        before = shares[first - 1] if first else 0.0
        after = shares[last] if last < len(shares) else 0.0
        confidence = round(max(0.05, min(0.99, sure * (1 - min(before, after)))), 2)
        return [QuoteSpan(events.starts[a], events.ends[b - 1], opened, closed, why, confidence)]
