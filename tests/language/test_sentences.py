"""Sentences: prose, wrapped lines, one sentence a line, run-on captions, other scripts."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dmreader.language.packs import choose
from dmreader.language.sentences import LONGEST, split
from dmreader.model import Source


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, choose(text))]


ENGLISH = "The man who was there said that it was not his and they had been with us for all of the day. "


@pytest.mark.parametrize(
    "cut",
    [
        "He came.| She left!| Why?| Nobody knows.",
        "Dr. Smith met J. R. R. Tolkien at 5 p.m. on Friday.| He was late.",
        "He lives in the U.S. Senate building.| They live in the U.S.| The end.",
        "It cost $3.5 million.| She works for A.B.C. Inc. in St. Louis.",
        "See No. 5 and Fig. 3 for it.| No.| That is all.",
        "“Stop!” he said.| “Go.”| Then he left… and came back.",
        "“Spotted this specimen. |He stopped,” read the caption.",
        "He tweeted.|And then he went on.",
        "Was it him?!| (It was.)| “It was,” she said.",
        "He wrote to me@example.org and www.example.org about Node.js today.",
        "He said . |she said . |and that was all .",
        "They rose before the sun. |Go there on Sat. Nights are long, and there they sat. |Nobody spoke.",
        "Plan B. |The other one was worse, and I. |It was.",
        "He met A. A. Milne at www.example.com. |Email him from Washington D.C. Nobody did.",
    ],
)
def test_english(cut: str) -> None:
    text = ENGLISH + cut.replace("|", "")
    assert sentences(text) == [ENGLISH.strip(), *(s.strip() for s in cut.split("|"))]


@pytest.mark.parametrize(
    "cut",
    [
        "Er kam am 3. Mai nach Berlin und blieb z. B. bis zum 19. Jahrhundert dort.| Das war es.",
        "Das ist von Dr. Müller und der Firma u. a. nicht.| Er sagte: „Komm!“| Dann ging er nach Haus.",
        "Sie sagte: „Ich bin da. “| Und er war auch da.",
        "Die Fa. Meier GmbH & Co. KG war nicht da, und auch sie.| Er kam.",
    ],
)
def test_german(cut: str) -> None:
    text = cut.replace("|", "")
    assert choose(text).name == "German"
    assert sentences(text) == [s.strip() for s in cut.split("|")]


@pytest.mark.parametrize(
    "cut",
    [
        "他来了。|她走了！|真的？|好。",
        "「はい。」と彼は言った。|彼女は笑った。",
        "هل أنت هنا؟| نعم.| حسنا۔| ثم ذهب",
        "वह आया।| वह गया॥| ठीक",
        "Որտե՞ղ է։| Այստեղ։",
        "¿Qué pasa?| ¡Nada!| Y se fue a la casa de la madre con los otros.",
        "La casa de la madre no está en los EE. UU. Alli, que es de los otros.| Y se fue.",
        "Он сказал, что А. С. Пушкин не был на его улице.| Это он.",
        "قال: «نعم، غدًا.»| وأضاف د. أحمد أن الاجتماع مهم!",
        'הוא אמר: "כן."| ד"ר כהן הוסיף.',
    ],
)
def test_other_scripts_and_marks(cut: str) -> None:
    assert sentences(cut.replace("|", "")) == [s.strip() for s in cut.split("|")]


def test_thai_is_cut_at_spaces_between_long_stretches() -> None:
    stretch = "ประเทศไทยเป็นประเทศที่ตั้งอยู่ในเอเชียตะวันออกเฉียงใต้และมีประชากรจำนวนมาก"
    assert sentences(f"{stretch} {stretch} {stretch}") == [stretch] * 3
    assert sentences("ไทย ลาว") == ["ไทย ลาว"]


WRAPPED = """It was late in the year when the letter came, and nobody in the house
had expected it. The postman stood at the gate for a while, as if he
wanted to hear what was in it; then he went on down the lane and was
not seen again that day. My uncle read it twice.

CHAPTER II

He said nothing at all until the evening, when the lamps were lit and
the table had been laid for the three of us. Then he told us that the
farm would be sold.

    A verse that stands alone
    And rhymes with stone
