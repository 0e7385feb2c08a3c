"""Subtitles: numbers, times and tags are no words and no sentences."""

import pytest

from dmreader.comparing import compare
from dmreader.language import analyse
from dmreader.language.subtitles import spoken
from dmreader.model import Options, Source

SUBRIP = """1
00:00:01,000 --> 00:00:04,000
Good morning,
captain. Who rang the bell?

2
00:00:04,500 --> 00:00:06,000
- Nobody did.
- Then it was the wind.

3
00:00:07,000 --> 00:00:09,000
<i>{\\an8}The ferry left at 7
without its brass band</i>
"""

SAID = [
    "Good morning,\ncaptain.",
    "Who rang the bell?",
    "- Nobody did.",
    "- Then it was the wind.",
    "The ferry left at 7\nwithout its brass band",
]

WEB = "\ufeffWEBVTT - the ferry\nKind: captions\n\n" + SUBRIP.replace(",000", ".000").replace(",500", ".500")


@pytest.mark.parametrize("text", [SUBRIP, WEB, WEB.replace("00:00:", "00:")])
def test_sentences_are_what_is_said(text: str) -> None:
    found = analyse(Source("film", text), Options())
    assert [text[a:b] for a, b in found.sentences] == SAID
    assert len(found.tokens.starts) == found.first[-1] == 23


@pytest.mark.parametrize("text", [SUBRIP, WEB, "", "-->", "1\n00:00:01,000 --> 00:00:02,000"])
def test_nothing_is_moved(text: str) -> None:
    told = spoken(text)
    assert len(told) == len(text)
    assert all(a == b or b.isspace() for a, b in zip(text, told, strict=True))


def test_text_that_speaks_of_a_time_is_left_alone() -> None:
    text = "Subtitles begin like this:\n00:00:01,000 --> 00:00:04,000\nThen comes <i>what is said</i>."
    assert spoken(text) == text


def test_same_words_at_other_times_are_one_passage() -> None:
    later = SUBRIP.replace("00:00:0", "00:10:0").replace("1\n", "4\n").replace("2\n", "5\n")
    comparison = compare([Source("one", SUBRIP), Source("two", later)])
    assert len(comparison.passages) == 1
    assert comparison.passages[0].words == 23
    assert len(comparison.links) == len(SAID)
