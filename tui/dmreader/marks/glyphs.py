"""The one table of glyphs: a mark never stands on colour alone, and looks alike on screen, paper and page."""

from collections.abc import Mapping
from types import MappingProxyType

from dmreader.marks.kinds import KINDS, WORDS, Sign

UNICODE: Mapping[Sign, str] = MappingProxyType(
    {
        "verbatim": "=",
        "near-verbatim": "≈",
        "reworded": "~",
        "partial": "½",
        "unique": "•",
        "moved": "↕",
        "repeat": "×",
        "quote": "”",
        "cursor": "▌",
        "partner": "▏",
    }
)
"""One cell each. All but the last are in WGL4, which every text and console font holds."""

ASCII: Mapping[Sign, str] = MappingProxyType(
    {
        "verbatim": "=",
        "near-verbatim": "%",
        "reworded": "~",
        "partial": "/",
        "unique": "*",
        "moved": "^",
        "repeat": "x",
        "quote": '"',
        "cursor": ">",
        "partner": "|",
    }
)
"""The same, for terminals and fonts that have nothing else."""

LEGEND: tuple[Sign, ...] = (*KINDS, "moved", "repeat", "quote")
"""The signs that a legend explains, in its order; cursor and partner explain themselves."""


def legend_of(sources: int) -> tuple[Sign, ...]:
    """The signs that so many sources need: one alone has nobody to share with."""
    return LEGEND if sources > 1 else ("repeat", "quote")


def legend(glyphs: Mapping[Sign, str] = UNICODE, sources: int = 2) -> tuple[str, ...]:
    """What each glyph means, shortly: `("= the same words", …)`, one entry a sign, for any layout."""
    return tuple(f"{glyphs[sign]} {WORDS[sign]}" for sign in legend_of(sources))
