"""What a view shows on a span: every view and every export draws these same marks."""

from dmreader.marks.figures import counted, percent
from dmreader.marks.glyphs import ASCII, LEGEND, UNICODE, legend, legend_of
from dmreader.marks.kinds import KINDS, WORDS, MarkKind, Sign
from dmreader.marks.labels import labels, sentence_at
from dmreader.marks.marks import SentenceMark, SourceMarks, mark
from dmreader.marks.partners import Partner, partners
from dmreader.marks.pieces import Piece, pieces
from dmreader.marks.runs import SharedRun
from dmreader.marks.speakers import Named, disputed, speakers

__all__ = [
    "ASCII",
    "KINDS",
    "LEGEND",
    "UNICODE",
    "WORDS",
    "MarkKind",
    "Named",
    "Partner",
    "Piece",
    "SentenceMark",
    "SharedRun",
    "Sign",
    "SourceMarks",
    "counted",
    "disputed",
    "labels",
    "legend",
    "legend_of",
    "mark",
    "partners",
    "percent",
    "pieces",
    "sentence_at",
    "speakers",
]
