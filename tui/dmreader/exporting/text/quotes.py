"""The quotations in the printed comparison: each once, with speaker, kind, who carries it, what differs."""

from collections.abc import Iterator, Sequence

from dmreader.exporting.formats import Style
from dmreader.exporting.naming import source_labels
from dmreader.exporting.quotations import Quotation, evidence_line, places, quotations, speaker_name
from dmreader.exporting.text.paint import Painter
from dmreader.exporting.text.runs import brackets, woven_runs
from dmreader.exporting.text.wrap import Run, line, ruled, side_by_side, wrap_runs
from dmreader.marks import ASCII, UNICODE, counted
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
    heading = [Run("Quotations", ("heading",)), Run(f"  {figures}", ("faint",))]
    yield from ruled(heading, style, paint)
    digits = len(str(len(found)))
    for quotation in found:
        yield from _quotation(comparison, quotation, f"{quotation.number:>{digits + 1}}", style, paint)


def _quotation(
    comparison: Comparison, quotation: Quotation, number: str, style: Style, paint: Painter
) -> Iterator[str]:
    names = source_labels(comparison)
    glyphs = ASCII if style.ascii else UNICODE
    room = max(20, min(_MEASURE, style.width - len(number) - 5))
    fullest = quotation.variants[0].text
    lines = wrap_runs([Run(fullest, ("quote",))], room, paint)
    about = (" - " if style.ascii else " · ").join(_about(comparison, quotation, names))
    lines += wrap_runs([Run(about, ("faint",))], room, paint)
    for variant in quotation.variants[1:]:
        where = " ".join(places(comparison, names, variant.quotes))
        runs = [Run(f"{glyphs[variant.kind]} {where}  ", ("faint",))]
        runs += (
            woven_runs(fullest, variant.text, brackets(style))
            if variant.kind == "reworded"
            else [Run(variant.text)]
        )
        lines += wrap_runs(runs, room, paint)
    for quote in quotation.evidence:
        lines += wrap_runs([Run(evidence_line(comparison, names, quote), ("faint",))], room, paint)
    first = [line(f"{number} {glyphs['quote']}", paint, "faint")]
    yield from side_by_side([(first, len(number) + 2), (lines, room)])


def _about(comparison: Comparison, quotation: Quotation, names: tuple[str, ...]) -> Iterator[str]:
    if quotation.speakers:
        yield _said_by(quotation, names)
    yield ", ".join(quotation.kinds)
    yield " ".join(places(comparison, names, quotation.quotes))
    if quotation.words_differ:
        yield "words differ"
    if quotation.similar:
        yield f"similar: {', '.join(map(str, quotation.similar))}"


def _said_by(quotation: Quotation, names: Sequence[str]) -> str:
    given = [(speaker_name(each), " ".join(names[s] for s in each.sources)) for each in quotation.speakers]
    if len(given) == 1:
        name, by = given[0]
        return f"{name}, named by {by}" if quotation.named_elsewhere else name
    said = ", ".join(f"{name} ({by})" for name, by in given)
    return f"named differently: {said}" if quotation.named_differently else said
