"""Which pairs of sentences are worth a look; never all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dmreader.comparing.links.characters import Characters
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.settling import settle
from dmreader.model import Progress

_SMALL = 1200  # sentences; up to here letters find candidates, too, beyond it rare words alone
_OFTEN = 60  # a run of letters in more sentences than this leads to nothing
_PARTNERS = 8  # candidates of a sentence in each other source
_REPEATS = 4  # and in its own; fewer, so that they are among the nearest there besides the sentence itself
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
    source = sentences.source
    bounds = list(pairwise(sentences.first))
    texts: dict[tuple[int, ...], int] = {}
    text = [texts.setdefault(row, len(texts)) for row in sentences.rows]  # copies have one number
    rows = _cosines(text, [characters.vector(row) for row in texts])
    found: set[Pair] = set()
    nearest: dict[Pair, Sequence[tuple[float, int]]] = {}  # of a text in a source: copies ask for the same
    for u, number in enumerate(text):
        for s, (start, end) in enumerate(bounds):
            best = nearest.get((number, s))
            if best is None:
                row = list(map(rows[number].__getitem__, text[start:end]))
                best = nearest[number, s] = _best(row, start, _ALIKE, _PARTNERS)
            if s == source[u]:  # nothing repeats itself
                best = [(x, v) for x, v in best if x > _ALIKE_REPEAT and v != u][:_REPEATS]
            found.update([(u, v) if u < v else (v, u) for _, v in best])
    return found


def _cosines(text: Sequence[int], vectors: Sequence[Mapping[int, float]]) -> Sequence[Sequence[float]]:
    """The cosines of all texts with each other, as far as runs of letters that are not too frequent tell.

    `text` is the number of each sentence's text, whose vector is in `vectors`. Runs that stand in the same
    texts with the same weights, as most of the runs of a rare word do, are taken together. Every sum adds its
    parts in the same order, so that the same texts have equal cosines.
    """
    index: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for u, vector in enumerate(vectors):
        for run, x in vector.items():
            index[run].append((u, x))
    copies = Counter(text)
    places = Counter(map(tuple, index.values()))
    holds: list[list[tuple[float, float, list[tuple[int, float]]]]] = [[] for _ in vectors]
    for row, runs in places.items():
        if 2 <= sum([copies[u] for u, _ in row]) <= _OFTEN:
            before: list[tuple[int, float]] = []  # filled below, text by text
            for u, x in row:
                holds[u].append((x, x * runs, before))
    rows = []
    for u, parts in enumerate(holds):
        alike = [0.0] * len(vectors)
        for x, x_runs, before in parts:
            before.append((u, x))
            for v, y in before:
                alike[v] += x_runs * y
        rows.append(alike)
    # So far only cosines with texts before are known; those with texts behind stand in the columns.
    columns = list(zip(*rows, strict=True))
    for u, (alike, column) in enumerate(zip(rows, columns, strict=True)):
        alike[u:] = column[u:]
    return rows


def _best(row: Sequence[float], start: int, least: float, count: int) -> Sequence[tuple[float, int]]:
    """The `count` greatest values in `row` over `least`, with their places, counted from `start`."""
    over = sorted([x for x in row if x > least])
    if not over:
        return ()
    bar = over[-count:][0]
    places = [(-x, v) for v, x in enumerate(row, start) if x >= bar]
    return [(-x, v) for x, v in sorted(places)[:count]]
