"""Long sentences tied clause by clause, where both have the same clauses in the same order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dmreader.comparing.links.parts import clause_breaks, mark_breaks
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.stems import Stems

_LEAST, _SHORT = 4, 8  # words of a clause that a strong mark ends, or any mark
_LONG = 24  # words of a sentence of which any mark may end a clause
_NEAR = 0.8  # the share of words in sequence from which sentences are tied at strong marks alone
_ENOUGH = 4.0  # nats that two clauses have in common,
_SHARE = 0.2  # and of the heavier of them
_CROSSED = 0.5  # of the lighter of these commons: what the clauses before and behind have across, at most
_LITTLE, _LESS = 6.0, 0.4  # nats, and of the share of the rest: the most that is told of what is left out
_NONE = 1e-9

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
        clause; in long sentences, unless they are nearly the same word for word, so may any mark. A clause at
        an end that tells nothing of the other sentence is left out.
        """
        a, b = self._know(u), self._know(v)
        places = [(k, m, _LEAST) for k in a.strong for m in b.strong]
        if a.any and b.any and self._reworded(u, v):
            places += [(k, m, _SHORT) for k in a.any for m in b.any]
        source = self._sentences.source
        if source[u] == source[v] or not (a.strong or a.any or b.strong or b.any):
            yield u, v
            return
        whole, within = ((0, len(a.row)), (0, len(b.row))), self._sentences.within
        for here, there in self._halves(a.row, b.row, places, *whole):
            bag, bag_there = frozenset(a.row[slice(*here)]), frozenset(b.row[slice(*there)])
            yield within(u, *self._trimmed(a, bag_there, here)), within(v, *self._trimmed(b, bag, there))

    def _reworded(self, u: int, v: int) -> bool:
        from rapidfuzz.distance import Indel

        signs, signs_there = self._sentences.signs(u), self._sentences.signs(v)
        return Indel.normalized_similarity(signs, signs_there) < _NEAR

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

    def _trimmed(self, a: _Known, told: frozenset[int], here: Span) -> Span:
        """The words `here` of `a` without the clauses at both ends that tell nothing of what is `told`."""
        start, end = here
        most = 0.0
        found = None
        for breaks, least in ((a.strong, _LEAST), (a.any, _SHORT)):
            for k in breaks:
                if min(k - start, end - k) >= least:
                    for kept, left in (((start, k), (k, end)), ((k, end), (start, k))):
                        lead = self._lead(a.row[slice(*kept)], a.row[slice(*left)], told)
                        if lead > most:
                            most, found = lead, kept
        return here if found is None else self._trimmed(a, told, found)

    def _lead(self, kept: Words, left: Words, told: frozenset[int]) -> float:
        """By how much more of what is `kept` is told than of what is `left`; 0 if that is told, too."""
        bag, rest = frozenset(kept), frozenset(left)
        common, little = self._mass(bag & told), self._mass((rest & told) - bag)
        share, less = common / (self._mass(bag) + _NONE), little / (self._mass(rest) + _NONE)
        return share - less if common >= _ENOUGH and little < _LITTLE and less < _LESS * share else 0.0

    def _mass(self, bag: Iterable[int]) -> float:
        return sum(map(self._stems.rarity.__getitem__, bag))
