"""Files, standard input and the built-in articles, made into sources: decoded, harmless, within limits."""

from dmreader.sources.articles import articles
from dmreader.sources.errors import SourceError
from dmreader.sources.files import load, load_all, source

__all__ = ["SourceError", "articles", "load", "load_all", "source"]
