"""Sentences tied by links, over any number of sources."""

from collections.abc import Sequence

from dmreader.model import Group, Link, Member


def group(links: Sequence[Link]) -> tuple[Group, ...]:
    """Connected sentences."""
    parent: dict[Member, Member] = {}

    def root(m: Member) -> Member:
        while parent.setdefault(m, m) != m:
            m = parent[m]
        return m

    for x in links:
        parent[root(Member(*x.a[:2]))] = root(Member(*x.b[:2]))
    members: dict[Member, list[Member]] = {}
    for m in sorted(parent):
        members.setdefault(root(m), []).append(m)
    return tuple(sorted((Group(tuple(ms)) for ms in members.values()), key=lambda g: g.members[0]))
