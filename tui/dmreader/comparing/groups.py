"""Sentences tied by links, over any number of sources."""

from collections.abc import Mapping, Sequence

from dmreader.model import Group, Link, Member

_TOGETHER = 0.25  # the least mean score of the links between two groups that become one

_SENTENCE = 32  # bits; a member as one number, as there are many: its source above, its sentence below


def group(links: Sequence[Link]) -> tuple[Group, ...]:
    """Sentences that say the same, in order of their first members.

    Links are taken from the likeliest on; one that would join two groups does so only if these are tied as a
    whole: the mean score of all pairs between them, with 0 for pairs without a link, is at least a quarter
    (average linkage, Sokal and Michener 1958). So one weak link does not chain sentences that have nothing
    to do with each other. Sentences of one source that are not linked are not counted: several sentences of
    one source may each say a part of what another source says in one.
    """
    near: dict[tuple[int, int], float] = {}
    for (s, i, _, _), (t, j, _, _), _, _, score, _ in links:
        a, b = s << _SENTENCE | i, t << _SENTENCE | j
        if a > b:
            a, b = b, a
        if score > near.get((a, b), 0.0):
            near[a, b] = score
    pairs = sorted([(-score, *pair) for pair, score in near.items()])
    groups = {m: [m] for pair in near for m in pair}
    home = {m: m for m in groups}
    for less, a, b in pairs:
        x, y = home[a], home[b]
        if x == y:
            continue
        xs, ys = groups[x], groups[y]
        if -less >= _TOGETHER if len(xs) == len(ys) == 1 else _together(xs, ys, near):
            if len(xs) < len(ys):
                x, y = y, x
            for m in groups[y]:
                home[m] = x
            groups[x] += groups.pop(y)
    found = sorted(map(sorted, groups.values()))
    return tuple([Group(tuple(map(_member, row))) for row in found if len(row) > 1])


def _member(number: int) -> Member:
    return Member(number >> _SENTENCE, number & ((1 << _SENTENCE) - 1))


def _together(a: Sequence[int], b: Sequence[int], near: Mapping[tuple[int, int], float]) -> bool:
    total = count = 0.0
    for m in a:
        for n in b:
            score = near.get((m, n) if m < n else (n, m))
            if score is not None:
                total += score
                count += 1
            elif m >> _SENTENCE != n >> _SENTENCE:
                count += 1
    return total >= _TOGETHER * count
