"""Finding words in every source at once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dmreader.model import Comparison, Member
from dmreader.reading.limit import TookTooLongError, within

Manner = Literal["plain", "words", "regex", "fuzzy"]
MANNERS: tuple[Manner, ...] = ("plain", "words", "regex", "fuzzy")
"""How the typed text is taken: as it stands, as whole words, as an expression, or with spelling variants."""

_LIMIT = 100_000  # hits; more tell a reader nothing, and a screen must stay live
_PATIENCE = 1.0  # seconds for an expression; some need longer than the world will last
_NEAR = 82.0  # percent of similar characters from which two words are spelling variants


class QueryError(ValueError):
    """A query that cannot be searched for; the message says why, in one sentence."""


class Query(NamedTuple):
    """What is looked for. Upper case in it makes plain, word and expression searches mind case."""

    text: str
    manner: Manner = "plain"


class Hit(NamedTuple):
    """A found span of one source, in the sentence it starts in."""

    source: int
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Search:
    """A query with its hits, in order of place; `longest` is the length of the longest in code points."""

    query: Query
    hits: tuple[Hit, ...]
    members: frozenset[Member] = field(init=False)
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "members", frozenset(Member(h.source, h.sentence) for h in self.hits))
        object.__setattr__(self, "longest", max((h.end - h.start for h in self.hits), default=0))

    def of(self, source: int) -> list[Hit]:
        """The hits in one source."""
        return list(self.hits[bisect_left(self.hits, (source,)) : bisect_left(self.hits, (source + 1,))])


def search(comparison: Comparison, query: Query) -> Search:
    """Every hit of `query`; raises `QueryError` for an expression that cannot be read or takes too long."""
    if not query.text.strip():
        return Search(query, ())
    if query.manner != "regex":
        return _search(comparison, query)
    try:
        with within(_PATIENCE):
            return _search(comparison, query)
    except TookTooLongError:
        raise QueryError("this expression takes too long: stopped after a second") from None


def _search(comparison: Comparison, query: Query) -> Search:
    hits: list[Hit] = []
    for number, source in enumerate(comparison.sources):
        starts = [s.start for s in comparison.sentences[number]]
        if not starts:
            continue
        for start, end in _spans(source.text, query):
            if len(hits) >= _LIMIT:
                break
            if end > start:
                hits.append(Hit(number, start, end, max(0, bisect_right(starts, start) - 1)))
    return Search(query, tuple(hits))


def _spans(text: str, query: Query) -> Iterator[tuple[int, int]]:
    if query.manner == "fuzzy":
        yield from _fuzzy(text, query.text)
        return
    for match in _pattern(query).finditer(text):
        yield match.span()


def _pattern(query: Query) -> re.Pattern[str]:
    flags = re.NOFLAG if any(c.isupper() for c in query.text) else re.IGNORECASE
    if query.manner == "regex":
        try:
            return re.compile(query.text, flags | re.MULTILINE)
        except re.error as error:
            raise QueryError(f"not a regular expression: {error}") from error
    words = r"\s+".join(re.escape(w) for w in query.text.split())
    return re.compile(rf"(?<!\w){words}(?!\w)" if query.manner == "words" else words, flags)


def _fuzzy(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Runs of words that are spelling variants of the words of `wanted`, one for one.

    Every word is weighed once, however often it stands in the text.
    """
    from rapidfuzz import fuzz

    asked = [w.casefold() for w in re.findall(r"\w+", wanted)]
    if not asked:
        return
    words: set[str] = set()
    for line in re.finditer(r"[^\n]+", text):
        words.update(re.findall(r"\w+", line[0]))
    folded = [(word, word.casefold()) for word in words]
    parts = []
    for ask in asked:
        near = [re.escape(word) for word, key in folded if fuzz.ratio(ask, key, score_cutoff=_NEAR)]
        if not near:
            return
        parts.append(f"(?:{'|'.join(sorted(near, key=len, reverse=True))})")
    between = r"(?!\w)\W+"
    for match in re.finditer(rf"(?<!\w){between.join(parts)}(?!\w)", text):
        yield match.span()


def next_hit(hits: Sequence[Hit], order: Sequence[int], here: Hit | Member, step: int) -> Hit | None:
    """The hit after `here` (before it when `step` is -1), over the sources in `order`, round the end."""
    rank = {s: i for i, s in enumerate(order)}
    row = sorted((h for h in hits if h.source in rank), key=lambda h: (rank[h.source], h.start))
    if not row:
        return None
    if isinstance(here, Hit) and here in row:
        return row[(row.index(here) + step) % len(row)]
    place = (rank.get(here.source, 0), here.sentence)
    keys = [(rank[h.source], h.sentence) for h in row]
    if step > 0:
        return next((h for h, k in zip(row, keys, strict=True) if k > place), row[0])
    return next((h for h, k in zip(reversed(row), reversed(keys), strict=True) if k < place), row[-1])
