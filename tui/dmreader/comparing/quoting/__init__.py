"""The quotations of all sources: decided together, the same ones in groups."""

from dmreader.comparing.quoting.find import find_quotes

__all__ = ["find_quotes"]
