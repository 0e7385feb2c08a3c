"""Sentences tied by links, over any number of sources."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from dmreader.model import Group, Link, Member

Stretch = tuple[int, int]
"""Where a stretch of a text starts and ends."""

_TOGETHER = 0.2  # the least mean score of the links between two groups that become one

_SENTENCE = 32  # bits; a member as one number, as there are many: its source above, its sentence below


def group(links: Sequence[Link]) -> tuple[Group, ...]:
    """Sentences that say the same, in order of their first members.

    Links are taken from the likeliest on; one that would join two groups does so only if these are tied as a
    whole: the mean score of all pairs between them, with 0 for pairs without a link, is at least a fifth
    (average linkage, Sokal and Michener 1958). So one weak link does not chain sentences that have nothing
    to do with each other. Nor does a sentence that says two things: a link that ties another part of it than
    those that brought it into its group counts for nothing there. Sentences of one source that are not linked
    are not counted: several sentences of one source may each say a part of what another source says in one.
    """
    near: dict[tuple[int, int], float] = {}
    whole: dict[int, Stretch] = {}
    cut: set[int] = set()  # the members of which links tie different stretches
    for (s, i, start, end), (t, j, begin, stop), _, _, score, _ in links:
        a, b = s << _SENTENCE | i, t << _SENTENCE | j
        if whole.setdefault(a, (start, end)) != (start, end):
            cut.add(a)
        if whole.setdefault(b, (begin, stop)) != (begin, stop):
            cut.add(b)
        if a > b:
            a, b = b, a
        if a != b and score > near.get((a, b), 0.0):
            near[a, b] = score
    ties = _Ties(near, links, cut)
    pairs = sorted([(-score, *pair) for pair, score in near.items()])
    home: dict[int, list[int]] = {}  # the group of each member, the one that they all share
    for less, a, b in pairs:
        xs, ys = home.get(a), home.get(b)
        if xs is None and ys is None:
            if -less >= _TOGETHER:
                home[a] = home[b] = [a, b]
                ties.join([a], [b])
            continue
        xs, ys = xs or [a], ys or [b]
        if xs is not ys and ties.together(xs, ys):
            ties.join(xs, ys)
            if len(xs) < len(ys):
                xs, ys = ys, xs
            xs += ys
            for m in ys:
                home[m] = xs
    found = sorted([sorted(row) for m, row in home.items() if m == row[0]])
    return tuple([Group(tuple(map(_member, row))) for row in found])


def _member(number: int) -> Member:
    return Member(number >> _SENTENCE, number & ((1 << _SENTENCE) - 1))


class _Ties:
    """The links between members, and by which stretches those that are `cut` are in their groups."""

    def __init__(self, near: Mapping[tuple[int, int], float], links: Sequence[Link], cut: Set[int]) -> None:
        self._near, self._cut = near, cut
        self._at: dict[tuple[int, int], list[Stretch]] = defaultdict(list)  # of the first, tied to the second
        self._told: dict[int, list[Stretch]] = {}
        if cut:
            for one, two, *_ in links:
                a, b = one.source << _SENTENCE | one.sentence, two.source << _SENTENCE | two.sentence
                if a in cut:
                    self._at[a, b].append((one.start, one.end))
                if b in cut:
                    self._at[b, a].append((two.start, two.end))

    def together(self, a: Sequence[int], b: Sequence[int]) -> bool:
        """Whether two groups are tied as a whole."""
        cut = self._cut
        total = count = 0.0
        for m in a:
            for n in b:
                score = self._near.get((m, n) if m < n else (n, m))
                if score is not None:
                    count += 1
                    if (m not in cut or self._same(m, n, a)) and (n not in cut or self._same(n, m, b)):
                        total += score
                elif m >> _SENTENCE != n >> _SENTENCE:
                    count += 1
        return total >= _TOGETHER * count

    def join(self, a: Sequence[int], b: Sequence[int]) -> None:
        """Remember by which stretches the members of both are one group."""
        cut = self._cut
        for m in a:
            if m in cut:
                self._tell(m, b)
        for m in b:
            if m in cut:
                self._tell(m, a)

    def _tell(self, m: int, others: Sequence[int]) -> None:
        stretches = [at for n in others for at in self._at.get((m, n), ())]
        if stretches:
            self._told.setdefault(m, []).extend(stretches)

    def _same(self, m: int, n: int, group: Sequence[int]) -> bool:
        """Whether `n` says what `m` says in its `group`, or is of the only source tied to `m` there."""
        if self._fitting(m, n):
            return True
        return all(x >> _SENTENCE == n >> _SENTENCE for x in group if x != m)

    def _fitting(self, m: int, n: int) -> bool:
        """Whether a stretch of `m` that is tied to `n` is among those that brought `m` into its group."""
        told = self._told.get(m)
        return told is None or any(_overlap(at, x) for at in self._at[m, n] for x in told)


def _overlap(a: Stretch, b: Stretch) -> bool:
    both = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * both >= min(a[1] - a[0], b[1] - b[0])
