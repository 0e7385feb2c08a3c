"""The head of the printed comparison: what was compared, in figures; all of it within the first screen."""

from collections.abc import Iterator, Sequence

from dmreader.exporting.everywhere import everywhere
from dmreader.exporting.formats import Style
from dmreader.exporting.naming import name_and_title, reference, source_labels, words
from dmreader.exporting.text.figures import table
from dmreader.exporting.text.paint import Painter
from dmreader.exporting.text.wrap import (
    Run,
    cells,
    clip,
    line,
    pad,
    paragraph,
    ruled,
    side_by_side,
    wrap_runs,
)
from dmreader.marks import ASCII, UNICODE, counted, legend
from dmreader.model import Comparison, Group, one_line

_MEASURE = 76


def heading(comparison: Comparison, style: Style, paint: Painter) -> Iterator[str]:
    """Title, table, what each source is, the legend, and what all of them say, as lines."""
    names = source_labels(comparison)
    common = everywhere(comparison)
    yield from paragraph([Run(_title(len(names), len(common)), ("heading",))], style.width, paint)
    yield ""
    yield from table(comparison, names, style, paint)
    yield ""
    yield from _sources(comparison, names, style, paint)
    yield ""
    yield from _legend(len(names), style, paint)
    if common and len(names) > 2:
        yield from _common(comparison, names, common, style, paint)


def _title(sources: int, common: int) -> str:
    if sources == 1:
        return "1 source on its own"
    every = "both" if sources == 2 else f"all {sources}"
    return f"{sources} sources compared: {counted(common, 'sentence')} in {every} of them"


def _sources(comparison: Comparison, names: tuple[str, ...], style: Style, paint: Painter) -> Iterator[str]:
    wide = max(map(cells, names))
    for name, source in zip(names, comparison.sources, strict=True):
        about = clip(name_and_title(source, name), style.width - wide - 4, "..." if style.ascii else "…")
        yield f"  {paint(pad(name, wide), 'heading')}  {about}"
        for notice in source.notices:
            yield from paragraph([Run(f"({one_line(notice)})")], style.width, paint, indent=wide + 4)


def _legend(sources: int, style: Style, paint: Painter) -> Iterator[str]:
    around = "{...}" if style.ascii else "⟦…⟧"
    entries = legend(ASCII if style.ascii else UNICODE, sources)
    entries += (f"{around} words the others do not have",) * (sources > 1)
    row = ""
    for entry in entries:
        if row and cells(row) + cells(entry) + 2 > style.width:
            yield paint(row, "faint")
            row = ""
        row += f"  {entry}"
    yield paint(row, "faint")


def _common(
    comparison: Comparison,
    names: tuple[str, ...],
    common: Sequence[Group],
    style: Style,
    paint: Painter,
) -> Iterator[str]:
    """What every source says, each statement as the first one has it, with every place."""
    yield from ruled([Run(f"In all {len(names)}", ("heading",))], style, paint)
    number = len(str(len(common))) + 1
    room = max(20, min(_MEASURE, style.width - number - 2))
    for at, group in enumerate(common, start=1):
        source, sentence = group.members[0]
        text = words(comparison.sources[source], *comparison.sentences[source][sentence])
        places = " ".join(reference(names, *member) for member in group.members)
        lines = wrap_runs([Run(text)], room, paint) + wrap_runs([Run(places, ("faint",))], room, paint)
        first = [line(pad(str(at), number, right=True), paint, "faint")]
        yield from side_by_side([(first, number), (lines, room)])
