"""Quotations of one source: their ends, their kinds, their speakers."""

from dmreader.language.quotes.find import QuotedText, find_spans, quoted
from dmreader.language.quotes.spans import QuoteSpan

__all__ = ["QuoteSpan", "QuotedText", "find_spans", "quoted"]
