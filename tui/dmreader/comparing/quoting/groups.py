"""Quotations that are the same: with the same words, a part of one, or the same words somewhat changed.

Few and common words tie nothing by themselves: then the words around them, or one speaker, must be the
same. Two known speakers who differ are kept apart, unless two sources have the very same words: then they
disagree on who said them. Tied are the surest pairs first, and never two groups whose speakers contradict
each other.
"""

from collections.abc import Sequence, Set

from dmreader.comparing.quoting.candidates import candidates
from dmreader.comparing.quoting.likeness import Likeness, Likenesses
from dmreader.comparing.quoting.names import Name, clash, one_person
from dmreader.comparing.quoting.wording import Wording

_AROUND = 3
"""Words around two short quotations that must be the same, next to them."""
_SURE = 6
"""Words that are one quotation even when two sources give different speakers."""

_ORDER: dict[Likeness, int] = {"same": 0, "part": 1, "reworded": 2}


class Groups:
    """Quotations by number, each in one group; grown by ties that contradict nothing."""

    def __init__(self, names: Sequence[Name | None]) -> None:
        self._root = list(range(len(names)))
        self._members: list[list[int]] = [[k] for k in range(len(names))]
        self._names: list[dict[frozenset[str], Name]] = [
            {name.core: name} if name and not name.describes else {} for name in names
        ]

    def of(self, k: int) -> int:
        """The group of quotation `k`, as the number of one of its quotations."""
        while self._root[k] != k:
            self._root[k] = self._root[self._root[k]]
            k = self._root[k]
        return k

    def members(self, k: int) -> Sequence[int]:
        """The quotations in the group of quotation `k`."""
        return self._members[self.of(k)]

    def tie(self, a: int, b: int, sure: bool) -> bool:
        """Make one group of those of `a` and `b`, unless their speakers contradict and the words are not
        `sure`.
        """
        x, y = self.of(a), self.of(b)
        if x == y:
            return True
        if not sure and any(clash(n, m) for n in self._names[x].values() for m in self._names[y].values()):
            return False
        if len(self._members[x]) < len(self._members[y]):
            x, y = y, x
        self._root[y] = x
        self._members[x] += self._members[y]
        self._members[y] = []
        self._names[x] |= self._names[y]
        return True


def tie_same(
    quotes: Sequence[Wording], names: Sequence[Name | None], rare: Set[int], likenesses: Likenesses
) -> tuple[Groups, list[tuple[int, int]]]:
    """The groups of `quotes`, and the pairs that are similar at most; `rare` words stand only in
    quotations.
    """
    groups = Groups(names)
    pairs = []
    similar = []
    for a, b in candidates([quote.words for quote in quotes], rare):
        how = likenesses.of(a, b)
        if how in _ORDER:
            pairs.append((_ORDER[how], -min(len(quotes[a].words), len(quotes[b].words)), a, b, how))
        elif how:
            similar.append((a, b))
    for _, _, a, b, how in sorted(pairs):
        x, y = quotes[a], quotes[b]
        if not _enough(x, y, how, rare) and not (
            how == "same" and x.content and one_person(names[a], names[b])
        ):
            continue
        sure = how == "same" and x.source != y.source and (len(x.words) >= _SURE or _surroundings(x, y))
        if not groups.tie(a, b, sure):
            similar.append((a, b))
    return groups, [(a, b) for a, b in similar if groups.of(a) != groups.of(b)]


def _enough(x: Wording, y: Wording, how: Likeness, rare: Set[int]) -> bool:
    """Whether the words that two quotations share are enough to make them one."""
    short = min(x, y, key=lambda q: len(q.words))
    least = 3 if x.source != y.source else 4
    if len(short.words) >= least and (short.content >= 2 or len(short.words) >= _SURE):
        return True
    if how == "reworded":
        return False
    return _surroundings(x, y) or (
        not short.handle and all(word in rare for word in short.words if word >= 0)
    )


def _surroundings(x: Wording, y: Wording) -> bool:
    """Whether the words next to two quotations are the same."""
    same = 0
    for a, b in zip(reversed(x.before), reversed(y.before), strict=False):
        if a != b:
            break
        same += 1
    for a, b in zip(x.behind, y.behind, strict=False):
        if a != b:
            break
        same += 1
    return same >= _AROUND
