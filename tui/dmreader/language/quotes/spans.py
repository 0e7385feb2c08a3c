"""The span of one quotation, before anything is known of its speaker or kind."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dmreader.model import QuoteKind


class QuoteSpan(NamedTuple):
    """`text[start:end]` is what is quoted, without its marks and the space beside them.

    `opened` and `closed` say whether the marks are there: a tokenised text loses them with its lines.
    `why` says what decided the ends, `confidence` (0 to 1) how surely.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True
    why: str = ""
    confidence: float = 1.0
    author: tuple[int, int] | None = None
    """Where the author of an embedded post, or the speaker of a turn, is named."""
    confirmed: tuple[int, ...] = ()
    """Sources that have the same words between surer marks."""
    kind: QuoteKind | None = None
    """What it is, if its form tells that."""


def touches(span: QuoteSpan, others: Sequence[QuoteSpan]) -> bool:
    """Whether `span` has a place in common with one of `others`, which are in order and apart."""
    k = bisect_left(others, (span.end,))
    return k > 0 and others[k - 1].end > span.start
