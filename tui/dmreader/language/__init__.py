"""One source on its own: tokens, sentences, quotes, facts."""

from dmreader.language.analysis import Analysis, analyse

__all__ = ["Analysis", "analyse"]
