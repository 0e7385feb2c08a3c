"""A comparison made into something to hand to somebody else: one file a format, one protocol."""

from dmreader.exporting.formats import FORMATS, Exporter, format_of

__all__ = ["FORMATS", "Exporter", "format_of"]
