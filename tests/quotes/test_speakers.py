"""Whose words a quotation is, in natural and in tokenised text."""

import time

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from dmreader.comparing import compare
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers import attribute
from dmreader.model import Source
from tests.quotes.speaking import mentions, names, sample, words

_NATURAL = [
    ("“⟦The bridge is closed,⟧” said Mara Quill, the harbour master.", "Mara Quill, the harbour master"),
    ("“⟦The bridge is closed,⟧” Mara Quill said on Monday.", "Mara Quill"),
    ("Mara Quill said: “⟦The bridge is closed.⟧”", "Mara Quill"),
    ("On Monday, Mara Quill told reporters, “⟦The bridge is closed.⟧”", "Mara Quill"),
    (
        "Mara Quill, who runs the harbour, wrote: “⟦The bridge is closed.⟧”",
        "Mara Quill, who runs the harbour",
    ),
    ("Mara Quill (left), a pilot, tweeted to Tom: “⟦The bridge is closed.⟧”", "Mara Quill (left), a pilot"),
    ("The bridge is “⟦closed for good⟧,” according to the harbour office.", "the harbour office"),
    ("According to Mara Quill, the bridge is “⟦closed for good⟧”.", "Mara Quill"),
    (
        "The company’s spokesman, Peter Vane, called the plan “⟦a mistake⟧”.",
        "The company’s spokesman, Peter Vane",
    ),
    ("The plan was described by Mara Quill as “⟦a mistake⟧”.", "Mara Quill"),
    ("“⟦The bridge is closed,⟧” said one of them, Mara Quill, a pilot.", "one of them, Mara Quill, a pilot"),
    ("“⟦The bridge is closed,⟧” said one of the drivers on Monday.", "one of the drivers"),
    ("Mara Quill laughed and said, “⟦We will see.⟧”", "Mara Quill"),
    ("Peter Vane’s claim that the plan was “⟦a mistake⟧” was heard by nobody.", "Peter Vane’s"),
    ("Sen. Mara Quill (D-Mo.) said the plan was “⟦a mistake⟧”.", "Sen. Mara Quill (D-Mo.)"),
    ("The bridge is “⟦closed for good⟧” this time, the harbour master said.", "the harbour master"),
]


@pytest.mark.parametrize(("marked", "speaker"), _NATURAL)
def test_the_words_that_name_the_speaker(marked: str, speaker: str) -> None:
    assert words(marked) == [speaker]


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("mara quill wrote : ' ⟦the bridge is closed⟧\n", "mara quill"),
        (
            "' ⟦the bridge is closed ,⟧ ' said mara quill , the harbour master .",
            "mara quill , the harbour master",
        ),
        ("' ⟦the bridge is closed ,⟧ ' she wrote , using the hashtag .", "she"),
        ("quill : ' ⟦the bridge is closed⟧ '", "quill"),
        ("and not only that , mara quill said the plan was ' ⟦a mistake⟧ ' .", "mara quill"),
        ("many users called it out , with some sailors calling the plan ' ⟦a mistake⟧ '", "some sailors"),
        ("bad news : mara quill said ships had ' ⟦made her cry⟧ '", "mara quill"),
    ],
)
def test_lower_case_tokenised_text_is_read_alike(marked: str, speaker: str) -> None:
    assert words(marked) == [speaker]


def test_one_sentence_gives_both_parts_of_a_split_quotation_to_its_speaker() -> None:
    assert words("“⟦The bridge,⟧” Mara Quill said, “⟦is closed.⟧”") == ["Mara Quill", "Mara Quill"]


def test_a_participle_belongs_to_the_speaker_before() -> None:
    marked = "Mara Quill said the news had “⟦made me cry⟧”, adding: “⟦people are so nasty⟧”."
    assert words(marked) == ["Mara Quill", "Mara Quill"]


def test_a_sentence_of_quotations_alone_goes_on() -> None:
    marked = "“⟦The bridge is closed,⟧” said Mara Quill. “⟦It will stay closed.⟧”"
    assert names(marked) == ["Mara Quill", "Mara Quill"]


def test_a_continuing_paragraph_goes_on() -> None:
    marked = "Mara Quill said it was “⟦a mistake that cost us dearly.⟧”\n\n“⟦It will stay closed.⟧”\n"
    assert names(marked) == ["Mara Quill", "Mara Quill"]


