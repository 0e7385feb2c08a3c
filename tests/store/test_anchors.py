"""A place is found again in an edited text, and not found where it is not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dmreader.model import Source, Span
from dmreader.store.anchors import anchor, find
from dmreader.store.sketch import ONE_TEXT, resemblance, sketch

TEXT = (
    "The rain had not stopped since Monday. Two bridges were closed, and a third was watched by the army. "
    "“We have never seen the like,” said the mayor. The rain had not stopped when he spoke. "
    "Schools stay shut until Friday, the council said, and buses will not run north of the river."
)


def of(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def found(words: str, text: str) -> str | None:
    span = find(anchor(TEXT, *of(words)), text)
    return None if span is None else text[slice(*span)]


def test_an_unchanged_text_gives_the_very_place() -> None:
    for start in range(0, len(TEXT) - 9, 7):
        assert find(anchor(TEXT, start, start + 9), TEXT) == Span(start, start + 9)


def test_words_that_moved_are_found_where_they_are_now() -> None:
    sentence = "Two bridges were closed, and a third was watched by the army."
    moved = TEXT.replace(sentence + " ", "") + " " + sentence
    assert found(sentence, moved) == sentence
    assert find(anchor(TEXT, *of(sentence)), moved) == Span(*of(sentence, moved))


def test_of_the_same_words_twice_the_neighbours_tell() -> None:
    second = TEXT.rindex("The rain had not stopped")
    sought = anchor(TEXT, second, second + len("The rain had not stopped"))
    edited = "An earlier paragraph was put before all. " * 3 + TEXT
    assert find(sought, edited) == Span(
        edited.rindex("The rain had"), edited.rindex("The rain had") + len("The rain had not stopped")
    )


def test_edited_words_are_found_as_whole_words() -> None:
    edited = TEXT.replace("a third was watched by the army", "a third one was being watched by soldiers")
    place = found("Two bridges were closed, and a third was watched by the army.", edited)
    assert place is not None
    assert place.startswith("Two bridges were closed, and a third one was")
    assert not edited[edited.index(place) + len(place)].isalnum()


def test_wholly_new_words_between_the_same_neighbours_are_the_place() -> None:
    edited = TEXT.replace("“We have never seen the like,” said the mayor.", "Nobody in office would comment.")
    assert (
        found("“We have never seen the like,” said the mayor.", edited) == "Nobody in office would comment."
    )


@pytest.mark.parametrize("words", ["Monday", "the mayor", "Two bridges were closed"])
def test_what_was_cut_is_not_found_elsewhere(words: str) -> None:
    other = "An unrelated text in which it is the army that speaks, on Tuesday, of nothing that matters here."
    assert found(words, other) is None
    assert found(words, "") is None


def test_a_word_among_other_neighbours_is_another_one() -> None:
    assert found("Monday", "Nobody came to work on a Monday in that year, and few on other days.") is None
    assert found("Monday", f"Now: {TEXT}") == "Monday"


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.text(max_size=60))
def test_any_text_gives_a_place_within_it_or_none(text: str, a: int, b: int, other: str) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    span = find(anchor(text, start, end), other)
    assert span is None or 0 <= span.start <= span.end <= len(other)
    assert find(anchor(text, start, end), text) == Span(start, end)


def test_every_sentence_of_an_article_survives_light_editing(seeds: list[Source]) -> None:
    text = seeds[0].display
    words = text.split(" ")
    chance = random.Random(4)
    for at in chance.sample([n for n, word in enumerate(words) if "\n" not in word], len(words) // 25):
        words[at] = "xyz"
    edited = "A new first line.\n" + " ".join(words)
    lines = [line for line in text.split("\n") if len(line) > 40]
    placed = 0
    for line in lines:
        span = find(anchor(text, *of(line, text)), edited)
        number = edited[: sum(span) // 2].count("\n") if span else None
        placed += number == text[: text.index(line)].count("\n") + 1
    assert placed == len(lines)


def test_a_sketch_tells_forms_of_one_text_from_others(seeds: list[Source]) -> None:
    text = seeds[0].text
    edited = text.replace("dancing", "DANCING").replace("party", "feast")
    assert resemblance(sketch(text), sketch(text)) == 1
    assert resemblance(sketch(text), sketch(edited)) >= ONE_TEXT
    assert resemblance(sketch(text), sketch(seeds[1].text)) < ONE_TEXT
    assert resemblance(sketch(""), sketch("")) >= 0


def test_large_texts_are_told_apart_too() -> None:
    large = "".join(f"Line {n} of a very long text that goes on and on.\n" for n in range(25_000))
    edited = large.replace("Line 20", "Row 20")
    other = large.replace("very long", "quite different")
    assert resemblance(sketch(large), sketch(edited)) >= ONE_TEXT
    assert resemblance(sketch(large), sketch(other)) < ONE_TEXT
