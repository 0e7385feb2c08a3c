"""Several sources made into one comparison."""

from dmreader.comparing.compare import compare

__all__ = ["compare"]
