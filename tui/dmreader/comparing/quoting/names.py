"""Whether two names of speakers are of two persons, as far as the names alone can tell."""

from dmreader.language import Analysis
from dmreader.language.names import name_words
from dmreader.language.quotes.cases import stem


class Name:
    """What a name says: its words without titles, and whether it names at all or only describes (a user)."""

    __slots__ = ("core", "describes")

    def __init__(self, name: str, analysis: Analysis, known: bool = True) -> None:
        words = name_words(name.split("(")[0])
        pack = analysis.pack
        self.describes = not known or not words or words[0] in pack.stop
        small = pack.stop | {t.rstrip(".") for t in pack.titles}
        self.core = frozenset(stem(w, pack.code) for w in words if w not in small and len(w) > 1)


def clash(a: Name | None, b: Name | None) -> bool:
    """Whether both are named, and have no word in common."""
    if a is None or b is None or a.describes or b.describes:
        return False
    return bool(a.core) and bool(b.core) and not a.core & b.core


def one_person(a: Name | None, b: Name | None) -> bool:
    """Whether both are named, and the words of one name are among those of the other."""
    if a is None or b is None or a.describes or b.describes or not a.core or not b.core:
        return False
    return a.core <= b.core or b.core <= a.core
