"""What a quotation is, and the handles and hashtags in it and about it."""

import pytest

from dmreader.language.quotes import find_spans
from dmreader.language.quotes.handles import tags
from dmreader.language.quotes.kinds import kinds


def kind(text: str, *, named: bool = False) -> str:
    spans = find_spans(text)
    return kinds(text, spans, [named] * len(spans))[0].kind


def test_words_are_counted_where_no_spaces_part_them() -> None:
    assert kind("市长说：“我们必须保护环境。”") == "statement"
    assert kind("所谓“专家”的意见。") == "scare"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moby tweeted: “I offer my services for free to all of them.”", "tweet"),
        ("“I offer my services for free to all of them,” Moby tweeted.", "tweet"),
        ("In a later tweet, Ms Fairbanks said of her group: “We would like to fly him in.”", "tweet"),
        ("She said: “We need to #finddancingman and have a party.”", "tweet"),
        ("“Spotted this specimen trying to dance the other week,” read the caption.", "caption"),
        ("He held up a sign reading: “Hi Cass and all of you.”", "sign"),
        ("They sent out an invitation. Part of the invitation said: “We want to see you.”", "invitation"),
        ("He wrote on Facebook: “I am not going to go there at all.”", "post"),
        ("“I am not going to go there at all,” she said.", "statement"),
        ("Er sagte: „Ich gehe da ganz sicher nicht mehr hin.“", "statement"),
        ("The “lucky” man went home.", "scare"),
        ("The account has the name “@Dancingmanfound.”", "other"),
        ("She writes for “The Free Thought Project” in town.", "other"),
    ],
)
def test_the_words_around_it_tell_its_kind(text: str, expected: str) -> None:
    assert kind(text, named=expected not in ("scare", "other")) == expected


def test_who_uses_a_network_tweets_where_the_text_is_about_tweets() -> None:
    about = "Thousands tweeted. The tweet was shared on Twitter.\n"
    said = "A user named Jessica said: “I am so happy that he has been found.”"
    assert kind(said, named=True) == "statement"
    assert kind(about + said, named=True) == "tweet"


def test_a_heading_before_a_colon_is_no_post() -> None:
    text = "he said ' we are late , '\n' kind gesture ' : the tweet was a hit on facebook ."
    spans = find_spans(text)
    assert [k.kind for k in kinds(text, spans, [True, False])] == ["statement", "scare"]


def test_what_a_sign_reads_is_no_tweet_although_a_tweet_is_told_of_next() -> None:
    text = "He held up a sign reading: “Hi all of you!” the success of her tweet was great."
    assert kind(text) == "sign"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By @anna_b and #One, not a@b.org or &#39; or #1.", ["@anna_b", "#One"]),
        ("yay ! @ dancingmanfound # finddancingman , we dance", ["@ dancingmanfound", "# finddancingman"]),
        ("Meet @ noon? No: natural text has no spaced handle. See @bob", ["@bob"]),
        ("nothing here", []),
    ],
)
def test_handles_and_hashtags_are_found_in_both_styles(text: str, found: list[str]) -> None:
    assert [text[m.start : m.end] for m in tags(text)] == found


def test_tags_know_the_quotation_they_stand_in() -> None:
    text = "As @anna said: “We like @bob, so we do.” And @carl left."
    assert [m.quote for m in tags(text, find_spans(text))] == [None, 0, None]
