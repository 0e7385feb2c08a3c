"""A widget of many rows of styled pieces, which scrolls: the inspector, the help and other reading matter."""

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from dmreader.app.direction import kept_apart
from dmreader.app.glyphs import Glyphs
from dmreader.app.line import cropped
from dmreader.app.pieces import Row
from dmreader.app.surface import Surface


class Lines(Surface):
    """Rows shown from number `first` on; a subclass makes them for a width with `rows`."""

    def __init__(self) -> None:
        super().__init__()
        self.first = 0
        self._made: tuple[int, list[Row]] | None = None
        self._strips: tuple[Size, list[Strip]] | None = None

    def _forget_strips(self) -> None:
        self._strips = None

    def rows(self, width: int) -> list[Row]:
        """All rows, each at most `width` cells wide."""
        raise NotImplementedError

    def row(self, at: int) -> Row:
        """One of the rows."""
        return self.made[at]

    @property
    def made(self) -> list[Row]:
        """The rows at the present width."""
        width = max(1, self.size.width - 1)
        if self._made is None or self._made[0] != width:
            self._made = (width, self.rows(width))
        return self._made[1]

    def renew(self) -> None:
        """Make the rows anew and start at the top."""
        self._made = None
        self.first = 0
        self.repaint()

    def scroll(self, lines: int) -> None:
        """On by so many rows, as far as there are any."""
        first = max(0, min(self.first + lines, len(self.made) - self.size.height))
        if first != self.first:
            self.first = first
            self.repaint()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in `crop`; painted once, until something is scrolled or made anew."""
        self.painted = True
        size = self.size
        if self._strips is None or self._strips[0] != size:
            self._strips = (size, [self._painted_row(y, size) for y in range(size.height)])
        return cropped(self._strips[1][crop.y : crop.bottom], crop, size.width)

    def render_line(self, y: int) -> Strip:
        """One row, as the pointer asks for it."""
        return self._painted_row(y, self.size)

    def _painted_row(self, y: int, size: Size) -> Strip:
        """One row, with a sign at its end where there is more above or below."""
        named = self.looks.named
        rows = self.made
        at = self.first + y
        pieces = self.row(at) if at < len(rows) else ()
        strip = Strip([Segment(kept_apart(text), named(*names)) for text, names in pieces])
        strip = strip.adjust_cell_length(max(0, size.width - 1), named())
        more = (y == size.height - 1 and at + 1 < len(rows)) or (y == 0 and self.first > 0)
        return Strip([*strip, Segment(self.sign(y) if more else " ", named("quiet"))])

    def repaint(self) -> None:
        """Paint the rows anew."""
        self._strips = None
        self.refresh()

    def sign(self, y: int) -> str:
        """What says that there is more above (y is 0) or below."""
        above, below = "^v" if self.plain else "▴▾"
        return above if y == 0 and self.first else below

    @property
    def plain(self) -> bool:
        """Whether nothing but ASCII is to be shown."""
        glyphs: Glyphs | None = getattr(self, "glyphs", None)
        return glyphs is not None and glyphs.plain

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll(-2)
