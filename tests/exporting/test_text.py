"""The printed comparison: what it must hold, whatever the engine finds."""

import re
import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dmreader.comparing import compare
from dmreader.exporting.formats import Style
from dmreader.exporting.text.wrap import NARROW, cells, clip, wrap
from dmreader.model import Comparison, Source
from tests.exporting.conftest import Render

_SGR = re.compile(r"\x1b\[[0-9;]*m")
_STYLES = [
    Style(),
    Style(width=20),
    Style(width=47),
    Style(width=160),
    Style(colour=True),
    Style(plain=True),
    Style(ascii=True),
]


def _bare(text: str) -> str:
    return _SGR.sub("", text)


@pytest.mark.parametrize("style", _STYLES, ids=str)
def test_nothing_reaches_the_terminal_but_letters_and_our_own_colours(render: Render, style: Style) -> None:
    text = render("text", style=style)
    assert ("\x1b" in text) == style.colour
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", _bare(text))


@pytest.mark.parametrize("style", [s for s in _STYLES if s.width >= 47], ids=str)
def test_no_line_is_wider_than_the_terminal(render: Render, style: Style) -> None:
    lines = _bare(render("text", style=style)).split("\n")
    assert max(map(cell_len, lines)) <= style.width
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize("style", _STYLES, ids=str)
def test_every_sentence_is_there_in_whole(made: Comparison, render: Render, style: Style) -> None:
    printed = re.sub(r"[\s⟦⟧{}]", "", _bare(render("text", style=style)))
    if style.width >= 120:  # columns stand side by side, so that lines of several sentences mix
        return
    for source, spans in zip(made.sources, made.sentences, strict=True):
        for start, end in spans:
            words = re.sub(r"[\s{}]", "", source.display[start:end])
            if len(words) < 20 or style.plain:
                assert words in printed


def test_brackets_and_markup_are_shown_as_they_stand(render: Render) -> None:
    text = render("text", style=Style(width=100))
    assert "He said [sic] </script><script>alert(1)</script>" in text
    assert "&lt;b&gt;" in text


def test_ascii_output_draws_with_ascii_only(made: Comparison, render: Render) -> None:
    drawn = render("text", style=Style(ascii=True))
    theirs = {character for source in made.sources for character in source.display + source.name}
    assert {c for c in drawn if not c.isascii()} <= theirs | set("␛")


def test_partners_quotations_and_speakers_are_told(render: Render) -> None:
    text = render("text", style=Style(width=100))
    assert re.search(r"^ +1 +≈ A:1 +⟦Before it⟧, a party was held in London\.$", text, re.M)
    assert "= C:3 ↕" in text
    assert "× B:5" in text
    assert "named differently: Sean <b> (A), Cassandra Fairbanks (B)" in text
    assert re.search(r"^ +½ C:3  held in London$", text, re.M)
    assert re.search(r"^ +~ A:5 +⟦?Never⟧? stop,$", text, re.M)


def test_wide_output_sets_the_partners_words_beside_a_sentence(render: Render) -> None:
    lines = render("text", style=Style(width=140)).split("\n")
    (line,) = [line for line in lines if line.lstrip().startswith("2") and "ashamed of dancing" in line]
    assert re.search(r"Nobody was ashamed of dancing\. +~ B:2 +⟦No one felt⟧ ashamed ⟦about⟧ dancing\.", line)


def test_colour_adds_nothing_but_colour(render: Render) -> None:
    assert _bare(render("text", style=Style(colour=True))) == render("text")
    assert set(re.findall(r"\x1b\[([0-9;]*)m", render("text", style=Style(colour=True)))) <= {
        f"{a}{b}" for a in ("", "3;", "2;", "1;") for b in ("0", "1", "2", "3", "33", "36")
    }


def test_plain_output_says_in_words_what_is_elsewhere_drawn(render: Render) -> None:
    text = render("text", style=Style(plain=True, width=200))
    assert not re.search(r"[─█░⟦≈½•↕×]", text)
    assert not re.search(r" {2,}", text)
    assert (
        "The same words in C, sentence 3, at another place; nearly the same words in B, sentence 1." in text
    )
    assert "These words are only here: Before it" in text
    assert "In other words in A, sentence 5: Never stop," in text
    assert "In part in C, sentence 3: held in London" in text


def test_the_first_ten_lines_tell_who_shares_how_much(render: Render) -> None:
    head = render("text").split("\n")[:10]
    assert head[0] == "3 sources compared: 1 sentence in all 3 of them"
    assert any(line.split()[:1] == ["A"] and "99%" in line and "60%" in line for line in head)


def test_lines_break_where_the_script_allows() -> None:
    text = "日本語の文章。これは「テスト」です。"
    lines = [text[start:end] for start, end in wrap(text, 8)]
    assert "".join(lines) == text
    assert all(cell_len(line) <= 8 for line in lines)
    assert not any(line.startswith(("。", "」")) for line in lines)
    assert [end for _, end in wrap("日本語の。本", 8)] == [3, 6]  # the full stop takes its word along
    assert [cell_len("e\u0301" * 5), *(end - start for start, end in wrap("e\u0301" * 5, 3))] == [5, 6, 4]


@given(st.text(st.sampled_from("ab  -é漢。e\u0301"), max_size=60), st.integers(2, 12))
def test_wrapping_loses_nothing_and_breaks_only_what_does_not_fit(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert "".join(lines) == text
    assert all(cells(line.rstrip()) <= width for line in lines)
    assert not any(line.startswith(" ") for line in lines[1:])
    for line, following in pairwise(lines):
        before, after = re.search(r"\S+$", line), re.match(r"\S+", following)
        if before and after and text.isascii():
            assert len(before[0]) + len(after[0]) > width


def test_what_is_wrapped_the_fast_way_takes_one_cell_and_has_no_break_but_the_blank() -> None:
    narrow = [chr(c) for c in range(0x20, 0x11000) if NARROW.fullmatch(chr(c))]
    assert len(narrow) > 1000
    assert {cell_len(c) for c in narrow} == {1}
    assert [c for c in narrow if c.isspace()] == [" "]
    assert not any(unicodedata.combining(c) for c in narrow)


def test_clipping_ends_at_a_word() -> None:
    assert clip("one two three", 9) == "one two …"
    assert clip("one two", 9) == "one two"


def test_printing_loads_neither_textual_nor_a_browser() -> None:
    code = (
        "import sys; from dmreader.exporting.formats import FORMATS, Style, exporter;"
        "from tests.exporting.made import hostile_comparison; c = hostile_comparison();"
        "[list(exporter(f)(c, Style())) for f in FORMATS];"
        "print([m for m in sys.modules if m.split('.')[0] in ('textual', 'playwright', 'numpy')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_a_source_without_a_sentence_says_so_and_lines_keep_how_far_in_they_begin(render: Render) -> None:
    program = "def main():\n    for x in range(9):\n\tif x:\n            go(x)\n"
    compared = compare([Source("marks", "...\n"), Source("code", program)])
    printed = render("text", compared).splitlines()
    assert "  no sentence in it" in printed
    at = [line.index(word) for word in ("def", "for", "if x", "go(") for line in printed[-5:] if word in line]
    assert [place - at[0] for place in at] == [0, 4, 4, 12]
    assert "No sentence in it." in render("text", compared, Style(plain=True))
