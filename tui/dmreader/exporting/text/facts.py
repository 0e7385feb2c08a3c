"""Where the sources disagree, in the printed comparison."""

from collections.abc import Iterator

from dmreader.exporting.disagreements import disagreements
from dmreader.exporting.formats import Style
from dmreader.exporting.naming import source_labels
from dmreader.exporting.text.paint import Painter
from dmreader.exporting.text.wrap import Run, paragraph, ruled
from dmreader.model import Comparison

_MEASURE = 100


def fact_lines(comparison: Comparison, style: Style, paint: Painter) -> Iterator[str]:
    """Each disagreement with its sides; nothing when there is none."""
    found = disagreements(comparison, source_labels(comparison))
    if found:
        yield from ruled([Run("Where they differ", ("heading",))], style, paint)
    width = min(_MEASURE, style.width)
    for kind, topic, sides in found:
        yield from paragraph([Run(topic, ("only here",)), Run(f"  {kind}", ("faint",))], width, paint, 2)
        for value, places in sides:
            runs = [Run(" ".join(places), ("faint",)), Run(f"  {value}")]
            yield from paragraph(runs, width, paint, indent=4)
