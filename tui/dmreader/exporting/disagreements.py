"""Facts that sources give differently, as a reader wants them listed: the gravest first."""

from typing import NamedTuple

from dmreader.exporting.naming import place_reference
from dmreader.model import Comparison, one_line

_GRAVEST_FIRST = ("conflict", "update", "detail")


class Disagreement(NamedTuple):
    """What a fact is about, and each value with the sentences that give it, as readers count."""

    kind: str
    topic: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]


def disagreements(comparison: Comparison, names: tuple[str, ...]) -> list[Disagreement]:
    """Every fact but those on which all agree."""
    found = []
    for fact in comparison.facts:
        if fact.kind in _GRAVEST_FIRST:
            sides = tuple(
                (
                    one_line(side.value),
                    tuple(
                        dict.fromkeys(place_reference(comparison, names, s, at) for s, at, _ in side.spans)
                    ),
                )
                for side in fact.sides
            )
            found.append(Disagreement(fact.kind, one_line(fact.topic), sides))
    return sorted(found, key=lambda d: _GRAVEST_FIRST.index(d.kind))
