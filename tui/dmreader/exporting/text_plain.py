"""The printed comparison in plain sentences, for screen readers, braille and simple tools."""

from collections.abc import Iterator

from dmreader.exporting.formats import Style
from dmreader.model import Comparison


def plain_lines(comparison: Comparison, style: Style) -> Iterator[str]:
    """Everything, one thing after the other."""
    yield f"{len(comparison.sources)} {style.width}"
