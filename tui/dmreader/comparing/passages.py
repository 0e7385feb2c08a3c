"""Runs of the same words in two or more places, with every place."""

from collections import defaultdict
from collections.abc import Sequence

from dmreader.language import Analysis
from dmreader.model import Options, Passage, Place, Progress


def find_passages(analyses: Sequence[Analysis], options: Options, tell: Progress) -> tuple[Passage, ...]:  # noqa: ARG001
    """Every maximal run of at least `options.min_words` shared words."""
    n = options.min_words
    seeds: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    keys = [a.tokens.keys for a in analyses]
    for s, row in enumerate(keys):
        for i in range(len(row) - n + 1):
            seeds[tuple(row[i : i + n])].append((s, i))
    runs: dict[tuple[str, ...], set[tuple[int, int]]] = defaultdict(set)
    for places in seeds.values():
        if not 2 <= len(places) <= 50:
            continue
        for x, (s, i) in enumerate(places):
            for t, j in places[x + 1 :]:
                a, b = keys[s], keys[t]
                if i and j and a[i - 1] == b[j - 1]:
                    continue
                k = n
                while i + k < len(a) and j + k < len(b) and a[i + k] == b[j + k]:
                    k += 1
                runs[tuple(a[i : i + k])].update(((s, i), (t, j)))
    found = []
    for words, where in runs.items():
        k = len(words)
        places_of = tuple(
            sorted(
                Place(s, analyses[s].tokens.starts[i], analyses[s].tokens.ends[i + k - 1]) for s, i in where
            )
        )
        found.append(Passage(k, places_of))
    return tuple(sorted(found, key=lambda p: p.occurrences[0]))
