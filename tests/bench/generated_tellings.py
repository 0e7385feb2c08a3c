"""News told several times over, with known links: made from reading levels of one text."""

import random
from collections.abc import Mapping, Sequence
from itertools import combinations

from tests.bench.aligned_levels import align
from tests.bench.generated_links import Said, merged, moved, tokenised, with_foreign
from tests.bench.link_cases import Case, Ends, laid_out

_RETOLD = 0.35  # sentences of the long tellings that stand there once more, as a caption or a summary
_ANOTHER = 0.4  # and those that are told in the words of another level
_FEW = (0.25, 0.6)  # sentences of the short telling that the text has at all

Levels = Sequence[Sequence[str]]


def tellings(name: str, levels: Levels, foreign: Sequence[str], rng: random.Random) -> Case:
    """Three tellings: two long ones that share much and repeat themselves, one short, with matter of its own.

    Sentence `i` of level `k` has the number `1000 * k + i`. Sentences of two tellings are linked if they are
    made from the same sentence, or from two that the alignment of the levels ties.
    """
    alike, unsure = _ties(levels)
    row = [
        [Said(s, frozenset([1000 * k + i])) for i, s in enumerate(level)] for k, level in enumerate(levels)
    ]
    base = rng.randrange(len(levels))
    one = _long(row, base, foreign, alike, rng)
    two = _long(row, base if rng.random() < 0.6 else rng.randrange(len(levels)), foreign, alike, rng)
    few = [x for x in row[rng.randrange(len(levels))] if rng.random() < rng.uniform(*_FEW)]
    three = with_foreign(moved([_cut(x, rng) for x in few], rng), foreign, rng, rng.uniform(0.1, 0.5))
    sources = [one, two, three]
    for k in range(3):
        if rng.random() < 0.5:
            sources[k] = [tokenised(x) for x in sources[k]]
    return _case(name, sources, alike, unsure)


def _ties(levels: Levels) -> tuple[Mapping[int, set[int]], Mapping[int, set[int]]]:
    alike: dict[int, set[int]] = {
        1000 * k + i: {1000 * k + i} for k, x in enumerate(levels) for i in range(len(x))
    }
    unsure: dict[int, set[int]] = {i: set() for i in alike}
    for k, n in combinations(range(len(levels)), 2):
        found = align(levels[k], levels[n])
        for table, pairs in ((alike, found.links), (unsure, found.unsure)):
            for i, j in pairs:
                table[1000 * k + i].add(1000 * n + j)
                table[1000 * n + j].add(1000 * k + i)
    return alike, unsure


def _long(
    row: Sequence[Sequence[Said]],
    base: int,
    foreign: Sequence[str],
    alike: Mapping[int, set[int]],
    rng: random.Random,
) -> list[Said]:
    """One level with sentences in another's words, some told once more ahead, and some run together."""
    said = {i: x for level in row for x in level for i in x.made_from}

    def otherwise(x: Said) -> Said:
        (i,) = x.made_from
        return said[rng.choice(sorted(alike[i]))]

    kept = [x for x in row[base] if rng.random() > 0.12]
    body = [otherwise(x) if rng.random() < _ANOTHER else x for x in kept]
    again = [_cut(otherwise(x), rng) for x in kept if rng.random() < _RETOLD]
    if rng.random() < 0.5:
        rng.shuffle(again)
    return with_foreign([*again, *moved(merged(body, rng), rng)], foreign, rng, 0.08)


def _cut(said: Said, rng: random.Random) -> Said:
    """The sentence, or now and then its longer half up to or from a mark."""
    halves = said.text.split(", ", 1)
    if len(halves) == 2 and rng.random() < 0.4:
        return Said(max(halves, key=len), said.made_from)
    return said


def _case(
    name: str,
    sources: Sequence[Sequence[Said]],
    alike: Mapping[int, set[int]],
    unsure: Mapping[int, set[int]],
) -> Case:
    texts, spans = laid_out([[said.text for said in source] for source in sources])
    ends = [(s, i, x.made_from) for s, source in enumerate(sources) for i, x in enumerate(source)]
    links: set[Ends] = set()
    doubtful: set[Ends] = set()
    for (s, i, a), (t, j, b) in combinations(ends, 2):
        if any(alike[x] & b for x in a):
            links.add(((s, i), (t, j)))
        elif any(unsure[x] & b for x in a):
            doubtful.add(((s, i), (t, j)))
    every = {(s, t) for s in range(3) for t in range(s, 3)}
    return Case(name, texts, spans, links, every, doubtful)
