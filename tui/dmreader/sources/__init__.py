"""Files, standard input and the built-in articles, made into sources: decoded, harmless, within limits."""

from dmreader.sources.articles import articles
from dmreader.sources.files import SourceError, load, source

__all__ = ["SourceError", "articles", "load", "source"]
