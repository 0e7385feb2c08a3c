"""What the search for speakers knows about the words of one language, read from `reporting/*.toml`."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dmreader.bundled import folder
from dmreader.language.quotes import speakers_classes as kind

_LISTS = {
    "plain": 0,
    "determiners": kind.DETERMINER,
    "subjects": kind.SUBJECT,
    "objects": kind.OBJECT,
    "relatives": kind.RELATIVE,
    "auxiliaries": kind.AUXILIARY,
    "being": kind.AUXILIARY | kind.BEING,
    "prepositions": kind.PREPOSITION,
    "inner_prepositions": kind.PREPOSITION | kind.INNER,
    "coordinators": kind.COORDINATOR,
    "subordinators": kind.SUBORDINATOR,
    "adverbs": kind.ADVERB,
    "times": kind.TIME,
    "titles": kind.TITLE,
    "carriers": kind.CARRIER,
    "possessive": kind.POSSESSIVE,
    "speech_nouns": kind.SPEECH,
}
_VERBS = {"say": kind.SAY, "judge": kind.JUDGE, "act": kind.ACT}
_NONE: frozenset[str] = frozenset()
_FORMS = (
    ("finite", 0),
    ("ambiguous", kind.AMBIGUOUS),
    ("base", kind.AMBIGUOUS | kind.BASE),
    ("participle", kind.PARTICIPLE),
)
_WORDS = re.compile(r"[^\W\d_]+")
_SHORT = "en"  # what a text too short to tell is read as
_FEW = 30  # words of such a text
_SCRIPTS = (("ar", "\u0600", "\u06ff"), ("he", "\u0590", "\u05ff"), ("ru", "\u0400", "\u04ff"))
_SAMPLE = 10_000  # code points that are enough to tell the language of a text


@dataclass(frozen=True)
class Lexicon:
    """One language. `classes` has the classes of every listed word; `lists` the other word lists by name.

    `genders` are the forms of a verb that tell whether a woman or a man is its subject.
    """

    language: str
    classes: Mapping[str, int]
    lists: Mapping[str, frozenset[str]]
    according: tuple[tuple[str, ...], ...]
    parenthetical: tuple[tuple[str, ...], ...]
    past: re.Pattern[str] | None
    participle: re.Pattern[str] | None
    adverb: re.Pattern[str] | None
    genders: Mapping[str, re.Pattern[str]]
    abbreviations: str
    split: str

    def list(self, name: str) -> frozenset[str]:
        """The words of the list `name`; none where the language has no such list."""
        return self.lists.get(name, _NONE)


def _class_of_words(data: Mapping[str, Any]) -> dict[str, int]:
    classes: dict[str, int] = {}
    for name, flag in _LISTS.items():
        for word in data.get(name, "").split():
            classes[word] = classes.get(word, 0) | flag
    for name, flag in _VERBS.items():
        for form, extra in _FORMS:
            for word in data.get(name, {}).get(form, "").split():
                if not classes.get(word, 0) & kind.VERB:
                    classes[word] = classes.get(word, 0) | flag | extra
    return classes


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of `language`, an ISO 639 code with a file of its own."""
    source = folder("dmreader.language.quotes.reporting").joinpath(f"{language}.toml")
    data = tomllib.loads(source.read_text("utf-8"))
    classes = _class_of_words(data)
    for prefix in data.get("proclitics", "").split():
        classes.update({prefix + word: flags for word, flags in classes.items() if flags & kind.VERB})
    return Lexicon(
        language,
        classes,
        {name: frozenset(value.split()) for name, value in data.items() if isinstance(value, str)},
        _phrases(data.get("according", "")),
        _phrases(data.get("parenthetical", "")),
        _pattern(data.get("past_ending")),
        _pattern(data.get("participle_ending")),
        _pattern(data.get("adverb_ending")),
        {g: re.compile(data[f"{g}_verb"]) for g in ("female", "male") if f"{g}_verb" in data},
        "|".join(re.escape(word) for word in data.get("abbreviations", "").split()),
        data.get("split", ""),
    )


def _phrases(listed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in listed.split("|") if phrase)


def _pattern(source: str | None) -> re.Pattern[str] | None:
    return re.compile(source) if source else None


@cache
def _common() -> dict[str, frozenset[str]]:
    """The commonest words of every language that has a file."""
    text = folder("dmreader.language.quotes.reporting").joinpath("languages.toml").read_text("utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(text).items()}


def language_of(text: str) -> str | None:
    """The language whose commonest words are commonest in `text`, or None where none is at home."""
    counts = Counter(_WORDS.findall(text[:_SAMPLE].lower()))
    total = sum(counts.values())
    shares = {code: sum(counts[word] for word in words) for code, words in _common().items()}
    best = max(shares, key=lambda code: shares[code], default=None)
    if best and shares[best] > total // 20:
        return best
    if total >= _FEW:
        return None
    letters = "".join(counts)
    return next((code for code, a, z in _SCRIPTS if any(a <= c <= z for c in letters)), _SHORT)
