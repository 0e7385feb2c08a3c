"""Tokens: keys that fold what tokenisation did, exact offsets, any script."""

import time
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dmreader.language import Tokens, Vocabulary
from dmreader.language.tokens import tokenise
from dmreader.model import Folding, Options

FOLD = Options().fold


def keys(text: str, *, without: Folding | None = None, plus: Folding | None = None) -> list[str]:
    return list(tokenise(text, (FOLD | ({plus} if plus else set())) - {without}).keys)


def pieces(text: str, tokens: Tokens) -> list[str]:
    return [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("they did n't stop", "they didn’t stop"),
        ("we ca n't", "We can't"),
        ("it 's him", "It’s him"),
        ("a blue - colored invitation", "a blue-colored invitation"),
        ("$ 3,906", "$3,906"),
        ("33 , 000 words", "33,000 words"),
        ("33 , 000 人", "33,000人"),
        ("３Ｄ 3D映画", "３Ｄ 3D 映画"),
        ("1 , 234 , 567", "1,234,567"),
        ("33\u00a0000", "33,000"),
        ("# finddancingman", "#FindDancingMan"),
        ("@ x", "@X"),
        ("in la , he", "in L.A., he"),
        ("andrew w.k have", "Andrew W.K. have"),
        ("' hello '", "“Hello”"),
        ("world’s", "world's"),
        ("non\u00a0breaking", "non breaking"),
        ("ＡＢＣ １２", "abc 12"),
        ("soft\u00adhyphen", "softhyphen"),
        ("an exam-\nple", "an example"),
        ("an exam- \n  ple", "an example"),
        ("_emphasis_ and *stars*", "emphasis and stars"),
        ("ze\u200bro wid\u200dth", "zero width"),
        ("Straße", "STRASSE"),
        ("ﬁne", "fine"),
        (normalize("NFD", "café élan"), "café élan"),
        ("مـرحبا", "مرحبا"),
        ("end.And then", "end. And then"),
        ("said . next", "said. Next"),
    ],
)
def test_the_same_words_have_the_same_keys(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.5 million", ["3.5", "million"]),
        ("10, 20 and 30,5", ["10", "20", "and", "30", "5"]),
        ("well-known. A well-\nknown man", ["well", "known", "a", "well", "known", "man"]),
        ("Rock'n'roll l'homme", ["rock", "n", "roll", "l", "homme"]),
        ("ends with v.\nNow", ["ends", "with", "v", "now"]),
        ("____ *** — …", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他停下来了。", ["他", "停", "下", "来", "了"]),
        ("今日はコーヒーです", ["今", "日", "は", "コーヒー", "で", "す"]),
        ("ภาษาไทย", ["ภา", "ษา", "ไท", "ย"]),
        ("ພາສາລາວ", ["ພາ", "ສາ", "ລາ", "ວ"]),
        ("ភាសាខ្មែរ", ["ភា", "សា", "ខ្មែ", "រ"]),
        ("မြန်မာ", ["မြန်", "မာ"]),
        ("हिन्दी में लिखना", ["हिन्दी", "में", "लिखना"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("السلام عليكم", ["السلام", "عليكم"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("go 👍🏽👨‍👩‍👧 🇩🇪🇫🇷", ["go", "👍🏽", "👨👩👧", "🇩🇪", "🇫🇷"]),
    ],
)
def test_every_script(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_combining_marks_stay_with_their_base() -> None:
    text = normalize("NFD", "שָׁלוֹם élève")
    assert pieces(text, tokenise(text, FOLD)) == text.split()


@pytest.mark.parametrize(
    ("folding", "one", "other"),
    [
        ("case", "Apple", "apple"),
        ("tokenisation", "did n't", "didn't"),
        ("tokenisation", "blue - colored", "blue-colored"),
        ("width", "ＡＢＣ", "abc"),
    ],
)
def test_a_folding_can_be_switched_off(folding: Folding, one: str, other: str) -> None:
    assert keys(one) == keys(other)
    assert keys(one, without=folding) != keys(other, without=folding)


def test_punctuation_counts_when_it_is_not_folded() -> None:
    assert keys("“No” – he said", without="punctuation") == ['"', "no", '"', "-", "he", "said"]


def test_quotes_and_dashes_are_folded_apart() -> None:
    marks = FOLD - {"punctuation"}
    assert tokenise("“a” – b", marks - {"quotes"}).keys == ["“", "a", "”", "-", "b"]
    assert tokenise("“a” – b", marks - {"dashes"}).keys == ['"', "a", '"', "–", "b"]


def test_accents_are_kept_unless_folded() -> None:
    assert keys("résumé") != keys("resume")
    assert keys("résumé", plus="accents") == keys("resume", plus="accents")


def test_numbers_are_shared_by_the_sources_of_a_vocabulary() -> None:
    vocabulary = Vocabulary(FOLD)
    one, other = (tokenise(t, FOLD, vocabulary) for t in ("They did n't stop", "STOP! They didn’t."))
    assert one.ids[0] == other.ids[1]
    assert list(one.ids) == [*other.ids[1:], other.ids[0]]
    assert [vocabulary.words[i] for i in one.ids] == one.keys


TEXT = st.text(
    st.sampled_from("aB'’ .,-\n\u00ad\u0301é1,0#@_\"“字かナไทยกा\u200d👍🇩\u00a0n't") | st.characters(),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(TEXT, st.sets(st.sampled_from(sorted(FOLD | {"accents"}))))
def test_offsets_are_exact_whatever_the_text(text: str, fold: set[Folding]) -> None:
    tokens = tokenise(text, frozenset(fold))
    assert len(tokens.keys) == len(tokens.starts) == len(tokens.ends) == len(tokens.ids)
    assert all(tokens.keys)
    edges = [e for pair in zip(tokens.starts, tokens.ends, strict=True) for e in pair]
    assert edges == sorted(edges)
    assert all(a < b for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert {i for i, c in enumerate(text) if c.isalnum()} <= {
        i for a, b in zip(tokens.starts, tokens.ends, strict=True) for i in range(a, b)
    }


@pytest.mark.parametrize("piece", ["a", "-\n", "a-\n", "n't ", "1,", "' ", "\u0301", "a.", "👍"])
def test_time_is_linear_in_the_length(piece: str) -> None:
    start = time.process_time()
    tokenise(piece * 100_000, FOLD)
    assert time.process_time() - start < 2


def test_a_large_text_has_the_words_of_its_lines() -> None:
    lines = [
        "They did n't stop at L.A. , all of them ; “we can’t”, he said -- the well-known",
        "東京は 大きい。 ไทย ไม่มี 👍🏽 e\u0301lan soft\u00adhyphen 1\u202f234 .",
        "\tA line  with\u00a0other spaces\r",
    ]
    text = "\n".join(lines * 3000)
    assert len(text) > 400_000
    large, vocabulary = tokenise(text, FOLD), Vocabulary(FOLD)
    row: list[tuple[str, int, int]] = []
    at = 0
    for line in lines * 3000:
        t = tokenise(line, FOLD, vocabulary)
        row += [(k, a + at, b + at) for k, a, b in zip(t.keys, t.starts, t.ends, strict=True)]
        at += len(line) + 1
    assert row == list(zip(large.keys, large.starts, large.ends, strict=True))
