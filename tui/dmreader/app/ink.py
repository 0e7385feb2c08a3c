"""The one place where the stylesheet says what marks look like; every pane paints with it.

What an ink looks like is worked out when it is first painted with. As component classes, which Textual works
out for every widget whenever that is styled, the same would be done many times over, most of it for nothing.
"""

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget


class Ink(Widget):
    """Never shown."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, RenderStyles] = {}

    def rules(self, name: str) -> RenderStyles:
        """What the stylesheets say of `.ink--NAME`, the class of a part of this widget."""
        known = self._known.get(name)
        if known is None:
            part = DOMNode(classes=f"ink--{name}")
            part._attach(self)
            self.app.stylesheet.apply(part)
            known = self._known[name] = part.styles
        return known

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._known.clear()
