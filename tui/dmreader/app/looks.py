"""Styles resolved once for a theme, so that painting never asks the stylesheet."""

from collections.abc import Iterable
from functools import reduce

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.css.styles import RenderStyles
from textual.widget import Widget

from dmreader.app.bits import KIND, NAMES
from dmreader.app.ink import Ink
from dmreader.marks import KINDS


class Looks:
    """The rich styles of names laid over a widget's own colours.

    A name is the component class `prefix--name` where the widget has one of its own, else an ink of `Ink`.
    """

    def __init__(self, widget: Widget, prefix: str = "ink") -> None:
        self._widget = widget
        self._prefix = prefix
        _, self._background = widget.background_colors
        self._foreground = widget.styles.color
        self._styles: dict[int, Style] = {}
        self._named: dict[tuple[str, ...], Style] = {}

    def of(self, bits: int) -> Style:
        """The style of a sum of bits."""
        style = self._styles.get(bits)
        if style is None:
            names: list[str] = [KINDS[(bits & KIND) - 1]] if bits & KIND else []
            names += [name for bit, name in NAMES if bits & bit]
            style = self._styles[bits] = self.named(*names)
        return style

    def named(self, *names: str) -> Style:
        """The style of component classes laid over each other, the last on top."""
        style = self._named.get(names)
        if style is None:
            style = self._named[names] = self._lay(names)
        return style

    def _lay(self, names: Iterable[str]) -> Style:
        background, foreground, text = self._background, self._foreground, Style.null()
        for name in names:
            rules = self._rules(name)
            if rules.has_rule("background"):
                background = _over(background, rules.background)
            if rules.has_rule("color"):
                foreground = rules.color
            text = text + rules.text_style
        laid = text + Style.from_color(_over(background, foreground).rich_color, background.rich_color)
        return _filtered(self._widget, laid)

    def _rules(self, name: str) -> RenderStyles:
        own = f"{self._prefix}--{name}"
        if own in self._widget.COMPONENT_CLASSES:
            return self._widget.get_component_styles(own)
        ink: Ink = self._widget.app.ink  # type: ignore[attr-defined]
        return ink.rules(name)


def _over(under: Color, colour: Color) -> Color:
    """`colour` laid over `under`; the terminal's own colours cannot be mixed and replace each other."""
    if colour.ansi is not None or under.ansi is not None or colour.a >= 1:
        return under if colour.a == 0 else colour
    return under.blend(colour, colour.a, 1)


def _filtered(widget: Widget, style: Style) -> Style:
    """`style` as the app's line filters (NO_COLOR and the like) would have it."""
    _, background = widget.background_colors
    segments = reduce(
        lambda row, f: f.apply(row, background), widget.app.get_line_filters(), [Segment("x", style)]
    )
    return segments[0].style or Style.null()
