"""A source in the printed comparison: its text sentence by sentence, with who else says it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dmreader.exporting.formats import Style
from dmreader.exporting.naming import reference, source_labels
from dmreader.exporting.text.paint import Painter
from dmreader.exporting.text.runs import ROLES, brackets, own_runs, partner_runs
from dmreader.exporting.text.wrap import (
    Line,
    Run,
    cells,
    line,
    pad,
    paragraph,
    ruled,
    side_by_side,
    wrap_runs,
)
from dmreader.marks import (
    ASCII,
    UNICODE,
    Partner,
    SentenceMark,
    Sign,
    SourceMarks,
    counted,
    partners,
    percent,
)
from dmreader.model import Comparison

_WIDE = 120
"""From so many cells on, the partners' words stand beside a sentence, and not only their numbers."""
_MEASURE = 76
"""Longer lines are tiring to read."""
_MOST = 6
"""Partners that a margin has room for."""
_DEEPEST = 24
"""Characters of white space at the head of a line that are kept."""
_GAP = 2


class Columns(NamedTuple):
    """A comparison set in columns: number, who else says it, the text; when wide, also the others' words.

    `margin`, `text` and `beside` are widths in cells; `beside` is 0 on narrow terminals.
    """

    comparison: Comparison
    marks: Sequence[SourceMarks]
    style: Style
    paint: Painter
    names: tuple[str, ...]
    glyphs: Mapping[Sign, str]
    number: int
    margin: int
    text: int
    beside: int


def columns(comparison: Comparison, marks: Sequence[SourceMarks], style: Style, paint: Painter) -> Columns:
    """The columns that fit `style.width`."""
    names = source_labels(comparison)
    digits = len(str(max(len(spans) for spans in comparison.sentences)))
    number, margin = digits + 3, max(cells(name) for name in names) + digits + 5
    room, beside = style.width - number - margin - 2 * _GAP, 0
    if style.width >= _WIDE and len(names) > 1:
        beside = min(_MEASURE, (room - _GAP) // 2)
        room -= beside + _GAP
    glyphs = ASCII if style.ascii else UNICODE
    text = max(20, min(_MEASURE, room))
    return Columns(comparison, marks, style, paint, names, glyphs, number, margin, text, beside)


def source_lines(set_in: Columns, source: int) -> Iterator[str]:
    """The heading and the sentences of one source."""
    comparison, paint = set_in.comparison, set_in.paint
    of = comparison.summary.sources[source]
    figures = f"{counted(of.words, 'word')}, {counted(of.sentences, 'sentence')}"
    if len(set_in.names) > 1:
        figures += f", {percent(of.shared)} shared, {of.unique_sentences:,} only here"
    heading = [Run(set_in.names[source], ("heading",)), Run(f"  {figures}", ("faint",))]
    yield from ruled(heading, set_in.style, paint)
    text, spans = comparison.sources[source].text, comparison.sentences[source]
    if not spans:
        yield from paragraph([Run("no sentence in it", ("faint",))], set_in.style.width, paint, indent=2)
    for sentence, span in enumerate(spans):
        if sentence and "\n\n" in text[spans[sentence - 1].end : span.start]:
            yield ""
        yield from _sentence(set_in, source, sentence)


def _sentence(set_in: Columns, source: int, sentence: int) -> Iterator[str]:
    comparison, marks, style, paint = set_in[:4]
    mark = marks[source].sentences[sentence]
    others = partners(comparison, marks, source, sentence)
    runs = own_runs(comparison, marks, source, sentence, brackets(style))
    runs.insert(0, Run(" " * _indent(comparison, source, sentence)))
    number = f"{sentence + 1} {set_in.glyphs['quote'] if mark.quotes else ' '}"
    first = ([line(pad(number, set_in.number, right=True), paint, "faint")], set_in.number)
    text = (wrap_runs(runs, set_in.text, paint), set_in.text)
    if not set_in.beside:
        margin = [entry for entry, _ in _entries(set_in, source, mark, others)]
        yield from side_by_side([first, (margin, set_in.margin), text], _GAP)
        return
    margin, beside = [], []
    for entry, partner in _entries(set_in, source, mark, others):
        words = []
        if partner and partner.relation != "verbatim" and partner.source != source:
            words = wrap_runs(
                partner_runs(comparison, source, partner, brackets(style)), set_in.beside, paint
            )
        margin += [entry, *[line("", paint)] * (len(words) - 1)]
        beside += words or [line("", paint)]
    yield from side_by_side([first, text, (margin, set_in.margin), (beside, set_in.beside)], _GAP)


def _indent(comparison: Comparison, source: int, sentence: int) -> int:
    """How far in the sentence begins on its line: verse, lists and programs mean something by it."""
    text, start = comparison.sources[source].text, comparison.sentences[source][sentence].start
    white = text[max(text.rfind("\n", 0, start) + 1, start - _DEEPEST) : start]
    return len(white.expandtabs(4)) if not white.strip(" \t") else 0


def _entries(
    set_in: Columns, source: int, mark: SentenceMark, others: Sequence[Partner]
) -> Iterator[tuple[Line, Partner | None]]:
    """What the margin says: what the sentence is, and who else says it, each line with its partner."""
    glyphs, paint = set_in.glyphs, set_in.paint
    if len(set_in.names) > 1 and (not others or others[0].source == source):
        where = " ".join(set_in.names[other] for other in sorted(mark.sources))
        yield line(f"{glyphs[mark.kind]} {where}".rstrip(), paint, ROLES[mark.kind]), None
    for partner in others[:_MOST]:
        where = reference(set_in.names, partner.source, partner.sentence)
        if partner.source == source:
            yield line(f"{glyphs['repeat']} {where}", paint, "faint"), partner
        else:
            moved = f" {glyphs['moved']}" if partner.moved else ""
            yield line(f"{glyphs[partner.relation]} {where}{moved}", paint, ROLES[partner.relation]), partner
    if len(others) > _MOST:
        yield line(f"+ {len(others) - _MOST} more", paint, "faint"), None
