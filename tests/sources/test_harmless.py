"""What may be shown of a text, by the properties that Unicode gives its characters."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dmreader import Source
from dmreader.model import harmless, hidden, one_line
from tests.sources.payloads import DECEIVING, TERMINAL

EVERYTHING = [chr(code) for code in range(0x110000)]

VISIBLE_FORMATS = set(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Prepended concatenation marks: of category Cf, and drawn."""

# Default_Ignorable_Code_Point of Unicode 15.1 beyond category Cf
IGNORABLE = set("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2065\u3164\uffa0") | {
    chr(c)
    for first, last in ((0xFE00, 0xFE0F), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF))
    for c in range(first, last + 1)
}


def must_not_be_shown(character: str) -> bool:
    """Whether the properties of a character, alone in a text, say that it is obeyed or not seen."""
    code = ord(character)
    return (
        character in IGNORABLE
        or (
            unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
            and character not in VISIBLE_FORMATS | {"\n", "\t"}
        )
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def test_exactly_the_characters_with_these_properties_get_stand_ins() -> None:
    # Unicode of later years has more format characters among the hieroglyphs than Python 3.11 knows
    later = {chr(c) for c in range(0x13430, 0x13460)}
    wrong = [c for c in EVERYTHING if (harmless(c) != c) != must_not_be_shown(c) and c not in later]
    assert [f"{ord(c):04X}" for c in wrong] == []


def test_stand_ins_are_seen_and_are_none_of_what_they_stand_for() -> None:
    shown = {harmless(c) for c in EVERYTHING if harmless(c) != c}
    assert all(len(c) == 1 and c.isprintable() and not c.isspace() for c in shown)


def test_control_characters_are_recognised_by_their_pictures() -> None:
    assert harmless("\x00\x07\x1b\x7f\x85") == "␀␇␛␡␤"
    assert harmless("one\ttwo\n") == "one\ttwo\n"


@pytest.mark.parametrize("payload", [*TERMINAL.values(), *DECEIVING.values()], ids=[*TERMINAL, *DECEIVING])
def test_nothing_obeyed_or_hidden_is_left(payload: str) -> None:
    shown = harmless(f"before {payload} after")
    assert len(shown) == len(f"before {payload} after")
    assert not any(must_not_be_shown(c) for c in shown)
    assert shown.startswith("before ")
    assert shown.endswith(" after")


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_stays_as_long_and_becomes_still(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert harmless(shown) == shown
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown if c not in "\n\t")
    assert [a for a, b in zip(text, shown, strict=True) if a != b] == hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "می‌شود و نمی‌خواهم",  # Persian needs the non-joiner
        "क्‍ष and श्‍री",  # Indic conjuncts
        "ශ්‍රී ලංකා",
        "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ❤️ 1️⃣ ☎︎",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # England
        "葛󠄀城市",  # an ideograph with its variant
        "مرحبا\u200f! abc\u200e שלום",
        "ᠮᠣᠩᠭᠣᠯ᠋",
    ],
)
def test_what_honest_writing_needs_is_kept(text: str) -> None:
    assert harmless(text) == text
    assert hidden(text) == []


def test_a_direction_mark_belongs_to_letters_that_are_near() -> None:
    assert harmless("שלום, abc def\u200e!") == "שלום, abc def\u200e!"
    assert harmless("שלום" + " abc" * 20 + "\u200e!") == "שלום" + " abc" * 20 + "·!"


def test_a_line_has_no_line_ends_and_no_tabs() -> None:
    assert one_line("a\nb\tc\x1b[31m\u202e") == "a␊b␉c␛[31m�"


def test_a_long_clean_text_is_looked_at_quickly() -> None:
    text = "The dancing man “was” found — in London.\n" * 100_000
    begin = time.perf_counter()
    for _ in range(20):
        text.count("e")
    pass_of_counting = (time.perf_counter() - begin) / 20
    begin = time.perf_counter()
    assert harmless(text) is text
    assert time.perf_counter() - begin < 60 * pass_of_counting + 0.05


@pytest.mark.parametrize("payload", ["\u200f", "\u200b", "\x1b", "ا\u200c", "\U0001f3f4\U000e0067"])
def test_a_text_of_nothing_else_takes_no_longer_than_its_length(payload: str) -> None:
    begin = time.perf_counter()
    harmless(payload * 100_000)
    assert time.perf_counter() - begin < 3


class TestSource:
    def test_a_name_and_a_text_are_enough(self) -> None:
        source = Source("mine", "One.\r\nTwo.\rThree \x1b[2J.")
        assert source.text == "One.\nTwo.\nThree \x1b[2J."
        assert source.display == "One.\nTwo.\nThree ␛[2J."
        assert source.title == "One."
        assert len(source.sha256) == 64

    def test_its_name_and_title_can_be_shown(self) -> None:
        source = Source("a\x1b]0;PWNED\x07\nb", "text", title="\x1b[31mRed")
        assert (source.name, source.title) == ("a␛]0;PWNED␇␊b", "␛[31mRed")

    def test_a_display_of_another_length_is_refused(self) -> None:
        with pytest.raises(ValueError, match="as long as"):
            Source("a", "text", display="longer text")

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("\n\n  Dancing man found  \nHe was in London.", "Dancing man found"),
            ("# Dancing man found\n", "Dancing man found"),
            ("***\n---\nAfter the line", "After the line"),
            ("He was found in London today. He dances.", "He was found in London today."),
            ("Dr. No was found in London. He dances.", "Dr. No was found in London."),
            ("Agency/Jane Doe\n\nDancing man found", "Dancing man found"),
            ("Agency/Jane Doe", "Agency/Jane Doe"),
            ("", ""),
            ("…!?", ""),
        ],
    )
    def test_the_title_is_how_the_text_begins(self, text: str, title: str) -> None:
        assert Source("a", text).title == title

    def test_a_long_title_is_cut_at_a_word(self) -> None:
        title = Source("a", "the dancing man and his friends " * 20).title
        assert title.endswith("…")
        assert 36 < len(title) <= 72
        assert title.removesuffix("…").split()[-1] in ["the", "dancing", "man", "and", "his", "friends"]

    def test_a_title_of_one_endless_word_is_cut_all_the_same(self) -> None:
        assert len(Source("a", "x" * 10_000).title) <= 72
