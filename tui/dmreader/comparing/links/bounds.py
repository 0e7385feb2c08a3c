"""How likely a pair must be to become a link: the less two sources agree, the less is asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import accumulate

from dmreader.comparing.links.sentences import Pair, Sentences

Bounds = Mapping[Pair, float]
"""The least score of a link, by the numbers of the two sources."""

LIKELY = 0.42  # a pair that counts as common to its sources
_HIGHEST, _LOWEST = 0.48, 0.22  # the bounds of the least score of a link
_APART, _NEAR = 0.1, 0.25  # likely pairs for each sentence of the shorter source: up to here nothing is
# lowered, from here on in full
_CAUTION = 1.5  # where texts agree less, the scores are too low


def least_scores(sentences: Sentences, scores: Mapping[Pair, float]) -> Bounds:
    """The least score of a link between two sources: the one that promises the greatest F1.

    The less F1 can become, the more it pays to tie a doubtful pair: the best bound is half of it (Lipton and
    others 2014). Sources that have hardly anything in common keep the highest bound.
    """
    between: dict[Pair, list[float]] = defaultdict(list)
    source = sentences.source
    for (u, v), p in scores.items():
        if source[u] != source[v]:
            between[source[u], source[v]].append(p)
    found = {}
    for ends, row in between.items():
        shorter = min(sentences.first[s + 1] - sentences.first[s] for s in ends)
        near = (sum([p for p in row if p >= LIKELY]) / shorter - _APART) / (_NEAR - _APART)
        lowest = max(_LOWEST, min(_HIGHEST, _promised(row) ** _CAUTION / 2.0))
        found[ends] = _HIGHEST - (_HIGHEST - lowest) * min(1.0, max(0.0, near))
    return found


def _promised(scores: Iterable[float]) -> float:
    """The greatest F1 that links with these probabilities promise, the likeliest taken first."""
    row = sorted(scores, reverse=True)
    total = sum(row)
    return max(2.0 * right / (n + total) for n, right in enumerate(accumulate(row), 1))
