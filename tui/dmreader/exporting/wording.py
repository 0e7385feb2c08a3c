"""Two texts that say the same, woven into one, so that what differs can be marked where it stands."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple

from dmreader.comparing.difference_words import folded, keys
from dmreader.comparing.differences import differences
from dmreader.model import Comparison

Thread = Literal["same", "only first", "only second", "moved"]

_MOST = 2_000_000


class Strand(NamedTuple):
    """A run of text that is in both, in the first or the second only, or in both at different places."""

    thread: Thread
    text: str


def weave(first: str, second: str) -> Iterator[Strand]:
    """`second` as it stands, with what only `first` has in its places, set off by blanks if there are any."""
    at = 0
    blank = " " if " " in first + second else ""
    for change in differences(first, second):
        if change.b.start > at:
            yield Strand("same", second[at : change.b.start])
        before, after = first[slice(*change.a)], second[slice(*change.b)]
        if change.kind in ("changed", "left out") and before:
            until = max(at, change.b.start)
            lead = "" if not until or second[until - 1].isspace() else blank
            yield Strand("only first", lead + before + blank * (until < len(second)))
        if after:
            yield Strand(_THREADS.get(change.kind, "only second"), after)
        at = max(at, change.b.end)
    if at < len(second):
        yield Strand("same", second[at:])


def differ(first: str, second: str) -> bool:
    """Whether two texts differ in a word."""
    fold = folded(first, second)
    return any(one != other for one, other in zip_longest(keys(first, fold), keys(second, fold)))


_THREADS: dict[str, Thread] = {"same": "same", "moved": "moved"}


def affordable(comparison: Comparison) -> bool:
    """Whether word differences of all links may be given: in large ones they cost more than all else."""
    return (
        sum(
            link.a.end - link.a.start + link.b.end - link.b.start
            for link in comparison.links
            if link.relation != "verbatim"
        )
        <= _MOST
    )
