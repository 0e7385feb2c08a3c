"""Embedded posts: words without marks, with the line of their author."""

import pytest

from dmreader.comparing import compare
from dmreader.language.quotes import find_spans
from dmreader.model import Source

AUTHOR = "— Cassandra Fairbanks (@CassandraRules) March 5, 2015"


@pytest.mark.parametrize(
    "text",
    [
        f"She asked for help.\n\nAnyone know this man or who posted this?\n\n{AUTHOR}\n\nMany answered.",
        f"She asked for help.\n\nAnyone know this man or who posted this?\n{AUTHOR}\n\nMany answered.",
        f"She asked for help.\nAnyone know this man or who posted this? {AUTHOR}\nMany answered.",
        f"She asked for help.\n\n> Anyone know this man or who posted this?\n> {AUTHOR}\n\nMany answered.",
    ],
)
def test_the_words_and_their_author_are_found(text: str) -> None:
    (quote,) = compare([Source("s", text, text)]).quotes
    assert text[quote.start : quote.end] == "Anyone know this man or who posted this?"
    assert quote.kind == "tweet"
    assert quote.speaker is not None
    assert quote.speaker.name == "Cassandra Fairbanks"


def test_a_post_between_marks_is_found_once() -> None:
    text = f"“Anyone know this man?”\n\n{AUTHOR}\n"
    assert len(find_spans(text)) == 1


def test_brackets_and_dashes_alone_are_no_post() -> None:
    assert find_spans("He came - at last (on Monday) - and left.\nWrite to - us (at home).") == []


_PAGE = """Dancing Man @dancingmanfound · Mar 6
Big thanks to all. #dancing
Retweets 1,200 Likes 3,400

Moby
@thelittleidiot
Happy to play at the party.
9:12 PM · Mar 6, 2015

RT @mobydick: We should throw him a party

Mail me
@home it is quiet.
"""


def test_posts_copied_from_their_page_have_their_author_above() -> None:
    quotes = compare([Source("page", _PAGE)]).quotes
    assert [(q.speaker and q.speaker.name, _PAGE[q.start : q.end], q.kind) for q in quotes] == [
        ("Dancing Man", "Big thanks to all. #dancing", "tweet"),
        ("Moby", "Happy to play at the party.", "tweet"),
        ("@mobydick", "We should throw him a party", "tweet"),
    ]
