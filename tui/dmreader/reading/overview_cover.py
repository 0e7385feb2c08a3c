"""What one source has of another, from the other's beginning to its end."""

from dmreader.marks import KINDS, MarkKind
from dmreader.model import Comparison
from dmreader.reading.overview import ties


def cover(comparison: Comparison, source: int, other: int, width: int) -> list[MarkKind | None]:
    """`source` in `width` cells: how close the closest is that `other` has of each; None where it has no."""
    cells = [len(KINDS)] * width
    for tie in ties(comparison, source, other):
        rank = KINDS.index(tie.kind)
        low = min(width - 1, int(tie.a[0] * width))
        for cell in range(low, max(low + 1, min(width, int(tie.a[1] * width + 0.5)))):
            cells[cell] = min(cells[cell], rank)
    return [KINDS[rank] if rank < len(KINDS) else None for rank in cells]
