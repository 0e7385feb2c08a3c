"""A text cut into sentences as a reader would cut it."""

import re
from collections.abc import Iterator

from dmreader.model import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"“‘'«(\[]?\s*[A-Z0-9])|\n+")


def split(text: str) -> Iterator[Span]:
    """The sentences of `text`, without the white space around them, in order."""
    start = 0
    for match in [*_END.finditer(text), None]:
        end = match.end() if match else len(text)
        piece = text[start:end]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            yield Span(start + left, start + len(piece.rstrip()))
        start = end
