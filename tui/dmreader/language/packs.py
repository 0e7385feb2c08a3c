"""What is known of single languages: data files in `packs/`, chosen by a text's stop words."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dmreader.bundled import folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SAMPLE = 12_000  # characters, from the start: enough to tell a language
_SURE, _ENOUGH = 0.3, 0.12  # shares of stop words: of most prose about 0.4, of another language below 0.1
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Pack:
    """A language: words without a topic, words of almost any topic, and abbreviations, all in lower case.

    `starters` are stop words that rather begin a sentence than go on with one after a quotation.
    `titles` always have a word after them, `numbered` a number, other `abbreviations` may end a sentence;
    the `capitalised` ones are ordinary words unless they have a capital letter: "Sun." and "sun.".
    `ordinals` says that a number with a full stop is an ordinal. A text of no known language has the empty
    pack, and is cut and weighed by its marks and its own statistics alone.
    """

    name: str = ""
    code: str = ""
    stop: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()
    ordinals: bool = False


UNKNOWN = Pack()


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The codes of the languages that have a pack, English first, then by name."""
    found = sorted(f.name.removesuffix(".toml") for f in _folder().iterdir() if f.name.endswith(".toml"))
    return tuple(sorted(found, key=lambda code: code != "en"))


@lru_cache(maxsize=64)
def pack(code: str) -> Pack:
    """The pack of a language, by its two-letter code."""
    data = tomllib.loads((_folder() / f"{code}.toml").read_text(encoding="utf-8"))

    def words(name: str) -> frozenset[str]:
        return frozenset(data.get(name, "").split())

    return Pack(
        name=data["name"],
        code=code,
        stop=words("stop"),
        common=words("common"),
        starters=words("starter"),
        titles=words("title"),
        abbreviations=words("abbreviation") | words("number"),
        numbered=words("number"),
        capitalised=words("capitalised"),
        ordinals=data.get("ordinals", False),
    )


def choose(text: str) -> Pack:
    """The pack of the language of `text`, or the empty one; decided by the share of stop words.

    A text that is surely English has no other pack read for it: most runs read one file.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return UNKNOWN
    best, most = UNKNOWN, _ENOUGH
    for candidate in map(pack, codes()):
        share = sum(map(candidate.stop.__contains__, words)) / len(words)
        if share > most:
            best, most = candidate, share
        if best.name == "English" and share >= _SURE:
            break
    return best


def _folder() -> "Traversable":
    return folder("dmreader.language") / "packs"
