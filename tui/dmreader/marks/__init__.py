"""What a view shows on a span: every view and every export draws these same marks."""

from dmreader.marks.marks import MarkKind, SentenceMark, SharedRun, SourceMarks, mark

__all__ = ["MarkKind", "SentenceMark", "SharedRun", "SourceMarks", "mark"]
