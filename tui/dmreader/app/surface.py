"""What every widget of the reader's own is made of: nothing is painted twice, styles are resolved once."""

from typing import Self

from textual.geometry import Region
from textual.widget import Widget

from dmreader.app.looks import Looks


class Surface(Widget):
    """A widget that paints itself by `render_lines`, which sets `painted`.

    Before that nothing of it is asked to be painted again: the first painting shows it as it is then.
    `prefix` is that of the component classes of its own, if it has any.
    """

    prefix = "ink"
    painted = False
    _looks: Looks | None = None

    @property
    def looks(self) -> Looks:
        """The styles of the present theme."""
        if self._looks is None:
            self._looks = Looks(self, self.prefix)
        return self._looks

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._looks = None
        self._forget_strips()

    def _forget_strips(self) -> None:
        """Let go of all that was painted in the styles of before."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """As `Widget.refresh`."""
        repaint = repaint and self.painted
        if repaint or layout or recompose:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self


class Holder(Widget):
    """A widget of which nothing is seen but what it holds, so nothing is worked out or painted for it."""

    BLANK = True

    def refresh(
        self, *_: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """As `Widget.refresh`, without painting."""
        del repaint
        if layout or recompose:
            super().refresh(repaint=False, layout=layout, recompose=recompose)
        return self
