"""The words of two texts whose differences are sought: keys that do not see what does not matter."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, count
from operator import add, sub

from dmreader.language.words import CLUSTERS, UNSPACED

_CHUNK = re.compile(r"\S+")
# Patterns of words have one group, for `split`.
# A number is one word with its marks: not 8 and 9 differ, but 1.8 and 1.9.
_WORD = re.compile(r"(\w+(?:(?:[’'-]\w|(?<=\d)[.,]\d)\w*)*)")
# As a tokeniser parts them: clitics, numbers with their marks, letters with dots, parts of compounds.
_PIECE = re.compile(
    r"(n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d+(?: ?[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+?(?=n['’]t\b)|\w+)"
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
    ends = list(map(add, accumulate(map(len, row)), count()))  # a blank before each but the first
    return list(zip(row, map(sub, ends, map(len, row)), ends, strict=True))


def words(text: str, start: int, end: int, fold: bool) -> list[Word]:
    """The words of `text[start:end]`; in scripts without spaces, its characters or clusters of them."""
    if _unspaced(text):
        parts = _pattern().split(text[start:end])
        row = [word.casefold() for word in parts[1::2]] if fold else parts[1::2]
    elif fold:
        parts = _PIECE.split(text[start:end])
        row = [word.casefold().translate(_DROPPED) for word in parts[1::2]]
    else:
        parts = _WORD.split(text[start:end].replace("’", "'"))
        row = parts[1::2]
    # What lies between words and the words in turn; their lengths add up to the offsets.
    edges = list(accumulate(map(len, parts), initial=start))
    return list(zip(row, edges[1:-1:2], edges[2::2], strict=True))


def keys(text: str, fold: bool) -> Iterator[str]:
    """What the words of `text` are compared by, made one after the other."""
    if _unspaced(text):
        for match in _pattern().finditer(text):
            yield match[0].casefold() if fold else match[0]
    elif fold:
        for match in _PIECE.finditer(text):
            yield match[0].casefold().translate(_DROPPED)
    else:
        for match in _WORD.finditer(text):
            yield match[0].replace("’", "'")


@lru_cache(maxsize=2)  # the texts of one pair: each is asked for wherever they differ
def _unspaced(text: str) -> bool:
    return not text.isascii() and _scripts().search(text) is not None


@lru_cache(maxsize=1)
def _scripts() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    word = f"[^\\W{UNSPACED}]"
    return re.compile(rf"({CLUSTERS}|{word}+(?:(?:[’'-]{word}|(?<=\d)[.,]\d){word}*)*)")
