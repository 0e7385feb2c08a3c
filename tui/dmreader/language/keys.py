"""The comparison key of a token: its word with everything folded that is to be overlooked."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from dmreader.language.words import APOSTROPHES
from dmreader.model import Folding

_IGNORED = re.compile("[\u00ad\u0640\u061c\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_APOSTROPHES = re.compile(f"[{APOSTROPHES}]")
_DOTS = re.compile(r"(?<!\d)\.|\.(?!\d)")
_NOT_NUMBER = re.compile(r"[,\s]")
_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛‹›＇´`", "'") | dict.fromkeys("“”„‟«»＂〝〞", '"'))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))


def fold_word(word: str, fold: frozenset[Folding]) -> str:
    """The comparison key of `word`; never empty. Canonically equal words always have one key."""
    if word.isascii() and word.isalnum():  # most words: nothing but their case can be folded
        return word.lower() if "case" in fold else word
    key = _IGNORED.sub("", normalize("NFKC" if "width" in fold else "NFC", word))
    if "case" in fold:
        key = normalize("NFC", key.casefold())
    if "quotes" in fold:
        key = key.translate(_QUOTES)
    if "dashes" in fold:
        key = key.translate(_DASHES)
    if "accents" in fold:
        key = normalize("NFC", "".join(c for c in normalize("NFD", key) if category(c) != "Mn"))
    if "tokenisation" in fold and len(key) > 1:
        key = _NOT_NUMBER.sub("", _DOTS.sub("", _APOSTROPHES.sub("", key)))
    return key or word


class Vocabulary:
    """Numbers for keys, shared by all sources of one comparison: equal keys have equal numbers.

    `words[id]` is the key of number `id`. Not safe to share between threads.
    """

    __slots__ = ("_ids", "_numbers", "words")

    def __init__(self, fold: frozenset[Folding]) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._ids = _Ids(fold, self)

    def number(self, key: str) -> int:
        """The number of `key`, a new one if need be."""
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.words)
            self.words.append(key)
        return found

    def find(self, key: str) -> int | None:
        """The number of `key`, or None if no source has it."""
        return self._numbers.get(key)

    def numbers(self, words: Iterable[str]) -> Iterator[int]:
        """The numbers of the keys of `words` (as they stand in a text)."""
        return map(self._ids.__getitem__, words)


class _Ids(dict[str, int]):
    """From a word as it stands in a text to the number of its key: every spelling is folded only once."""

    def __init__(self, fold: frozenset[Folding], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._fold, self._vocabulary = fold, vocabulary

    def __missing__(self, word: str) -> int:
        found = self[word] = self._vocabulary.number(fold_word(word, self._fold))
        return found
