"""The words of a person's name, by which two names may be of one person."""

import re

from dmreader.language.words import UNSPACED

_WORD = re.compile(r"[^\W_]+")
_CHARACTERS = re.compile(f"[{UNSPACED}]+")


def name_words(name: str) -> list[str]:
    """The words of `name` in order, case folded; where there are no spaces, every two characters."""
    found: list[str] = []
    for word in _WORD.findall(name.casefold()):
        run = None if word.isascii() else _CHARACTERS.fullmatch(word)
        found += [word[k : k + 2] for k in range(max(1, len(word) - 1))] if run else [word]
    return found
