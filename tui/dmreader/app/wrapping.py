"""Words wrapped into rows, never cut unless one alone is wider than the row.

Where every character is one cell wide a row is one `str.rfind`; elsewhere cells are counted character by
character with Rich's tables, as the screen does, and a combining mark stays with what it combines with.
"""

import re
from collections.abc import Callable

from rich.cells import get_character_cell_size

_ONE_CELL = re.compile(
    "[ -~\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0482\\u2010-\\u2027"
    "\\u2030-\\u205e\\u20a0-\\u20bf\\u2400-\\u2426\\ufffd]*"
)


def one_cell_each(text: str) -> bool:
    """Whether every character of `text` surely takes one cell."""
    return (text.isascii() and text.isprintable()) or _ONE_CELL.fullmatch(text) is not None


def wrap(text: str, width: int) -> list[int]:
    """Where each row of `text` begins (the first at 0); `text` holds no line ends.

    Spaces at the end of a row hang over its edge. At least one character goes into every row, however narrow.
    """
    width = max(1, width)
    return _narrow(text, width) if one_cell_each(text) else _wide(text, width)


def _narrow(text: str, width: int) -> list[int]:
    starts = [0]
    at, end, rfind = 0, len(text), text.rfind
    while end - at > width:
        cut = rfind(" ", at, at + width + 1) + 1
        if cut <= at or not text[at:cut].strip(" "):
            cut = at + width
        while cut < end and text[cut] == " ":  # spaces hang over the edge
            cut += 1
        if cut >= end:
            break
        starts.append(cut)
        at = cut
    return starts


def _wide(text: str, width: int) -> list[int]:
    starts = [0]
    at = used = 0
    cut = -1  # after the last place where the row may end
    for i, character in enumerate(text):
        cells = _cells(character)
        joined = i > 0 and (cells == 0 or text[i - 1] == "\u200d")
        # A space that carries a combining mark is a letter like others.
        hangs = character == " " and (i + 1 == len(text) or _cells(text[i + 1]) > 0)
        if used + cells > width and not hangs and i > at and not joined:
            at = cut if cut > at else i
            starts.append(at)
            used = cells_between(text, at, i)
            cut = -1
        used += cells
        if joined and cut == i:  # what belongs to the character before stays with it
            cut = i + 1
        if (character == " " and hangs) or (cells == 2 and text[i + 1 : i + 2] not in _CLOSING):
            cut = i + 1  # after a space, and after every wide character, as in Chinese and Japanese
    return starts


_CLOSING = frozenset("。、，．！？）」』】》〉：；…ー")  # what never begins a row
_cells: Callable[[str], int] = get_character_cell_size


def cells_between(text: str, start: int, end: int) -> int:
    """The cells that `text[start:end]` takes, counted character by character."""
    return sum(map(_cells, text[start:end]))