"""


def test_wrapped_prose_is_not_cut_at_line_ends() -> None:
    assert [s.split()[0] for s in sentences(WRAPPED)] == [
        "It",
        "The",
        "My",
        "CHAPTER",
        "He",
        "Then",
        "A",
        "And",
    ]


def test_one_sentence_a_line_is_cut_at_line_ends() -> None:
    lines = [" ".join(line.split()).strip(" .") for line in sentences(WRAPPED)]
    assert sentences("\n".join(lines)) == lines
    assert sentences("\n".join(lines).lower()) == [x.lower() for x in lines]


def test_lines_that_a_hand_wrapped_a_word_too_early_are_joined() -> None:
    words = WRAPPED.split()
    lines: list[str] = [""]
    for word in words:
        width = 62 - 6 * (len(lines) % 2)
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    assert [" ".join(s.split()) for s in sentences("\n".join(lines))] == sentences(" ".join(words))


def test_verse_and_lists_are_cut_at_line_ends() -> None:
    verse = [
        f"The {w} of the night is over the sea again"
        for w in ("sound", "light", "voice", "smell", "song", "end")
    ]
    assert sentences("\n".join(verse)) == verse
    items = [
        "1. Introduction to the whole",
        "- first of the things that are to be done",
        "- second of the things",
        "* third",
        "2) fourth",
    ]
    assert sentences("\n".join(items)) == items


def test_run_on_captions_are_cut_where_a_reader_would() -> None:
    text = (
        "the post was seen by thousands of users , who said it was ' cruel ' and ' unfair ' to him\n"
        "he wrote to all of his friends : ' come and help me find this man ' appeal : a woman from the north "
        "asked : ' does anyone know who he is , ' adding that she would pay angry crowd : many others wrote "
        "that it was wrong to laugh at people in the street\n"
        "and what did the man say to them ? well , he said that he was happy"
    )
    assert sentences(text) == [
        "the post was seen by thousands of users , who said it was ' cruel ' and ' unfair ' to him",
        "he wrote to all of his friends : ' come and help me find this man '",
        "appeal : a woman from the north asked : ' does anyone know who he is , ' adding that she would pay",
        "angry crowd : many others wrote that it was wrong to laugh at people in the street",
        "and what did the man say to them ?",
        "well , he said that he was happy",
    ]


def test_a_mark_that_closes_the_line_before_is_in_no_sentence() -> None:
    text = "she wrote : ' there was a man who danced\nhe was happy\n' the post was seen by all of them"
    assert sentences(text)[2] == "the post was seen by all of them"


def test_the_mark_of_a_plural_ends_no_quotation_of_the_line_before() -> None:
    lines = [
        "maria olsen said : ' after that it was almost a party",
        "but the seafarers ' union claims that it reported problems with the gear , twice",
    ]
    assert sentences("\n".join(lines)) == lines


def test_the_articles_are_cut_as_the_annotators_cut_them(seeds: tuple[Source, ...]) -> None:
    units = json.loads((Path(__file__).parent / "units.json").read_text(encoding="utf-8"))
    hits = found = wanted = 0
    for source, spans in zip(seeds, units, strict=True):
        mine = {tuple(s) for s in split(source.text, choose(source.text))}
        gold = {tuple(s) for s in spans}
        hits, found, wanted = hits + len(mine & gold), found + len(mine), wanted + len(gold)
    assert 2 * hits / (found + wanted) >= 0.95


def test_too_long_sentences_are_cut_at_white_space() -> None:
    parts = sentences("word " * 3000)
    assert all(len(p) <= LONGEST and set(p.split()) == {"word"} for p in parts)
    assert sum(len(p.split()) for p in parts) == 3000
    assert "".join(sentences("a" * 5000)) == "a" * 5000


def test_marks_alone_are_no_sentence() -> None:
    assert sentences("One.\n\n* * *\n\n---\n\nTwo.\n\n😂😂") == ["One.", "Two.", "😂😂"]
    assert sentences("") == []


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("aB .!?'\"“”\n:,()…。字ท1-") | st.characters(), max_size=120))
def test_sentences_hold_every_letter_once_and_in_order(text: str) -> None:
    spans = list(split(text, choose(text)))
    assert all(a < b for a, b in spans)
    assert all(x.end <= y.start for x, y in pairwise(spans))
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(i in inside for i, c in enumerate(text) if c.isalnum() and c != "_")
    assert not any(text[a].isspace() or text[b - 1].isspace() for a, b in spans)


@pytest.mark.parametrize(
    "piece", [".", "a. ", "' ", "a\n", "! ", "“", "a : ' b ", "字。", "ก ", ". . ", "\n", "(x "]
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    start = time.process_time()
    list(split(piece * 50_000, choose(piece * 100)))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "sentences",
    [
        ["A great party. 🎉 #Dance @moby", "More to come."],
        ["We love him! 😀", "He is great. 🎉🎉"],
        ["“Wow! 😀”", "Then he left."],
        ["I agree.", "#1 fan of it."],
        ["It rained.", "#DancingMan is the best."],
        ["»So ist es.«", "Dann ging er.", "»Nein?«", "»Doch!«", "Und sie lachte."],
        ["«Oui.»", "Il part.", "« Non. »", "Il reste."],
    ],
)
def test_tags_and_emoji_end_the_sentence_they_follow_and_marks_close_that_open_elsewhere(
    sentences: list[str],
) -> None:
    text = " ".join(sentences).replace(" More", "\nMore")
    assert [text[a:b] for a, b in split(text)] == sentences


def test_tags_at_the_end_of_a_tokenised_line_are_of_its_last_sentence() -> None:
    text = "it was fun , he said . # dancing # party\nthen , he left . we all cried , too .\n"
    assert next(text[a:b] for a, b in split(text)) == "it was fun , he said . # dancing # party"
