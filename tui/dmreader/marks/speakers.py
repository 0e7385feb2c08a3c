"""To whom sources give the same words: each name once, and whether the names are of different persons."""

from collections.abc import Iterable
from typing import NamedTuple

from dmreader.model import Quote, one_line

_ARTICLES = "a an the der die das ein eine le la les un une el los las il lo gli de het een"
_SMALL = frozenset(_ARTICLES.split())


class Named(NamedTuple):
    """One name, the sources that give it, and for how many quotes; `known` as in `Speaker`."""

    name: str
    sources: tuple[int, ...]
    times: int
    known: bool


def speakers(quotes: Iterable[Quote]) -> tuple[Named, ...]:
    """The names that `quotes` of one group are given to, in order; those that differ in case only are one.

    Pronouns for nobody known are left out where there is a name.
    """
    spelt: dict[str, str] = {}
    sources: dict[str, set[int]] = {}
    times: dict[str, int] = {}
    unknown: set[str] = set()
    for quote in quotes:
        if quote.speaker is None:
            continue
        name = " ".join(one_line(quote.speaker.name).split())
        key = name.casefold()
        spelt.setdefault(key, name)
        by = quote.source if quote.speaker.source is None else quote.speaker.source
        sources.setdefault(key, set()).add(by)
        times[key] = times.get(key, 0) + 1
        if not quote.speaker.known:
            unknown.add(key)
    keys = [key for key in spelt if key not in unknown] or list(spelt)
    return tuple(Named(spelt[k], tuple(sorted(sources[k])), times[k], k not in unknown) for k in keys)


def disputed(names: Iterable[Named]) -> bool:
    """Whether two of `names` have no word in common.

    A pronoun tells nobody from anybody, and an account may be anybody's who has a name.
    """
    persons = [each.name for each in names if each.known]
    people = [_words(name) for name in persons if "@" not in name]
    accounts = [_words(name) for name in persons if name.startswith("@")]
    return any(not a & b for kind in (people, accounts) for i, a in enumerate(kind) for b in kind[:i])


def _words(name: str) -> set[str]:
    """The words of a name without articles; the whole of one that has none."""
    from dmreader.language.names import name_words  # brings the languages with it

    words = set(name_words(name))
    return words - _SMALL or words or {name.casefold()}
