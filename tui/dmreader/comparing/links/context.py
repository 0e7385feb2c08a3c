"""What two sources are to each other, and what else the third weighing looks at.

Among drafts, most sentences stand word for word in the other, and what has a copy there seldom has another
partner; among reports that repeat themselves, it often has. Sources on different matters use different words,
and what is alike in them is chance. Which of two sources comes first says nothing: what is seen of both ends
of a pair is told as the smaller and the larger.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from dmreader.comparing.links import evidence, surroundings
from dmreader.comparing.links.sentences import Pair, Sentences

COLUMNS = {
    "alone": "log-odds of the pair by itself",
    "copied": "share of the sentences of a source that stand in the other word for word, the larger",
    "copied_less": "the smaller",
    "retold": "share of the sentences that a source tells more than once, the larger",
    "akin": "share of the rarity of all words of a source that the other has, too, the larger",
    "lead_most": "the larger lead",
    "share_less": "the smaller share of the probabilities of all partners",
    "share_most": "the larger",
}
"""What the third weighing knows besides the evidence and the surroundings."""

ONE_SIDED = frozenset(("lead_here", "lead_there", "share_here", "share_there", "rest"))
"""Columns of one end of a pair, which it does not look at."""

_WORDS = 3  # a sentence with no more is no copy
_TOLD_AGAIN = 0.3  # the least probability of a pair of one source that tells the same twice
_HEAVY = 20.0  # nats: what is lighter and told again is a refrain
_SEEN = (*evidence.NAMES, *surroundings.NAMES)
_LEADS = (_SEEN.index("lead_here"), _SEEN.index("lead_there"))
_SHARES = (_SEEN.index("share_here"), _SEEN.index("share_there"))


class Context:
    """Reads the probabilities of all pairs for what holds for all pairs of two sources."""

    def __init__(self, sentences: Sentences, scores: Mapping[Pair, float]) -> None:
        source, first = sentences.source, sentences.first
        self._source = source
        texts = [[row for row in sentences.rows[a:b] if len(row) > _WORDS] for a, b in pairwise(first)]
        sizes = [max(1, b - a) for a, b in pairwise(first)]
        told = [frozenset(rows) for rows in texts]
        again: list[set[int]] = [set() for _ in sizes]
        for (u, v), p in scores.items():
            if p > _TOLD_AGAIN and source[u] == source[v] and sentences.mass(u) >= _HEAVY:
                again[source[u]] |= {u, v}
        retold = [len(those) / size for those, size in zip(again, sizes, strict=True)]
        words = [frozenset().union(*sentences.bags[a:b]) for a, b in pairwise(first)]
        rarity = sentences.rarity.__getitem__
        masses = [sum(map(rarity, row)) or 1.0 for row in words]
        self._of: dict[Pair, tuple[float, float, float, float]] = {}
        for s, size in enumerate(sizes):
            for t in range(s):
                one = sum(row in told[t] for row in texts[s]) / size
                two = sum(row in told[s] for row in texts[t]) / sizes[t]
                akin = sum(map(rarity, words[s] & words[t])) / min(masses[s], masses[t])
                self._of[t, s] = (max(one, two), min(one, two), max(retold[s], retold[t]), akin)

    @property
    def ends(self) -> Collection[Pair]:
        """All pairs of two sources, the first one first."""
        return self._of.keys()

    def of(self, pair: Pair, seen: Sequence[float], alone: float) -> Sequence[float]:
        """The columns for `pair`, of which `seen` is the evidence and its surroundings."""
        share, other = (seen[n] for n in _SHARES)
        return (
            alone,
            *self._of[self._source[pair[0]], self._source[pair[1]]],
            max(seen[n] for n in _LEADS),
            *((share, other) if share < other else (other, share)),
        )


NAMES = tuple(COLUMNS)
