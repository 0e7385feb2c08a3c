"""Styled text before it is painted: pieces, rows of them, and how they are made to fit."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from dmreader.app.wrapping import wrap

Piece = tuple[str, tuple[str, ...]]
"""A text from anywhere, never read as markup, and the names of the inks that style it."""
Row = Sequence[Piece]
_NO_BREAK = "\u00a0"


def cells(pieces: Iterable[Piece]) -> int:
    """The cells that a row of pieces takes."""
    return sum(cell_len(text) for text, _ in pieces)


def fitted(text: str, width: int, ellipsis: str) -> str:
    """`text` in at most `width` cells, cut at its end where it must be."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    return set_cell_size(text, room).rstrip() + ellipsis if room > 0 else set_cell_size(text, max(0, width))


def held(text: str) -> str:
    """`text` in one row: `wrapped` parts it nowhere, unless it is wider than a row."""
    return text.replace(" ", _NO_BREAK)


def wrapped(pieces: Iterable[Piece], width: int, indent: int = 0, hang: int = 0) -> list[Row]:
    """Pieces as rows of at most `width` cells, words whole.

    Each row stands behind `indent` spaces, and every row but the first behind `hang` more.
    """
    pieces = list(pieces)
    text = "".join(p[0] for p in pieces).replace("\n", " ").replace("\t", " ")
    first = len(wrap_first(text, max(1, width - indent)))
    starts = [0]
    if first < len(text):
        starts += [first + at for at in wrap(text[first:], max(1, width - indent - hang))]
    rows: list[Row] = []
    for start, end in pairwise([*starts, len(text)]):
        end = start + len(text[start:end].rstrip(" "))
        margin = indent + hang * (start > 0)
        row: list[Piece] = [(" " * margin, ())] if margin else []
        at = 0
        for piece, names in pieces:
            lo, hi = max(start, at), min(end, at + len(piece))
            if lo < hi:
                row.append((text[lo:hi].replace(_NO_BREAK, " "), names))
            at += len(piece)
        rows.append(row)
    return rows


def wrap_first(text: str, width: int) -> str:
    """The first row of `text`."""
    starts = wrap(text, width)
    return text[: starts[1]] if len(starts) > 1 else text
