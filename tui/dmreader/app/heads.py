"""What stands over a pane: the source's name and title, and how much of it others have."""

from rich.cells import cell_len

from dmreader.app.glyphs import Glyphs
from dmreader.app.pieces import Piece, fitted
from dmreader.marks import counted, percent
from dmreader.reading import Reading

_TITLE = 24  # cells of a title for which the figures are said in signs


def head(reading: Reading, source: int, glyphs: Glyphs, width: int) -> tuple[list[Piece], list[Piece]]:
    """The name always, the figures at the right where there is room, the title in what is left."""
    shown = reading.comparison.sources[source]
    here = ("here",) if reading.cursor.source == source else ("strong",)
    long, short = figures_of(reading, source, glyphs)
    title = shown.title if shown.title != shown.name else ""
    name = fitted(shown.name, max(1, min(cell_len(shown.name), width // 2)), glyphs.ellipsis)
    room = width - cell_len(name) - 2
    wanted = min(cell_len(title), _TITLE) + 4 if title else 1
    figures = long if cell_len(long) + wanted <= room else short if cell_len(short) + 1 <= room else ""
    room -= cell_len(figures) + 4
    left: list[Piece] = [(f" {name} ", here)]
    if room >= 8 and title:
        left.append((" " + fitted(title, room, glyphs.ellipsis), ("quiet",)))
    return left, [(figures + " ", ("quiet",))] if figures else []


def figures_of(reading: Reading, source: int, glyphs: Glyphs) -> tuple[str, str]:
    """A source in figures: in words, and in signs for a narrow pane."""
    if reading.compared and not reading.sentences(source):
        return "no text in it", "no text"
    if not reading.compared or len(reading.comparison.sources) < 2:
        said = counted(len(reading.sentences(source)), "sentence") if reading.compared else ""
        return said, said
    figures = reading.comparison.summary.sources[source]
    shared, unique = percent(figures.shared), figures.unique_sentences
    return (
        f"{shared} shared {glyphs.dot} {unique} only here",
        f"{shared} {glyphs.dot} {unique}{glyphs.marks['unique']}",
    )
