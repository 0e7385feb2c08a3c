"""Which links stand against the order of the others."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dmreader.comparing.links.sentences import Pair, Sentences

_SLACK = 2  # sentences by which a link may cross its neighbours without having been moved


def moved(sentences: Sentences, links: Mapping[Pair, float]) -> set[Pair]:
    """The links between two sources that stand off the longest run of links in the same order in both.

    The run is the longest increasing chain of each sentence's best link (Fredman 1975). A link is moved if
    it stands more than two sentences beyond the links of the chain before or after it.
    """
    between: dict[tuple[int, int], list[tuple[int, int, float]]] = defaultdict(list)
    source = sentences.source
    for (u, v), p in links.items():
        if source[u] != source[v]:
            between[source[u], source[v]].append((u, v, p))
    found: set[Pair] = set()
    for rows in between.values():
        best: dict[int, tuple[float, int]] = {}
        for u, v, p in rows:
            known = best.get(u)
            if known is None or (p, -v) > known:
                best[u] = (p, -v)
        chain = _longest([(u, -v) for u, (_, v) in sorted(best.items())])
        found.update(_off(rows, chain))
    return found


def _longest(points: Sequence[Pair]) -> list[Pair]:
    """The longest chain of points whose second numbers never fall."""
    ends: list[int] = []  # the least last number of a chain of each length
    at: list[int] = []
    before: list[int] = []
    for n, (_, v) in enumerate(points):
        k = bisect_right(ends, v)
        if k == len(ends):
            ends.append(v)
            at.append(n)
        else:
            ends[k], at[k] = v, n
        before.append(at[k - 1] if k else -1)
    chain = []
    n = at[-1] if at else -1
    while n >= 0:
        chain.append(points[n])
        n = before[n]
    return chain[::-1]


def _off(rows: Iterable[tuple[int, int, float]], chain: Sequence[Pair]) -> Iterable[Pair]:
    firsts = [u for u, _ in chain]
    for u, v, _ in rows:
        k = bisect_left(firsts, u)
        here = chain[k][1] if k < len(chain) and firsts[k] == u else None
        if here is not None and abs(here - v) <= _SLACK:
            continue
        after = k + (here is not None)
        low = chain[k - 1][1] if k else None
        high = chain[after][1] if after < len(chain) else None
        if (low is not None and v < low - _SLACK) or (high is not None and v > high + _SLACK):
            yield u, v
