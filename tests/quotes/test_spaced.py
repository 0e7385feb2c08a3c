"""Quotations of tokenised text, where marks stand free and marks and lines may be lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dmreader.language.quotes import find_spans


def found(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_spans(text)]


def test_marks_of_one_line() -> None:
    text = "' we are late , ' he said . ' it is not far . '"
    assert found(text) == ["we are late ,", "it is not far ."]


def test_apostrophes_that_stand_free_quote_nothing() -> None:
    text = "the workers ' union met on friday .\n' we will strike , ' said its leader ."
    assert found(text) == ["we will strike ,"]


def test_a_quotation_closed_at_the_head_of_the_next_line() -> None:
    text = (
        "on thursday she wrote to the paper : ' i have been there myself\n"
        "it was not what they told us\n"
        "' on friday , a page was set up for him by the women of the club\n"
        "the council said it was ' very sorry ' for what had happened\n"
    )
    assert found(text) == ["i have been there myself\nit was not what they told us", "very sorry"]


def test_a_quotation_whose_closing_mark_is_lost_ends_with_its_line() -> None:
    text = (
        "two photos were posted with the caption : ' look at him dance\n"
        "the man , who lives in london , was identified on friday after a campaign\n"
        "he said he was ' very happy ' with it\n"
    )
    spans = find_spans(text)
    assert found(text) == ["look at him dance", "very happy"]
    assert [s.closed for s in spans] == [False, True]
    assert "never closed" in spans[0].why


def test_words_before_a_lone_closing_mark_and_a_verb_are_quoted() -> None:
    text = "the council met on monday\nwe will not give up our school , ' she said\nthe vote is next week\n"
    spans = find_spans(text)
    assert found(text) == ["we will not give up our school ,"]
    assert not spans[0].opened


def test_double_marks_that_stand_free() -> None:
    text = 'The mayor was clear .\n" We are late , " he said . " It isn \'t far . "'
    assert found(text) == ["We are late ,", "It isn 't far ."]


def test_curly_single_marks_that_stand_free_face_one_way() -> None:
    text = (
        "The workers ’ union met on Friday . ‘ We are late , ’ he said . ‘ It isn ’t far . ’\n"
        "‘ He called it ‘ a feast , ’ and he left , ’ she said ."
    )
    assert found(text) == [
        "We are late ,", "It isn ’t far .", "He called it ‘ a feast , ’ and he left ,",
    ]  # fmt: skip


def test_each_part_of_a_mixed_text_keeps_its_style() -> None:
    natural = "“We’re late,” he said. “It’s not far.”\n" * 3
    spaced = "' we are late , ' he said . ' it is not far . '\n" * 3
    assert (
        found(natural + spaced)
        == ["We’re late,", "It’s not far."] * 3 + ["we are late ,", "it is not far ."] * 3
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["'", '"', "“", "”", "‘", "’", "''", "he", "said", ",", ".", ":", "\n", "s", "we", " "]
        ),
        max_size=40,
    )
)
def test_odd_marks_never_fail(pieces: list[str]) -> None:
    for text in (" ".join(pieces), "".join(pieces)):
        end = 0
        for span in find_spans(text):
            assert end <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
            assert 0 < span.confidence <= 1
            assert span.why
            end = span.end


@pytest.mark.parametrize("mark", ["'", '"', "“"])
def test_many_marks_take_linear_time(mark: str) -> None:
    text = f"he said {mark} so it is {mark} and left {mark}\n" * 1500
    assert find_spans(text)


def test_one_long_line_takes_linear_time() -> None:
    assert len(find_spans("he said ' so it is ' and left . " * 4000)) > 3000


def test_a_stop_alone_between_two_marks_is_no_quotation() -> None:
    text = "he said : ' i will tell him , ' whoa . ' . '\nthe paper was sold on friday ."
    assert all(any(c.isalpha() for c in quote) for quote in found(text))


def test_words_without_their_ends_end_no_quotation() -> None:
    text = "' we 're goin ' up th ' river , an ' we 'll be back , ' he said .\n' are you goin ' with us ? '"
    assert found(text) == [
        "we 're goin ' up th ' river , an ' we 'll be back ,", "are you goin ' with us ?",
    ]  # fmt: skip
