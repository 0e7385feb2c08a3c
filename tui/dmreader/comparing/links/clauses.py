"""Long sentences tied clause by clause, where both have the same clauses in the same order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dmreader.comparing.links.parts import clause_breaks, mark_breaks
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.stems import Stems

_LEAST, _SHORT = 4, 8  # words of a clause that a strong mark ends, or any mark
_LONG = 24  # words of a sentence of which any mark may end a clause
_ENOUGH = 4.0  # nats that two clauses have in common,
_SHARE = 0.2  # and of the heavier of them
_CROSSED = 0.5  # of the lighter of these commons: what the clauses before and behind have across, at most

Words = Sequence[int]
"""Words by the numbers of their stems."""

Span = tuple[int, int]
"""Words of a sentence, half open."""


class _Known(NamedTuple):
    """The stems of a sentence, in order, and how many stand before each mark."""

    row: Words
    strong: Sequence[int]
    any: Sequence[int]


class Clauses:
    """Cuts pairs of sentences that are tied into pairs of their clauses."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._stems = Stems(sentences)
        self._known: dict[int, _Known] = {}

    def of(self, u: int, v: int) -> Iterator[Pair]:
        """The pairs of clauses of sentences `u` and `v`, in order; the sentences themselves if none pair up.

        Both sentences are cut in two where what stands before the cuts has most in common, and what stands
        behind them; and so are the halves. Semicolons, colons, question and exclamation marks may end a
        clause; in long sentences, unless they are the same word for word, so may any mark.
        """
        a, b = self._know(u), self._know(v)
        places = [(k, m, _LEAST) for k in a.strong for m in b.strong]
        if a.row != b.row:
            places += [(k, m, _SHORT) for k in a.any for m in b.any]
        if not places:
            yield u, v
            return
        for (start, end), (begin, close) in self._halves(
            a.row, b.row, places, (0, len(a.row)), (0, len(b.row))
        ):
            yield self._sentences.within(u, start, end), self._sentences.within(v, begin, close)

    def _know(self, u: int) -> _Known:
        found = self._known.get(u)
        if found is None:
            sentences = self._sentences
            part, analysis = sentences.parts[u], sentences.analyses[sentences.source[u]]
            long = part.last - part.first >= _LONG
            found = self._known[u] = _Known(
                [self._stems.of[w] for w in sentences.rows[u]],
                clause_breaks(analysis, part),
                mark_breaks(analysis, part, _SHORT) if long else (),
            )
        return found

    def _halves(
        self,
        a: Sequence[int],
        b: Sequence[int],
        places: Sequence[tuple[int, int, int]],
        here: Span,
        there: Span,
    ) -> Iterator[tuple[Span, Span]]:
        most = 0.0
        found = None
        (start, end), (begin, close) = here, there
        for k, m, least in places:
            if min(k - start, end - k, m - begin, close - m) >= least:
                worth = self._worth(a[start:k], a[k:end], b[begin:m], b[m:close])
                if worth > most:
                    most, found = worth, (k, m)
        if found is None:
            yield here, there
            return
        k, m = found
        yield from self._halves(a, b, places, (start, k), (begin, m))
        yield from self._halves(a, b, places, (k, end), (m, close))

    def _worth(
        self, a: Sequence[int], rest_a: Sequence[int], b: Sequence[int], rest_b: Sequence[int]
    ) -> float:
        """What `a` has in common with `b`, and `rest_a` with `rest_b`; 0 if one pair has not enough of it."""
        one, two, left, right = frozenset(a), frozenset(b), frozenset(rest_a), frozenset(rest_b)
        before, behind = self._mass(one & two), self._mass(left & right)
        if (
            min(before, behind) < _ENOUGH
            or before < _SHARE * max(self._mass(one), self._mass(two))
            or behind < _SHARE * max(self._mass(left), self._mass(right))
        ):
            return 0.0
        across = self._mass((one & right) - two - left) + self._mass((left & two) - one - right)
        return before + behind - across if across <= _CROSSED * min(before, behind) else 0.0

    def _mass(self, bag: Iterable[int]) -> float:
        return sum(map(self._stems.rarity.__getitem__, bag))
