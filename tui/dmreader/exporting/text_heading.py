"""The head of the printed comparison: what was compared, in figures; all of it within the first screen."""

from collections.abc import Iterator

from rich.cells import cell_len

from dmreader.exporting.formats import Style
from dmreader.exporting.naming import counted, percent, source_labels, title
from dmreader.exporting.text_paint import Painter
from dmreader.exporting.text_wrap import clip, pad
from dmreader.marks import ASCII, UNICODE, legend
from dmreader.model import Comparison, one_line

_MATRIX = 6
"""Up to so many sources the table has a column for each; beyond, only the closest pairs are listed."""
_CLOSEST = 12
_BAR = 10


def heading(comparison: Comparison, style: Style, paint: Painter) -> Iterator[str]:
    """Title, table of sources, what each source is, and the legend, as lines."""
    names = source_labels(comparison)
    count = len(comparison.sources)
    matrix = 1 < count <= _MATRIX
    yield paint(_title(comparison), "heading")
    yield ""
    yield from _table(_rows(comparison, names, style, matrix), paint)
    if not matrix and count > 1:
        yield from _closest(comparison, names)
    yield ""
    wide = max(cell_len(name) for name in names)
    for name, source in zip(names, comparison.sources, strict=True):
        told = title(source) if source.name == name else f"{one_line(source.name)}: {title(source)}"
        told = clip(told, style.width - wide - 4, "..." if style.ascii else "…")
        yield f"  {paint(pad(name, wide), 'heading')}  {told}"
        for notice in source.notices:
            yield f"  {pad('', wide)}  ({one_line(notice)})"
    yield ""
    yield from _legend(style, paint)


def _title(comparison: Comparison) -> str:
    if len(comparison.sources) == 1:
        return "1 source on its own"
    everywhere = sum(
        len({member.source for member in group.members}) == len(comparison.sources)
        for group in comparison.groups
    )
    every = "both" if len(comparison.sources) == 2 else f"all {len(comparison.sources)}"
    told = counted(everywhere, "statement")
    return f"{len(comparison.sources)} sources compared: {told} in {every} of them"


def _rows(
    comparison: Comparison, names: tuple[str, ...], style: Style, matrix: bool
) -> list[tuple[str, ...]]:
    figures = comparison.summary.sources
    head: tuple[str, ...] = ("", "words", "sentences")
    if len(names) > 1:
        head += ("only here", "quotes", "shared", "")
    else:
        head += ("quotes",)
    if matrix:
        head += (f"with {names[0]}", *names[1:])
    shares = {}
    for pair in comparison.summary.pairs:
        shares[pair.a, pair.b], shares[pair.b, pair.a] = pair.a_shared, pair.b_shared
    rows = [head]
    for number, (name, of) in enumerate(zip(names, figures, strict=True)):
        row: tuple[str, ...] = (name, f"{of.words:,}", f"{of.sentences:,}")
        if len(names) > 1:
            row += (f"{of.unique_sentences:,}", f"{of.quotes:,}", percent(of.shared), _bar(of.shared, style))
        else:
            row += (f"{of.quotes:,}",)
        if matrix:
            row += tuple(
                ("-" if style.ascii else "·") if other == number else percent(shares.get((number, other), 0))
                for other in range(len(names))
            )
        rows.append(row)
    return rows


def _table(rows: list[tuple[str, ...]], paint: Painter) -> Iterator[str]:
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        cells = [
            pad(cell, width, right=column > 0 and not cell.startswith(("█", "#")))
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        if number:
            yield "  " + paint(cells[0], "heading") + "  " + "  ".join(cells[1:])
        else:
            yield "  " + paint("  ".join(cells), "faint")


def _bar(share: float, style: Style) -> str:
    full = round(share * _BAR) or (share > 0)
    return ("#" if style.ascii else "█") * full + ("." if style.ascii else "░") * (_BAR - full)


def _closest(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    pairs = sorted(comparison.summary.pairs, key=lambda p: -(p.a_shared + p.b_shared))
    yield ""
    for pair in pairs[:_CLOSEST]:
        yield (
            f"  {names[pair.a]} and {names[pair.b]}: {percent(pair.a_shared)} of {names[pair.a]}, "
            f"{percent(pair.b_shared)} of {names[pair.b]}"
        )
    if len(pairs) > _CLOSEST:
        yield f"  and {counted(len(pairs) - _CLOSEST, 'pair')} that share less"


def _legend(style: Style, paint: Painter) -> Iterator[str]:
    line = " "
    brackets = "{...}" if style.ascii else "⟦…⟧"
    for entry in (*legend(ASCII if style.ascii else UNICODE), f"{brackets} words the others do not have"):
        if line.strip() and cell_len(line) + cell_len(entry) + 2 > style.width:
            yield paint(line, "faint")
            line = " "
        line += ("" if line == " " else "  ") + " " * (line == " ") + entry
    yield paint(line, "faint")
