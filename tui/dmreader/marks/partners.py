"""Where else a sentence is said: the far ends of its links."""

from collections.abc import Sequence
from typing import NamedTuple

from dmreader.marks.marks import SourceMarks
from dmreader.model import Comparison, Relation, Span


class Partner(NamedTuple):
    """A sentence that says the same as another one, seen from that one.

    `source`, `sentence` and `there` (the part of it that says the same) are the partner's; `start` and `end`
    are the part of the sentence that one looks from. `link` is the number of their link.
    """

    source: int
    sentence: int
    there: Span
    start: int
    end: int
    relation: Relation
    moved: bool
    score: float
    link: int


def partners(
    comparison: Comparison, marks: Sequence[SourceMarks], source: int, sentence: int
) -> tuple[Partner, ...]:
    """The partners of a sentence, best first, those in its own source last."""
    found = []
    for number in marks[source].sentences[sentence].links:
        link = comparison.links[number]
        near, far = link.seen_from(source, sentence)
        found.append(
            Partner(
                far.source,
                far.sentence,
                Span(far.start, far.end),
                near.start,
                near.end,
                link.relation,
                link.moved,
                link.score,
                number,
            )
        )
    return tuple(found)
