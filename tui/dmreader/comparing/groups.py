"""Sentences tied by links, over any number of sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dmreader.model import Group, Link, Member

_TOGETHER = 0.25  # the least mean score of the links between two groups that become one

_Place = tuple[int, int]
"""A member as a plain tuple, as there are many: the numbers of its source and sentence."""


def group(links: Sequence[Link]) -> tuple[Group, ...]:
    """Sentences that say the same, in order of their first members.

    Links are taken from the likeliest on; one that would join two groups does so only if these are tied as a
    whole: the mean score of all pairs between them, with 0 for pairs without a link, is at least a quarter
    (average linkage, Sokal and Michener 1958). So one weak link does not chain sentences that have nothing
    to do with each other. Sentences of one source that are not linked are not counted: several sentences of
    one source may each say a part of what another source says in one.
    """
    near: dict[_Place, dict[_Place, float]] = defaultdict(dict)
    for link in links:
        a, b = link.a[:2], link.b[:2]
        near[a][b] = near[b][a] = max(link.score, near[a].get(b, 0.0))
    pairs = sorted([(-score, a, b) for a, row in near.items() for b, score in row.items() if a < b])
    home = {m: m for m in near}
    groups = {m: [m] for m in near}
    for _, a, b in pairs:
        x, y = home[a], home[b]
        if x != y and _together(groups[x], groups[y], near):
            if len(groups[x]) < len(groups[y]):
                x, y = y, x
            for m in groups[y]:
                home[m] = x
            groups[x] += groups.pop(y)
    return tuple(
        [Group(tuple(map(Member._make, g))) for g in sorted(map(sorted, groups.values())) if len(g) > 1]
    )


def _together(
    a: Iterable[_Place], b: Sequence[_Place], near: Mapping[_Place, Mapping[_Place, float]]
) -> bool:
    total = count = 0.0
    for m in a:
        row = near[m]
        for n in b:
            if n in row:
                total += row[n]
                count += 1
            elif m[0] != n[0]:
                count += 1
    return total >= _TOGETHER * count
