"""The quotations in the printed comparison: each once, with speaker, kind, who carries it, what differs."""

from collections.abc import Iterator, Sequence

from dmreader.exporting.formats import Style
from dmreader.exporting.naming import counted, place_reference, source_labels
from dmreader.exporting.quotations import Quotation, quotations
from dmreader.exporting.text_paint import Painter
from dmreader.exporting.text_runs import brackets, woven_runs
from dmreader.exporting.text_wrap import Run, line, ruled, side_by_side, wrap_runs
from dmreader.marks import ASCII, UNICODE
from dmreader.model import Comparison

_MEASURE = 100


def quote_lines(comparison: Comparison, style: Style, paint: Painter) -> Iterator[str]:
    """The list of quotations as lines; nothing when there are none."""
    found = quotations(comparison)
    if not found:
        return
    several = sum(len(q.sources) > 1 for q in found)
    figures = f"{counted(len(comparison.quotes), 'place')}, {counted(len(found), 'quotation')}"
    if len(comparison.sources) > 1:
        figures += f", {several:,} in more than one source"
    told = [Run("Quotations", ("heading",)), Run(f"  {figures}", ("faint",))]
    yield from ruled(told, style.width, paint, "-" if style.ascii else "─")
    digits = len(str(len(found)))
    for number, quotation in enumerate(found, start=1):
        yield from _quotation(comparison, quotation, f"{number:>{digits + 1}}", style, paint)


def _quotation(
    comparison: Comparison, quotation: Quotation, number: str, style: Style, paint: Painter
) -> Iterator[str]:
    names = source_labels(comparison)
    glyphs = ASCII if style.ascii else UNICODE
    room = max(20, min(_MEASURE, style.width - len(number) - 5))
    lead = quotation.variants[0]
    lines = wrap_runs([Run(lead.text, ("quote",))], room, paint)
    about = [
        *([_said_by(quotation, names)] if quotation.speakers else []),
        ", ".join(quotation.kinds),
        " ".join(
            place_reference(comparison, names, v.quote.source, v.quote.start)
            for v in sorted(quotation.variants, key=lambda v: (v.quote.source, v.quote.start))
        ),
    ]
    lines += wrap_runs([Run((" - " if style.ascii else " · ").join(about), ("faint",))], room, paint)
    for variant in quotation.variants[1:]:
        if variant.differs:
            place = place_reference(comparison, names, variant.quote.source, variant.quote.start)
            lines += wrap_runs(
                [Run(f"{place}  ", ("faint",)), *woven_runs(lead.text, variant.text, brackets(style))],
                room,
                paint,
            )
    first = [line(f"{number} {glyphs['quote']}", paint, "faint")]
    yield from side_by_side([(first, len(number) + 2), (lines, room)])


def _said_by(quotation: Quotation, names: Sequence[str]) -> str:
    if len(quotation.speakers) == 1:
        return quotation.speakers[0][0]
    told = (f"{name} ({' '.join(names[s] for s in where)})" for name, where in quotation.speakers)
    return ("speakers differ: " if quotation.disputed else "") + ", ".join(told)
