"""The HTML page, read back by a parser: whole, self-contained, harmless, and with all its links in place."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dmreader.comparing import compare
from dmreader.model import Comparison, Source
from tests.exporting.conftest import Render

_VOID = {"meta", "br", "link", "img", "input", "hr"}
Element = tuple[str, dict[str, str]]


class _Page(HTMLParser):
    """The elements of a page in order, the text of each, and whether they close in the order they open."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[list[str]] = []
        self.open: list[int] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append([])
        if tag not in _VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for number in self.open:
            self.texts[number].append(data)

    def all(self, tag: str, css_class: str = "") -> list[tuple[dict[str, str], str]]:
        return [
            (attributes, "".join(text))
            for (name, attributes), text in zip(self.elements, self.texts, strict=True)
            if name == tag and (not css_class or css_class in attributes.get("class", "").split())
        ]


@pytest.fixture(scope="module")
def page(render: Render) -> _Page:
    return _Page(render("html"))


def test_the_page_is_allowed_its_own_style_and_script_and_nothing_else(page: _Page) -> None:
    assert [tag for tag, _ in page.elements[:4]] == ["html", "head", "meta", "meta"]
    assert page.elements[2][1] == {"charset": "utf-8"}
    ((_, script),) = page.all("script")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert page.elements[3][1] == {
        "http-equiv": "Content-Security-Policy",
        "content": f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'",
    }


def test_nothing_is_loaded_and_nothing_from_outside_becomes_an_element(page: _Page) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"img", "iframe", "link", "object", "embed", "base", "form", "svg", "b"}
    for tag, attributes in page.elements:
        assert not any(name.startswith("on") or name in ("src", "srcset") for name in attributes), tag
        assert attributes.get("href", "#").startswith("#")
    ((_, style),) = page.all("style")
    assert not re.search(r"url\(|@import|expression", style)


def test_no_control_character_is_in_the_page(render: Render) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", render("html"))


def test_every_sentence_is_there_and_can_be_jumped_to(made: Comparison, page: _Page) -> None:
    sentences = {attributes["id"]: text for attributes, text in page.all("div", "sentence")}
    for source, spans in enumerate(made.sentences):
        for number, (start, end) in enumerate(spans, start=1):
            assert made.sources[source].display[start:end] in sentences[f"s{source}-{number}"]
    assert len(sentences) == sum(map(len, made.sentences))


def test_ids_are_unique_and_every_link_has_its_target(page: _Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {attributes["href"][1:] for _, attributes in page.elements if "href" in attributes}
    assert targets <= set(ids)
    named = {a["aria-labelledby"] for _, a in page.elements if "aria-labelledby" in a}
    assert named <= set(ids)


def test_a_shared_sentence_links_to_its_partners_and_says_how(page: _Page) -> None:
    links = [(a["href"], text) for a, text in page.all("a")]
    assert ("#s1-1", "≈ nearly the same words in B:1") in links
    assert ("#s0-1", "= the same words in A:1") in links
    assert ("#s1-5", "× said again here in B:5") in links


def test_marks_carry_their_kind_and_where_else_the_words_are(page: _Page) -> None:
    marks = [(a["class"], a["title"], text) for a, text in page.all("mark")]
    assert ("verbatim", "the same words in A and C", "party was held in London") in marks
    assert ("reworded", "in other words in B", "Nobody was ashamed of dancing.") in marks


def test_differences_stand_inside_the_pairs(page: _Page) -> None:
    texts = [text for _, text in page.all("p", "differing")]
    assert "Nobody was No one felt ashamed of about dancing." in texts
    assert ("del", "Nobody was ") in [("del", text) for _, text in page.all("del")]
    assert "No one felt" in [text for _, text in page.all("ins")]


def test_quotations_name_their_speakers_and_whether_they_differ(page: _Page) -> None:
    quotations = [text for _, text in page.all("li", "quotation")]
    assert len(quotations) == 3
    assert "named differently Sean <b> in A; Cassandra Fairbanks in B" in quotations[0]
    assert [text for _, text in page.all("bdi", "speaker")] == ["Sean <b>", "Cassandra Fairbanks", "Moby"]


def test_text_from_outside_keeps_its_direction_to_itself(page: _Page) -> None:
    for attributes, _ in page.all("div", "sentence"):
        assert attributes["class"].split()[1] in {
            "verbatim",
            "near-verbatim",
            "reworded",
            "partial",
            "unique",
        }
    paragraphs = [a for a, text in page.all("p") if "dir" in a]
    assert len(paragraphs) >= 15
    assert all(a["dir"] == "auto" and a["lang"] == "" for a in paragraphs)


def test_headings_go_down_one_step_at_a_time(page: _Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


@pytest.mark.parametrize(("count", "tables"), [(2, [8]), (4, [10]), (5, [6, 6]), (9, [6])])
def test_what_many_sources_share_has_a_table_of_its_own(
    render: Render, count: int, tables: list[int]
) -> None:
    compared = compare([Source(f"s{n}", f"One text of many, number {n}.") for n in range(count)])
    page = render("html", compared)
    heads = re.findall(r'<table class="figures"><thead><tr>(.*?)</tr>', page)
    assert [head.count("<th") for head in heads] == tables
