"""Word lists of the quotation room, by language, from `lexicon.json`."""

import json
from functools import cache
from typing import Any

from dmreader.bundled import folder


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        folder("dmreader.language.quotes").joinpath("lexicon.json").read_text(encoding="utf-8")
    )
    return data


@cache
def reporting_verbs() -> frozenset[str]:
    """The verbs that give somebody's words (said, tweeted, schrieb), of every language, all in one set."""
    return frozenset(word for words in _data()["reporting"].values() for word in words.split())


@cache
def verbs_of(language: str) -> frozenset[str]:
    """The verbs that give somebody's words in one language."""
    return frozenset(_data()["reporting"][language].split())


@cache
def case_endings(language: str) -> frozenset[str]:
    """The endings that the cases of a name have in one language; none where names are not declined."""
    return frozenset(_data()["case_endings"].get(language, "").split())


@cache
def carriers() -> dict[str, str]:
    """What quotations stand on, and the verbs for putting them there: the word to the kind it tells."""
    return {word: kind for kind, words in _data()["carriers"].items() for word in words.split()}


@cache
def words(name: str) -> frozenset[str]:
    """The list called `name`; raises KeyError when there is none."""
    return frozenset(_data()[name].split())
