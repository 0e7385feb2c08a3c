"""Names in languages that decline them: `Петрова` is `Петров`, `Kowalskiego` is `Kowalski`.

What stays of a word without its case's ending is compared. Endings are data (`lexicon.json`), by language.
"""

from functools import cache, lru_cache

from dmreader.language.quotes.lexicon import case_endings

_LEAST = 3
"""Letters that must stay of a word."""


@cache
def _endings(language: str) -> tuple[str, ...]:
    """The endings of a language, the longest first."""
    return tuple(sorted(case_endings(language), key=lambda ending: (-len(ending), ending)))


def declines(language: str) -> bool:
    """Whether names have cases in `language`, an ISO 639 code."""
    return bool(_endings(language))


@lru_cache(maxsize=1 << 14)
def stem(word: str, language: str) -> str:
    """`word`, in small letters, without the ending of its case; itself where there is none."""
    for ending in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
