"""Which pairs of sentences are worth a look; never all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dmreader.comparing.links.characters import Characters
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.settling import settle
from dmreader.model import Progress

_SMALL = 1200  # sentences; up to here letters find candidates, too, beyond it rare words alone
_OFTEN = 60  # a run of letters in more sentences than this leads to nothing
_PARTNERS = 8  # candidates of a sentence in each other source
_REPEATS = 4  # and in its own
_ALIKE, _ALIKE_REPEAT = 0.02, 0.15  # the least cosine of a candidate
_COPIES = 6  # sentences of the same words; more of them are a refrain, and tell nothing


def find_candidates(
    sentences: Sentences, characters: Characters, tell: Progress
) -> tuple[list[Pair], dict[Pair, float]]:
    """Pairs to be weighed, and the scores of pairs that are settled without (large texts only)."""
    tell("finding candidates", 0.0)
    copies = list(_copies(sentences))
    if len(sentences) > _SMALL:
        return settle(sentences, copies, tell)
    return sorted(by_letters(sentences, characters, range(len(sentences))).union(*copies)), {}


def _copies(sentences: Sentences) -> Iterable[list[Pair]]:
    """Pairs of sentences with the same words."""
    same: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for u, row in enumerate(sentences.rows):
        same[row].append(u)
    for row, places in same.items():
        if row and 2 <= len(places) <= _COPIES:
            yield [(u, v) for n, u in enumerate(places) for v in places[n + 1 :]]


def by_letters(sentences: Sentences, characters: Characters, chosen: Sequence[int]) -> set[Pair]:
    """For each sentence the ones that have the most runs of letters in common, by source."""
    index: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for u in chosen:
        for run, x in characters.vector(u).items():
            index[run].append((u, x))
    source = sentences.source
    found: set[Pair] = set()
    for u in chosen:
        alike: dict[int, float] = defaultdict(float)
        for run, x in characters.vector(u).items():
            places = index[run]
            if len(places) <= _OFTEN:
                for v, y in places:
                    alike[v] += x * y
        alike.pop(u, None)
        by_source: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for v, cosine in alike.items():
            if cosine > (_ALIKE_REPEAT if source[v] == source[u] else _ALIKE):
                by_source[source[v]].append((-cosine, v))
        for s, row in by_source.items():
            row.sort()
            for _, v in row[: _REPEATS if s == source[u] else _PARTNERS]:
                found.add((u, v) if u < v else (v, u))
    return found
