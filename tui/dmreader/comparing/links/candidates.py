"""Which pairs of sentences are worth a look; never all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress, pairwise

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
    return sorted(by_letters(sentences, characters).union(*copies)), {}


def _copies(sentences: Sentences) -> Iterable[list[Pair]]:
    """Pairs of sentences with the same words."""
    same: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for u, row in enumerate(sentences.rows):
        same[row].append(u)
    for row, places in same.items():
        if row and 2 <= len(places) <= _COPIES:
            yield [(u, v) for n, u in enumerate(places) for v in places[n + 1 :]]


def by_letters(sentences: Sentences, characters: Characters) -> set[Pair]:
    """For each sentence the ones that have the most runs of letters in common, by source."""
    rows = _cosines(sentences, characters)
    source, first = sentences.source, sentences.first
    found: set[Pair] = set()
    for u, row in enumerate(rows):
        for s, (start, end) in enumerate(pairwise(first)):
            here = s == source[u]
            for v in _best(
                row, start, end, _ALIKE_REPEAT if here else _ALIKE, _REPEATS if here else _PARTNERS
            ):
                found.add((u, v) if u < v else (v, u))
    return found


def _cosines(sentences: Sentences, characters: Characters) -> list[list[float]]:
    """The cosines of all sentences with each other, as far as runs of letters that are not too frequent tell.

    Runs that stand in the same sentences with the same weights, as most of the runs of a rare word do, are
    taken together. Every sum adds its parts in the same order, so that the same sentences have equal cosines.
    """
    index: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for u in range(len(sentences)):
        for run, x in characters.vector(u).items():
            index[run].append((u, x))
    places = Counter(tuple(row) for row in index.values() if 2 <= len(row) <= _OFTEN)
    holds: list[list[tuple[float, float, list[tuple[int, float]]]]] = [[] for _ in range(len(sentences))]
    for row, runs in places.items():
        before: list[tuple[int, float]] = []  # filled below, sentence by sentence
        for u, x in row:
            holds[u].append((x, x * runs, before))
    rows = []
    for u, parts in enumerate(holds):
        alike = [0.0] * len(sentences)
        for x, x_runs, before in parts:
            for v, y in before:
                alike[v] += x_runs * y
            before.append((u, x))
        rows.append(alike)
    # So far only cosines with sentences before are known; those with sentences behind stand in the columns.
    columns = list(zip(*rows, strict=True))
    for u, (alike, column) in enumerate(zip(rows, columns, strict=True)):
        alike[u:] = column[u:]
    return rows


def _best(row: Sequence[float], start: int, end: int, least: float, count: int) -> Sequence[int]:
    """The numbers from `start` to `end` of the `count` greatest values in `row` over `least`."""
    over = compress(range(start, end), map(least.__lt__, row[start:end]))
    return sorted(over, key=row.__getitem__, reverse=True)[:count]
