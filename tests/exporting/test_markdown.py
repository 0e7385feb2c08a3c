"""Markdown, read back by an independent parser: what comes from outside must be text and nothing else."""

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dmreader.exporting.markdown.words import escape
from dmreader.model import Comparison
from tests.exporting.conftest import Render
from tests.exporting.made import HOSTILE

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _tokens(markdown: str) -> list[Token]:
    tokens = _PARSER.parse(markdown)
    return tokens + [child for token in tokens for child in token.children or ()]


def _text(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline", "text_special"))


def test_the_document_holds_no_html_image_or_link(render: Render) -> None:
    kinds = {token.type for token in _tokens(render("markdown"))}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "fence", "code_block", "s_open"}
    assert {"table_open", "heading_open", "bullet_list_open"} <= kinds


def test_every_table_has_cells_for_its_columns_only(render: Render) -> None:
    columns = cells = 0
    for token in _tokens(render("markdown")):
        if token.type == "thead_open":
            columns = 0
        elif token.type == "tr_open":
            cells = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "td_open":
            cells += 1
            assert cells <= columns
    assert columns


def test_text_from_outside_shows_as_it_stands(made: Comparison, render: Render) -> None:
    text = _text(_tokens(render("markdown")))
    for source, start, end in made.unique:
        assert " ".join(made.sources[source].display[start:end].split()) in text
    assert "two | words" in text


@pytest.mark.parametrize(
    "hostile",
    [
        HOSTILE,
        "# heading",
        "- item",
        "+ item",
        "12) item",
        "1. item",
        "===",
        "---",
        "> quote",
        "~~~",
        "```",
        "a  \nb",
        "\ttab",
        "[x]: http://x.example",
        "&copy;",
        "\\*",
        "**bold** __bold__ ~gone~",
        "| a | b |",
        "<!-- comment",
    ],
)
@pytest.mark.parametrize("place", ["{}", "- {}", "| head |\n| :-- |\n| {} |"])
def test_escaped_text_is_read_back_letter_for_letter(hostile: str, place: str) -> None:
    tokens = _PARSER.parse(place.format(escape(hostile)))
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    assert _text(children).removeprefix("head") == " ".join(hostile.split())


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("see #12", "see \\#12"),
        ("ask @you", "ask \\@you"),
        ("http://x.example", "http\\://x.example"),
        ("www.x.example", "www\\.x.example"),
        ("so :smile:", "so \\:smile:"),
        ("$x$", "\\$x\\$"),
    ],
)
def test_what_only_some_programs_would_make_a_link_or_sign_of_is_escaped_too(text: str, escaped: str) -> None:
    assert escape(text) == escaped
