"""The one place where the stylesheet says what marks look like; every pane paints with it.

Textual works out the styles of a widget's component classes whenever that widget is styled. One hidden widget
that has them all makes that once, not once for each of many panes.
"""

from typing import ClassVar

from textual.widget import Widget

from dmreader.app.bits import NAMES
from dmreader.marks import KINDS

INKS: tuple[str, ...] = (
    *KINDS,
    *(f"sign-{kind}" for kind in KINDS),
    *(name for _, name in NAMES),
    *("gutter", "edge", "edge-partner", "flag", "label"),
    *("strong", "quiet", "faint", "key", "here", "view"),
    *("map-hit", "rule", "filter", "search", "added", "left-out"),
)
"""Every name that `Looks` can be asked for; each is the component class `ink--NAME`."""


class Ink(Widget):
    """Never shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}
