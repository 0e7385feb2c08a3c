"""Which quotations are the same one, over several sources."""

from collections.abc import Sequence

import pytest

from dmreader.comparing import compare
from dmreader.model import Comparison, Quote, Source


def compared(*texts: str) -> Comparison:
    return compare([Source(f"s{k}", text, text) for k, text in enumerate(texts)])


def quote(comparison: Comparison, words: str) -> Quote:
    return next(q for q in comparison.quotes if words in comparison.sources[q.source].text[q.start : q.end])


def groups(quotes: Sequence[Quote]) -> set[int]:
    return {q.group for q in quotes}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We would like to fly him to L.A. for a party", "we would like to fly him to la for a party"),
        ("I find this ****ing despicable behaviour", "I find this fucking despicable behaviour"),
        ("It isn’t what they told us at all", "it is n't what they told us at all"),
        ("Big thanks to all. Not stopped smiling and laughing", "Not stopped smiling or laughing"),
        ("The coolest ladies in town will all be there tonight", "coolest ladies in town"),
    ],
)
def test_the_same_words_are_one_quotation(one: str, other: str) -> None:
    c = compared(f"On Monday she wrote: “{one}.”", f"Later it was told that she wrote “{other}” in a letter.")
    assert len(c.quotes) == 2
    assert len(groups(c.quotes)) == 1


def test_how_each_differs_from_the_fullest() -> None:
    c = compared(
        "“We want to see you dance freely and sing with us,” she said.",
        "She: “We want to see you dance freely.” And: “We want to see you dance freely and sing for us.”",
    )
    assert [q.likeness for q in c.quotes] == ["", "part", "reworded"]


def test_different_quotations_that_share_words_are_similar_at_most() -> None:
    c = compared(
        "“We want to see you dance freely,” said Anna Meyer.",
        "“We want to throw him a huge party,” said Paul Jones.",
    )
    assert len(groups(c.quotes)) == 2


def test_two_speakers_are_kept_apart_unless_two_sources_have_the_very_words() -> None:
    same = "“Nobody told us anything about the new bridge at all,” said {}."
    c = compared(same.format("Anna Meyer"), same.format("Paul Jones"))
    assert len(groups(c.quotes)) == 1
    one = compared(same.format("Anna Meyer") + "\n\n" + "“About the new bridge at all,” said Paul Jones.")
    assert len(groups(one.quotes)) == 2


def test_few_common_words_tie_only_in_the_same_surroundings() -> None:
    apart = compared("He felt “sad” about the harbour.", "The film was called “sad” by most of the critics.")
    assert len(groups(apart.quotes)) == 2 or not groups(apart.quotes)
    beside = "she said on Monday that she was “horrified” by its cruel nature"
    together = compared(f"In London {beside}.", f"Later {beside}, they wrote.")
    assert len(groups(together.quotes)) == 1


def test_a_mark_that_is_lost_is_made_up_for_by_another_source() -> None:
    c = compared(
        "he posted it with the caption : ' look at this man dance in the street\nthe man lives in london\n"
        "he was ' very happy ' about it\n",
        "He posted it with the caption “Look at this man dance in the street,” and left.",
    )
    found = quote(c, "look at this man")
    assert c.sources[0].text[found.start : found.end] == "look at this man dance in the street"
    assert "confirmed by s1" in found.why


def test_a_speaker_known_from_another_source_says_from_which() -> None:
    c = compared(
        "“We will never sell the old harbour to anybody.”",
        "“We will never sell the old harbour to anybody,” said Anna Meyer.",
    )
    speaker = c.quotes[0].speaker
    assert speaker is not None
    assert "Anna Meyer" in speaker.name
    assert (speaker.start, speaker.end, speaker.source) == (None, None, 1)


def test_one_source_or_none_is_no_trouble() -> None:
    assert compared("").quotes == ()
    assert len(compared("“Yes,” she said.").quotes) == 1


def test_that_it_was_said_yields_to_that_it_was_tweeted() -> None:
    words = "“We would like to fly him to the coast for a party.”"
    c = compared(f"Anna Reed said: {words} It was late.", f"She tweeted: {words} Many liked it.")
    assert [q.kind for q in c.quotes] == ["tweet", "tweet"]


@pytest.mark.parametrize(("speaker", "one"), [("Anna Meyer", True), ("Paul Jones", False), ("a man", False)])
def test_few_words_are_one_quotation_if_one_person_said_them(speaker: str, one: bool) -> None:
    c = compared(
        "“It’s a disgrace,” said one of them, Anna Meyer, 71.", f"“It's a disgrace”, {speaker} said."
    )
    assert (len(groups(c.quotes)) == 1) is one
    assert c.quotes[0].speaker is not None
    assert c.quotes[0].speaker.name == "Anna Meyer"
