"""What of the known answers a program found, and how much of what it tied is right."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from tests.bench.texts import Line

Tie = Sequence[int]


def score(texts: Sequence[Sequence[Line]], rows: Iterable[Tie]) -> dict[str, float]:
    """Shares from 0 to 1: of the sentence pairs of each kind that are found, and of the ties that are right.

    A pair is found if at least half of its common words are tied to each other.
    """
    of_word = [[k for k, line in enumerate(text) for _ in line.words] for text in texts]
    tied: Counter[tuple[int, int, int, int]] = Counter()
    seen: set[tuple[int, int, int, int]] = set()
    for s, i, t, j, n in rows:
        for k in range(n):
            if (s, i + k, t, j + k) not in seen and i + k < len(of_word[s]) and j + k < len(of_word[t]):
                seen.add((s, i + k, t, j + k))
                tied[s, of_word[s][i + k], t, of_word[t][j + k]] += 1
    hits: defaultdict[str, list[int]] = defaultdict(list)
    right = 0
    for s, t in combinations(range(len(texts)), 2):
        where = {line.origin: m for m, line in enumerate(texts[t]) if line.origin >= 0}
        for k, line in enumerate(texts[s]):
            if line.origin in where:
                other = texts[t][where[line.origin]]
                count = tied[s, k, t, where[line.origin]]
                right += count
                common = (Counter(line.words) & Counter(other.words)).total()
                hits[_kind(line, other)].append(2 * count >= max(1, common))
    shares = {kind: sum(row) / len(row) for kind, row in hits.items()}
    return shares | {"right": right / len(seen) if seen else 1.0}


def _kind(a: Line, b: Line) -> str:
    kind = next(k for k in ("heavy", "edit", "same") if k in (a.kind, b.kind))
    return f"{'moved' if a.moved or b.moved else 'in place'}, {kind}"


def noise(texts: Sequence[Sequence[Line]], rows: Iterable[Tie]) -> float:
    """The share of the words of texts that have nothing to do with each other that is tied all the same."""
    tied = {(x, y + k) for s, i, t, j, n in rows for k in range(n) for x, y in ((s, i), (t, j))}
    return len(tied) / sum(len(line.words) for text in texts for line in text)
