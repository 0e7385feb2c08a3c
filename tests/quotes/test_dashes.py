"""Dialogue that is opened with a dash instead of marks."""

import pytest

from dmreader.language.quotes import find_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "—No lo sé —dijo él—. Mañana vendré.\n—Está bien —contestó ella.\nLuego se fue.\n—Adiós.",
            ["No lo sé", "Mañana vendré.", "Está bien", "Adiós."],
        ),
        (
            "— Idę — powiedział Jan. — Już czas.\n— Nie!\n— Czemu? — zapytał.\nKoniec.",
            ["Idę", "Już czas.", "Nie!", "Czemu?"],
        ),
        (
            "– Jag vet inte, sa han.\n– Nej.\n– Inte nu, sade hon, i morgon.\nHan gick.",
            ["Jag vet inte,", "Nej.", "Inte nu,", "i morgon."],
        ),
    ],
)
def test_what_is_spoken_is_told_from_what_the_teller_says(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in find_spans(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "– bread\n– milk\n– apples, said to be cheap\n",
        "It was — as he said — late. And then — he said no more — he left.\n" * 4,
        "— Nobody knows, said he.\nHe left.\n",
        "—No lo sé —dijo él—. Mañana vendré.\n—Está bien —contestó ella.\nLuego se fue.",
    ],
)
def test_a_list_and_a_dash_within_a_sentence_are_no_dialogue(text: str) -> None:
    assert find_spans(text) == []


def test_marks_within_the_words_do_not_hinder() -> None:
    text = "—¿Has leído «El faro»? —preguntó Ana.\n—No.\n—Yo sí —dijo Luis—, ayer.\n"
    found = [text[s.start : s.end] for s in find_spans(text)]
    assert found[0].startswith("¿Has leído")
    assert found[1:] == ["No.", "Yo sí", "ayer."]


def test_many_dashes_take_linear_time() -> None:
    assert len(find_spans("—Sí —dijo él— y no —dijo ella—, no.\n" * 3000)) == 9000
