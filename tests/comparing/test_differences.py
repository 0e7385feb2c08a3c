"""Word differences: what is covered, what is overlooked, what was moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dmreader.comparing.differences import Change, differences

LETTERS = st.text("ab cd.,'-\nÄé漢 A", max_size=40)


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(c.kind, a[slice(*c.a)], b[slice(*c.b)]) for c in differences(a, b)]


def test_changed_added_and_left_out() -> None:
    assert told("He came home late today", "He ran home today again") == [
        ("same", "He", "He"),
        ("changed", "came", "ran"),
        ("same", "home", "home"),
        ("left out", "late", ""),
        ("same", "today", "today"),
        ("added", "", "again"),
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "the cat did n't sit , on the blue - colored mat in la .",
            "The cat didn't sit on the blue-colored mat in L.A.",
        ),
        ("it had raised $ 3,906 so far", "It had raised $3,906 so far"),
        ("ms fairbanks 's group", "Ms Fairbanks’s group"),
    ],
)
def test_what_a_tokeniser_did_is_no_difference(a: str, b: str) -> None:
    assert [kind for kind, _, _ in told(a, b)] == ["same"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("People were screaming.", "People were screaming and crying.", [("added", "", "and crying")]),
        ('He said "People came" then', "He said “People came” then", []),
    ],
)
def test_a_mark_beside_a_word_hides_nothing(a: str, b: str, expected: list[tuple[str, str, str]]) -> None:
    assert [change for change in told(a, b) if change[0] != "same"] == expected


def test_scripts_without_spaces_differ_by_characters() -> None:
    a, b = "市长昨日表示我们必须保护环境", "市长表示我们应当保护环境"
    changes = [change for change in told(a, b) if change[0] != "same"]
    assert changes == [("left out", "昨日", ""), ("changed", "必须", "应当")]


def test_case_counts_between_texts_that_both_have_it() -> None:
    assert ("changed", "turkey", "Turkey") in told("They ate turkey there.", "They ate Turkey there.")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("It cost 1.8 million.", "It cost 1.9 million.", ("changed", "1.8", "1.9")),
        ("About 400,000 came.", "About 450,000 came.", ("changed", "400,000", "450,000")),
        ("Um 7,3 Prozent mehr", "Um 7,4 Prozent mehr", ("changed", "7,3", "7,4")),
        ("损失为1.8亿欧元", "损失为1.9亿欧元", ("changed", "1.8", "1.9")),
        ("It was 1999.Then he left", "It was 1999.Now he left", ("changed", "Then", "Now")),
    ],
)
def test_a_number_differs_as_a_whole(a: str, b: str, expected: tuple[str, str, str]) -> None:
    assert [change for change in told(a, b) if change[0] != "same"] == [expected]


def test_moved_words_are_told_where_they_stand_in_both() -> None:
    found = told("in the early hours of friday he came home", "he came home in the early hours of friday")
    assert ("moved", "", "he came home") in found
    assert ("moved", "he came home", "") in found


def test_an_island_between_large_changes_is_joined_to_them() -> None:
    assert told("one two three four and five six seven eight", "p q r s and t u v w") == [
        ("changed", "one two three four and five six seven eight", "p q r s and t u v w")
    ]


@pytest.mark.parametrize(("a", "b"), [("", ""), (" \n", "")])
def test_nothing_to_tell(a: str, b: str) -> None:
    assert differences(a, b) == []


def _covers(text: str, spans: list[tuple[int, int]]) -> None:
    at = 0
    left = ""
    for start, end in spans:
        assert at <= start <= end <= len(text)
        left += text[at:start]
        at = end
    left += text[at:]
    assert not any(c.isalnum() for c in left)


@given(LETTERS, LETTERS)
def test_all_words_are_covered_in_order(a: str, b: str) -> None:
    found: list[Change] = differences(a, b)
    _covers(a, [c.a for c in found])
    _covers(b, [c.b for c in found])
    if a == b:
        assert all(c.kind == "same" for c in found)


def test_very_long_texts_take_a_short_way() -> None:
    a = " ".join(["start", *(f"x{i}" for i in range(6000)), "end"])
    b = " ".join(["start", *(f"y{i}" for i in range(6000)), "end"])
    assert [c.kind for c in differences(a, b)] == ["same", "changed", "same"]
