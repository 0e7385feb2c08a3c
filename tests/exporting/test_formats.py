"""The table of formats."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dmreader.exporting.formats import FORMATS, Style, exporter, format_of
from dmreader.model import Comparison


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
