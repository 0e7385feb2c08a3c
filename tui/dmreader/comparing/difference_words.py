"""The words of two texts whose differences are sought: keys that do not see what does not matter."""

import re
from functools import lru_cache
from itertools import accumulate
from operator import sub

from dmreader.language.words import CLUSTERS, UNSPACED

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# As a tokeniser parts them: clitics, numbers with their marks, letters with dots, parts of compounds.
_PIECE = re.compile(
    r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d+(?: ?[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+?(?=n['’]t\b)|\w+"
)
_PARTED = (" , ", " 's ", " n't", " - ", " . ")
_DROPPED = str.maketrans("’", "'", " .,")


Word = tuple[str, int, int]
"""What a word is compared by, and where it starts and ends: a plain tuple, as there are millions of them."""


def folded(a: str, b: str) -> bool:
    """Whether one text is written as another is not: without capital letters, or its marks set apart."""
    if a.islower() != b.islower():
        return True
    return any(mark in a for mark in _PARTED) != any(mark in b for mark in _PARTED)


def chunks(text: str, fold: bool) -> list[Word]:
    """What white space parts, in order; with `fold`, words as a tokeniser parts them."""
    if fold or _unspaced(text):
        return words(text, 0, len(text), fold)
    row = text.split()
    if " ".join(row) != text:
        return [(m[0], m.start(), m.end()) for m in _CHUNK.finditer(text)]
    ends = list(accumulate(map(len, row), lambda end, length: end + 1 + length))
    return list(zip(row, map(sub, ends, map(len, row)), ends, strict=True))


def words(text: str, start: int, end: int, fold: bool) -> list[Word]:
    """The words of `text[start:end]`; in scripts without spaces, its characters or clusters of them."""
    if _unspaced(text):
        return [(m[0].casefold() if fold else m[0], *m.span()) for m in _pattern().finditer(text, start, end)]
    if not fold:
        return [(m[0].replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    found = _PIECE.finditer(text, start, end)
    return [(m[0].casefold().translate(_DROPPED), m.start(), m.end()) for m in found]


def _unspaced(text: str) -> bool:
    return not text.isascii() and _scripts().search(text) is not None


@lru_cache(maxsize=1)
def _scripts() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(f"{CLUSTERS}|[^\\W{UNSPACED}]+(?:[’'-][^\\W{UNSPACED}]+)*")
