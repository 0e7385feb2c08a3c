"""Whether two texts are forms of one text, told from a small sketch of each.

The 64 smallest hashes of all runs of five words (a bottom-k sketch, Broder 1997, "On the resemblance and
containment of documents") estimate the share of such runs that both texts have.
"""

import re
from collections.abc import Iterable
from heapq import nsmallest
from zlib import crc32

SIZE = 64
RUN = 5
LARGE = 1_000_000
ONE_TEXT = 0.5
"""The share of common runs from which two texts are forms of one; each edit breaks up to five runs."""
SHORT = 6 * RUN
"""Runs of a text from which two edits, wherever they are, leave it half of the runs of both forms."""

_WORD = re.compile(r"\w+")


def sketch(text: str) -> bytes:
    """The sketch of `text`: at most 64 hashes of four bytes, smallest first.

    In a text of more than `LARGE` code points lines stand for runs of words, which is 20 times faster.
    """
    runs = {crc32(run.encode("utf-8", "surrogatepass")) for run in _runs(text)}
    return b"".join(value.to_bytes(4, "big") for value in nsmallest(SIZE, runs))


def _runs(text: str) -> Iterable[str]:
    if len(text) > LARGE:
        return text.split("\n")
    words = _WORD.findall(text.casefold())
    return (" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def resemblance(a: bytes, b: bytes) -> float:
    """The share (0 to 1) of runs that the texts of two sketches have in common."""
    first, second = _values(a), _values(b)
    union = nsmallest(SIZE, first | second)
    return len(first & second & set(union)) / len(union) if union else 0.0


def is_short(sketch: bytes) -> bool:
    """Whether the text has so few runs that two edits may make it look like another text."""
    return len(sketch) < 4 * SHORT


def is_whole(sketch: bytes) -> bool:
    """Whether the text has no more runs than the sketch holds."""
    return len(sketch) < 4 * SIZE


def _values(sketch: bytes) -> set[int]:
    return {int.from_bytes(sketch[i : i + 4], "big") for i in range(0, len(sketch), 4)}
