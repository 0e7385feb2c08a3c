"""The comparison at one look: what stands where in whom, as figures that a view draws."""

from collections.abc import Sequence
from dataclasses import dataclass

from dmreader.marks import KINDS, MarkKind, SourceMarks
from dmreader.model import Comparison, Link, Member


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two sources as a picture has it: parts of each text, from 0 to 1."""

    link: int
    kind: MarkKind
    moved: bool
    a: tuple[float, float]
    b: tuple[float, float]


def pairs(comparison: Comparison) -> tuple[tuple[int, int], ...]:
    """Every pair of sources, in order."""
    return tuple((pair.a, pair.b) for pair in comparison.summary.pairs)


def ties(comparison: Comparison, a: int, b: int) -> tuple[Tie, ...]:
    """The links between sources `a` and `b`, in the order in which `a` has them."""
    sizes = [max(1, len(source.text)) for source in comparison.sources]
    found = []
    for number, link in enumerate(comparison.links):
        if {link.a.source, link.b.source} != {a, b} or link.a.source == link.b.source:
            continue
        here, there = (link.a, link.b) if link.a.source == a else (link.b, link.a)
        found.append(
            Tie(
                number,
                link.relation,
                link.moved,
                (here.start / sizes[a], here.end / sizes[a]),
                (there.start / sizes[b], there.end / sizes[b]),
            )
        )
    return tuple(sorted(found, key=lambda tie: (tie.a, tie.b)))


def ends(link: Link, a: int) -> tuple[Member, Member]:
    """The two sentences of `link`, the one in source `a` first."""
    first, second = Member(*link.a[:2]), Member(*link.b[:2])
    return (first, second) if first.source == a else (second, first)


def band(
    comparison: Comparison, marks: Sequence[SourceMarks], source: int, width: int
) -> list[MarkKind | None]:
    """Source `source` from its beginning to its end in `width` cells: what most of each one's text is."""
    size = max(1, len(comparison.sources[source].text))
    weights = [[0.0] * len(KINDS) for _ in range(width)]
    for span, mark in zip(comparison.sentences[source], marks[source].sentences, strict=True):
        kind = KINDS.index(mark.kind)
        low, high = span.start * width / size, span.end * width / size
        for cell in range(int(low), min(width, int(high) + 1)):
            weights[cell][kind] += min(high, cell + 1) - max(low, cell)
    return [KINDS[weight.index(max(weight))] if any(w > 0 for w in weight) else None for weight in weights]


def nearest(found: Sequence[Tie], a: float, b: float | None = None) -> int | None:
    """The tie (its number) nearest to part `a` of one text, and to part `b` of the other if it is given."""

    def away(tie: Tie) -> float:
        distance = abs(sum(tie.a) / 2 - a)
        return distance if b is None else distance + abs(sum(tie.b) / 2 - b)

    return min(range(len(found)), key=lambda n: away(found[n]), default=None)
