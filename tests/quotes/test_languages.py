"""Speakers in other languages: word order, pronouns that agree, pronouns that are left out."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dmreader.language.packs import codes
from dmreader.language.quotes.speakers_lexicon import lexicon
from tests.quotes.speaking import names

_SAMPLES = tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))["sample"]


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda sample: sample["language"])
def test_speakers_of_a_language(sample: dict[str, Any]) -> None:
    assert [name or "" for name in names(sample["text"])] == sample["speakers"]


def test_the_sentence_after_an_outcry_is_not_its_speakers() -> None:
    marked = "Mara Quill wrote: “⟦Thanks to all!⟧” According to Mr. Moore, the bridge is shut."
    assert names(marked) == ["Mara Quill"]


def test_every_language_that_is_told_by_its_stop_words_has_words_for_speakers() -> None:
    assert [code for code in codes() if lexicon(code).language != code] == []