def test_the_sentence_before_leads_in() -> None:
    assert words("Mara Quill says ships should wait. “⟦It is their choice.⟧”") == ["Mara Quill"]


@pytest.mark.parametrize(
    "marked",
    [
        "Two photos were posted online with the caption: “⟦Look at this man.⟧”",
        "She sang at the opening of “⟦The Daily Show⟧” in the town.",
        "It was the ⟦third way⟧ of doing things.",
        "⟦lucky⟧ : in the early hours of friday , the models noted it",
        "⟦⟧",
    ],
)
def test_unknown_stays_unknown(marked: str) -> None:
    assert words(marked) == [None]


def test_no_quotation_no_speaker() -> None:
    assert mentions("") == []
    assert mentions("Mara Quill said so.") == []


def test_a_language_without_word_lists_leaves_the_speaker_unknown() -> None:
    finnish = (
        "Hän oli eilen kaupungissa ja katseli laivoja sataman laidalla koko pitkän illan ystäviensä kanssa. "
    )
    assert words(finnish * 4 + "”⟦Silta on suljettu⟧”, sanoi Matti Meikäläinen.") == [None]


def test_every_mention_says_why_and_how_surely() -> None:
    near, far = mentions(
        "“⟦Closed,⟧” said Mara Quill. For Mara Quill, the plan that she calls bold is “⟦bad⟧”."
    )
    assert near is not None
    assert near.why
    assert 0 < near.confidence <= 1
    assert far is None or far.confidence < near.confidence


def test_a_name_goes_on_behind_a_line_end_that_the_page_made() -> None:
    text = (
        "   “We cannot take the risk,” said Mara\nAnn Quill, who has held the office\nsince 2011. "
        "“It is old,” Peter\nVane added, “and rusty.”\n\n   The bridge stays closed. Mara\n"
        "Quill said: “Keep away from\nthe river.”\n"
    )
    quotes = compare([Source("one", text)]).quotes
    assert [q.speaker.name for q in quotes if q.speaker] == [
        "Mara Ann Quill",
        "Peter Vane",
        "Peter Vane",
        "Mara Ann Quill",
    ]


@pytest.mark.parametrize(
    ("marked", "names_found"),
    [
        ("Mara Quill (@quill): “⟦Just saw it.⟧”", ["Mara Quill"]),
        ("A tweet by @quill: “⟦Just saw it.⟧”", ["@quill"]),
        ("“⟦We will win,⟧” the former president, 78, told supporters.", ["the former president"]),
        ("She sang “⟦Imagine⟧” and read “⟦The Great Gatsby⟧” aloud.", [None, None]),
        ("“⟦Never stop.⟧” — Moby (@moby) March 6", ["Moby"]),
        ("“⟦Never stop.⟧”\n\n“⟦Go on.⟧” – Mara Quill\n\nThen it rained.", [None, "Mara Quill"]),
    ],
)
def test_a_name_beside_a_quotation_signs_it(marked: str, names_found: list[str | None]) -> None:
    assert names(marked) == names_found


@pytest.mark.parametrize(
    "piece",
    ["who said “⟦x y⟧” ", "( ", ", a , b ", "word “⟦quote here⟧” and Mr. Smith said with ", "said : : - - '"],
)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        marked = "the man of the house said “⟦it⟧” " + piece * times
        text, spans = sample(marked)
        start = time.process_time()
        attribute(text, spans)
        return time.process_time() - start

    seconds(10)
    assert seconds(1600) < 12 * seconds(400) + 0.2


_WORDS = """
said , . : - — ( ) ' 's which who he Mr. Quill quill the a an of in and but with according to as it read @
another
asked called was being caption Monday on 5 ? ! “ ” état -t-il sagte laut so R-Tex. İ ſ 😀
"""
_PIECES = [*_WORDS.split(), "# tag", "@ tiny", "d .", "\n", "\n\n", "\u200b"]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40), st.data())
@settings(max_examples=80, deadline=None)
def test_no_text_is_too_odd(pieces: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(["", "the of and to in a ", "der die und das den "])) + " ".join(pieces)
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    spans = [QuoteSpan(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    found = attribute(text, spans)
    assert len(found) == len(spans)
    for mention in found:
        assert mention is None or (mention.name and 0 <= mention.start < mention.end <= len(text))
