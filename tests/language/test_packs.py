"""Language packs: data files that are complete and chosen by a text's stop words."""

import pytest

from dmreader.language.packs import UNKNOWN, choose, codes, pack

SAMPLES = {
    "en": "The man said that he would not go to the house before the others had come.",
    "de": "Der Mann sagte, dass er nicht in das Haus gehen wolle, bevor die anderen gekommen sind.",
    "fr": "L'homme a dit qu'il ne voulait pas aller dans la maison avant que les autres soient venus.",
    "es": "El hombre dijo que no quería ir a la casa antes de que los otros hubieran venido.",
    "it": "L'uomo ha detto che non voleva andare nella casa prima che gli altri fossero venuti.",
    "pt": "O homem disse que não queria ir para a casa antes que os outros tivessem vindo com ele.",
    "nl": "De man zei dat hij niet naar het huis wilde gaan voordat de anderen waren gekomen.",
    "sv": "Mannen sade att han inte ville gå till huset innan de andra hade kommit med honom.",
    "pl": "Mężczyzna powiedział, że nie chce iść do domu, ale to było jeszcze przed tym jak się spotkali.",
    "ru": "Мужчина сказал, что он не хотел идти в дом до того, как все они были там.",
}


def test_every_pack_has_a_sample() -> None:
    assert set(SAMPLES) == set(codes())
    assert codes()[0] == "en"


@pytest.mark.parametrize("code", SAMPLES)
def test_the_language_is_told_by_its_stop_words(code: str) -> None:
    assert choose(SAMPLES[code]) == pack(code)
    assert choose(SAMPLES[code].lower()) == pack(code)


@pytest.mark.parametrize("code", SAMPLES)
def test_a_pack_is_whole(code: str) -> None:
    known = pack(code)
    assert len(known.stop) >= 100
    assert len(known.common) >= 30
    assert known.titles
    assert known.abbreviations >= known.numbered
    assert known.starters <= known.stop
    words = known.stop | known.common | known.titles | known.abbreviations | known.capitalised
    assert all(w == w.lower() for w in words)


@pytest.mark.parametrize("text", ["", "42 !", "qwrt zxcv bnmp " * 20, "他停下来了", "xyzzy " * 50])
def test_an_unknown_language_has_the_empty_pack(text: str) -> None:
    assert choose(text) == UNKNOWN
