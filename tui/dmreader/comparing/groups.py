"""Sentences tied by links, over any number of sources."""

from collections.abc import Mapping, Sequence

from dmreader.model import Group, Link, Member

_TOGETHER = 0.2  # the least mean score of the links between two groups that become one

_SENTENCE = 32  # bits; a member as one number, as there are many: its source above, its sentence below


def group(links: Sequence[Link]) -> tuple[Group, ...]:
    """Sentences that say the same, in order of their first members.

    Links are taken from the likeliest on; one that would join two groups does so only if these are tied as a
    whole: the mean score of all pairs between them, with 0 for pairs without a link, is at least a fifth
    (average linkage, Sokal and Michener 1958). So one weak link does not chain sentences that have nothing
    to do with each other. Sentences of one source that are not linked are not counted: several sentences of
    one source may each say a part of what another source says in one.
    """
    near: dict[tuple[int, int], float] = {}
    for (s, i, _, _), (t, j, _, _), _, _, score, _ in links:
        a, b = s << _SENTENCE | i, t << _SENTENCE | j
        if a > b:
            a, b = b, a
        if a != b and score > near.get((a, b), 0.0):
            near[a, b] = score
    pairs = sorted([(-score, *pair) for pair, score in near.items()])
    home: dict[int, list[int]] = {}  # the group of each member, the one that they all share
    for less, a, b in pairs:
        xs, ys = home.get(a), home.get(b)
        if xs is None and ys is None:
            if -less >= _TOGETHER:
                home[a] = home[b] = [a, b]
            continue
        xs, ys = xs or [a], ys or [b]
        if xs is not ys and _together(xs, ys, near):
            if len(xs) < len(ys):
                xs, ys = ys, xs
            xs += ys
            for m in ys:
                home[m] = xs
    found = sorted([sorted(row) for m, row in home.items() if m == row[0]])
    return tuple([Group(tuple(map(_member, row))) for row in found])


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
