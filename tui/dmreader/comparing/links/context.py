"""What two sources are to each other, and how much that makes of what is seen of a pair of theirs.

Among drafts, most sentences stand word for word in the other, and what has a copy there seldom has another
partner; among reports that repeat themselves, it often has. Where sources run side by side, a pair that is
unlikely so far is less likely than the same pair of sources that share little.
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
    "so_far_copied": "so_far times copied",
    "so_far_parallel": "so_far times parallel_less",
    "alone_copied": "alone times copied",
    "alone_parallel": "alone times parallel_less",
    "rest_retold": "rest times retold",
    "lead_retold": "lead times retold",
    "taken_retold": "taken times retold",
}
"""What the third weighing knows besides the evidence and the surroundings."""

_WORDS = 3  # a sentence with no more is no copy
_TOLD_AGAIN = 0.3  # the least probability of a pair of one source that tells the same twice
_HEAVY = 20.0  # nats: what is lighter and told again is a refrain
_SEEN = (*evidence.NAMES, *surroundings.NAMES)
_SO_FAR, _PARALLEL, _REST, _LEAD, _TAKEN = map(
    _SEEN.index, ("so_far", "parallel_less", "rest", "lead", "taken")
)


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
        self._of: dict[Pair, tuple[float, float, float]] = {}
        for s, size in enumerate(sizes):
            for t in range(s):
                one = sum(row in told[t] for row in texts[s]) / size
                two = sum(row in told[s] for row in texts[t]) / sizes[t]
                self._of[t, s] = (max(one, two), min(one, two), max(retold[s], retold[t]))

    @property
    def ends(self) -> Collection[Pair]:
        """All pairs of two sources, the first one first."""
        return self._of.keys()

    def of(self, pair: Pair, seen: Sequence[float], alone: float) -> Sequence[float]:
        """The columns for `pair`, of which `seen` is the evidence and its surroundings."""
        copied, copied_less, retold = self._of[self._source[pair[0]], self._source[pair[1]]]
        so_far, parallel = seen[_SO_FAR], seen[_PARALLEL]
        return (
            alone,
            copied,
            copied_less,
            retold,
            so_far * copied,
            so_far * parallel,
            alone * copied,
            alone * parallel,
            seen[_REST] * retold,
            seen[_LEAD] * retold,
            seen[_TAKEN] * retold,
        )


NAMES = tuple(COLUMNS)
