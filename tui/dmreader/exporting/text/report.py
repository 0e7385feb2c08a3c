"""The printed comparison, for people: what `dmreader` says when it has no screen to draw on."""

from collections.abc import Iterator

from dmreader.exporting.formats import Style
from dmreader.exporting.text.facts import fact_lines
from dmreader.exporting.text.heading import heading
from dmreader.exporting.text.paint import Painter
from dmreader.exporting.text.quotes import quote_lines
from dmreader.exporting.text.sentences import columns, source_lines
from dmreader.marks import mark
from dmreader.model import Comparison


def render(comparison: Comparison, style: Style) -> Iterator[str]:
    """Figures, then every source sentence by sentence, then the quotations; wrapped to `style.width`."""
    if style.plain:
        from dmreader.exporting.text.plain import plain_lines

        lines = plain_lines(comparison, style)
    else:
        lines = _lines(comparison, style)
    for line in lines:
        yield line + "\n"


def _lines(comparison: Comparison, style: Style) -> Iterator[str]:
    paint = Painter(style.colour)
    yield from heading(comparison, style, paint)
    set_in = columns(comparison, mark(comparison), style, paint)
    for source in range(len(comparison.sources)):
        yield from source_lines(set_in, source)
    yield from fact_lines(comparison, style, paint)
    yield from quote_lines(comparison, style, paint)
