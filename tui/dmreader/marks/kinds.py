"""What a mark can say, in words."""

from typing import Literal, get_args

MarkKind = Literal["verbatim", "near-verbatim", "reworded", "partial", "unique"]
"""What a sentence, or a piece of one, is to the other sources."""

Sign = Literal[MarkKind, "moved", "repeat", "quote", "cursor", "partner"]
"""Everything that has a glyph of its own: the kinds, and what may come on top of a kind."""

KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
"""The kinds, the closest relation first."""

WORDS: dict[Sign, str] = {
    "verbatim": "the same words",
    "near-verbatim": "nearly the same words",
    "reworded": "in other words",
    "partial": "in part",
    "unique": "only here",
    "moved": "at another place",
    "repeat": "said again here",
    "quote": "quotation",
    "cursor": "where you are",
    "partner": "says the same",
}
"""What each sign means, as a legend, a help screen or a screen reader says it."""
