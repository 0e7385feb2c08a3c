"""The table of formats."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dmreader.comparing import compare
from dmreader.exporting.formats import FORMATS, Style, exporter, format_of
from dmreader.model import Comparison, Source


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_yields_pieces_that_end_in_a_line_end(name: str, made: Comparison) -> None:
    pieces = exporter(name)(made, Style())
    assert isinstance(pieces, Iterator)
    whole = "".join(pieces)
    assert whole.endswith("\n")
    assert not whole.endswith("\n\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_each_time(name: str, made: Comparison) -> None:
    assert list(exporter(name)(made, Style())) == list(exporter(name)(made, Style()))


@pytest.mark.parametrize("style", [Style(), Style(plain=True)], ids=["drawn", "plain"])
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_disagreements_are_told_with_both_sides(name: str, style: Style, made: Comparison) -> None:
    whole = "".join(exporter(name)(made, style))
    assert "Where they differ" in whole
    assert "conflict" in whole
    agreed = replace(made, facts=(replace(made.facts[0], kind="agreement"),))
    assert "Where they differ" not in "".join(exporter(name)(agreed, style))


def test_suffixes_mean_formats() -> None:
    assert [format_of(p) for p in ("a.HTML", "b.md", "c.json", "d.txt")] == [
        "html",
        "markdown",
        "json",
        "text",
    ]
    assert format_of("a.doc") is None
    suffixes = [suffix for _, suffixes in FORMATS.values() for suffix in suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(KeyError):
        exporter("stone")


_FEW_AND_MANY = {
    "one": [Source("alone", "It stands here. It stands here. “Yes,” he said.")],
    "empty": [Source("a", ""), Source("b", "Something is said here.")],
    "two": [
        Source("a", "The same sentence stands here twice."),
        Source("b", "The same sentence stands here twice."),
    ],
    "thirty": [
        Source("same name", f"The same sentence stands in all of them. Number {n}.") for n in range(30)
    ],
}


@pytest.mark.parametrize("sources", _FEW_AND_MANY.values(), ids=_FEW_AND_MANY.keys())
@pytest.mark.parametrize("name", FORMATS)
def test_any_number_of_sources_can_be_handed_on(name: str, sources: list[Source]) -> None:
    found = compare(sources)
    for style in (Style(), Style(width=30), Style(width=200), Style(plain=True)):
        whole = "".join(exporter(name)(found, style))
        assert all(
            source.text.split(".")[0] in " ".join(whole.split()) or style.width < 80 for source in sources
        )
