"""Quotation marks of a text: where they stand, and which way each one faces."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Facing = Literal["open", "close", "either"]

_GLYPHS = '“”„‟«»‹›「」『』〝〞〟＂"'
# It begins with a set of characters, which the regular expression engine can skip to.
_DOUBLE = re.compile(rf"[{_GLYPHS}`'](?:(?<=[{_GLYPHS}])|(?<=`)`|(?<=')(?<!'')'(?!'))")
_ALWAYS: dict[str, Facing] = {
    "„": "open", "‟": "open", "「": "open", "『": "open", "〝": "open", "``": "open",
    "」": "close", "』": "close", "〞": "close", "〟": "close",
}  # fmt: skip
_PAIRS = {"«": "»", "‹": "›"}
_LEADS = frozenset(" \t\n\u00a0\u202f\u3000([{—–-/…‘'“")
_TRAILS = frozenset(" \t\n\u00a0\u202f\u3000)]}—–-/…’'”.,;:!?")


class Mark(NamedTuple):
    """`text[start:end]` is a double quotation mark; `either` is for what the state must tell."""

    start: int
    end: int
    glyph: str
    facing: Facing


def flanked(text: str, start: int, end: int) -> Facing:
    """Which way a mark faces by what stands beside it: before a word it opens, behind one it closes."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    left, right = before in _LEADS, after in _TRAILS
    if left and not right:
        return "open"
    if right and not left:
        return "close"
    if left and right and before.isspace() != after.isspace():
        return "open" if before.isspace() else "close"
    return "either"


def _reversed(text: str, opening: str, closing: str) -> bool:
    """Whether `text` writes »so« rather than «so»."""
    usual = len(re.findall(rf"(?<!\S){opening}(?=\w)", text))
    return len(re.findall(rf"(?<!\S){closing}(?=\w)", text)) > usual


def double_marks(text: str) -> Iterator[Mark]:
    """The double marks of `text` in order: curly, straight, `''`, guillemets, low and corner marks."""
    facing: dict[str, Facing] = dict(_ALWAYS)
    for opening, closing in _PAIRS.items():
        if closing in text or opening in text:
            turned = _reversed(text, opening, closing)
            facing[opening] = "close" if turned else "open"
            facing[closing] = "open" if turned else "close"
    low = "„" in text  # then “ closes, as in German
    for match in _DOUBLE.finditer(text):
        glyph = match[0]
        start, end = match.span()
        faces = facing.get(glyph)
        if faces is None:
            faces = flanked(text, start, end)
            if glyph == "“" and (not low or faces == "open"):
                faces = "open"
            elif glyph == "“" or (glyph == "”" and faces != "open"):
                faces = "close"
        yield Mark(start, end, glyph, faces)
