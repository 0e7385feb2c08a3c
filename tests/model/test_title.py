"""What a source is called by."""

import pytest

from dmreader.model import Source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1\n00:00:01,000 --> 00:00:03,000\nWhere were you?\n", "Where were you?"),
        ("* * *\n# On Walking\n", "On Walking"),
        ("1914\n1918\n", "1914"),
        ("...\n", ""),
    ],
)
def test_numbers_and_times_before_the_first_words_are_no_title(text: str, title: str) -> None:
    assert Source("a", text).title == title
