"""A widget of one row, painted from pieces that are already styled."""

from collections.abc import Iterable

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from dmreader.app.direction import kept_apart
from dmreader.app.pieces import Piece
from dmreader.app.surface import Surface


class Line(Surface):
    """One row; a subclass says what is in it with `pieces`."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: object = None
        self._strip: tuple[int, Strip] | None = None

    def _forget_strips(self) -> None:
        self._strip = None

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """What stands at the left, and at the right end, of a row of `width` cells."""
        raise NotImplementedError

    def update(self) -> None:
        """Repaint if there is something else to say."""
        left, right = self.pieces(self.size.width)
        if (tuple(left), tuple(right)) != self._drawn:
            self._strip = None
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The row; whatever does not fit is left out from the middle."""
        self.painted = True
        width = self.size.width
        if self._strip is None or self._strip[0] != width:
            self._strip = (width, self._made(width))
        strips = [self._strip[1] if y == 0 else self._made(0) for y in range(crop.y, crop.bottom)]
        return cropped(strips, crop, width)

    def render_line(self, y: int) -> Strip:
        """The row, as the pointer asks for it."""
        return self._made(self.size.width if y == 0 else 0)

    def _made(self, width: int) -> Strip:
        ground = self.looks.named()
        if width < 1:
            return Strip.blank(width, ground)
        left_side, right_side = map(tuple, self.pieces(width))
        self._drawn = (left_side, right_side)
        left, right = (
            [Segment(kept_apart(text), self.looks.named(*names)) for text, names in side]
            for side in (left_side, right_side)
        )
        used = sum(s.cell_length for s in right)
        if used >= width:
            return Strip(left).adjust_cell_length(width, ground)
        body = Strip(left).adjust_cell_length(width - used, ground)
        return Strip([*body, *right]).adjust_cell_length(width, ground)


def cropped(strips: list[Strip], crop: Region, width: int) -> list[Strip]:
    """The strips of whole rows of `width` cells, cut to the columns of `crop` if that is not all of them."""
    if crop.x == 0 and crop.width >= width:
        return strips
    return [strip.crop(crop.x, crop.x + crop.width) for strip in strips]
