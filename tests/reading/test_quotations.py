"""Quotations without a screen: taken together, filtered, ordered, gone through."""

from dataclasses import replace

import pytest

from dmreader.model import Comparison, Member, Quote, Speaker
from dmreader.reading import Reading
from dmreader.reading.quotations import Quotations
from dmreader.reading.quotations_filter import QuotationFilter, listed, stated
from dmreader.reading.quotations_places import here, step
from dmreader.reading.quotations_variants import named, strands
from tests.made import made


def changed(**values: object) -> Comparison:
    """The made comparison with the captain's second quote otherwise."""
    comparison = made()
    quotes = list(comparison.quotes)
    quotes[2] = replace(quotes[2], **values)  # type: ignore[arg-type]
    return replace(comparison, quotes=tuple(quotes))


def groups(asked: QuotationFilter, order: str = "place", comparison: Comparison | None = None) -> list[int]:
    found = listed(Quotations(comparison or made()), asked, order)  # type: ignore[arg-type]
    return [q.group for q in found]


def test_the_same_words_are_one_quotation() -> None:
    first = Quotations(made()).all[0]
    assert first.quotes == (0, 2)
    assert first.carried == {0: "fullest", 1: "reworded"}
    assert first.speakers == ("the captain",)
    assert first.differs
    assert not first.disputed


def test_a_source_carries_a_quotation_as_its_closest_place_has_it() -> None:
    comparison = changed(likeness="reworded")
    quotes = list(comparison.quotes)
    quotes[3] = replace(quotes[3], group=0, likeness="part")
    first = Quotations(replace(comparison, quotes=tuple(quotes))).all[0]
    assert first.carried == {0: "fullest", 1: "reworded"}


@pytest.mark.parametrize(("likeness", "differs"), [("same", False), ("part", False), ("reworded", True)])
def test_only_other_words_differ(likeness: str, differs: bool) -> None:
    assert Quotations(changed(likeness=likeness)).all[0].differs is differs


@pytest.mark.parametrize(
    ("name", "disputed"),
    [("The Captain", False), ("captain Ahab", False), ("the mate", True), ("Ahab", True)],
)
def test_speakers_with_no_word_in_common_differ(name: str, disputed: bool) -> None:
    assert Quotations(changed(speaker=Speaker(name, None, None))).all[0].disputed is disputed


def test_one_sure_place_leaves_no_doubt() -> None:
    assert not Quotations(changed(confidence=0.3)).all[0].doubtful
    alone = replace(made(), quotes=tuple(replace(q, confidence=0.3) for q in made().quotes))
    assert all(q.doubtful for q in Quotations(alone).all)


@pytest.mark.parametrize(
    ("asked", "found", "said"),
    [
        (QuotationFilter(), [0, 1, 2, 3], ""),
        (QuotationFilter(words="Luck  mayor"), [2], "with Luck mayor"),
        (QuotationFilter(speaker="the captain"), [0], "said by the captain"),
        (QuotationFilter(kind="post"), [3], "post"),
        (QuotationFilter(source=0), [0, 1], "in one"),
        (QuotationFilter(which="one"), [1, 2, 3], "in one source only"),
        (QuotationFilter(which="all"), [], "in all sources"),
        (QuotationFilter(which="differing"), [0], "words or speaker differ"),
        (QuotationFilter(which="doubtful"), [], "doubtful"),
        (QuotationFilter(source=1, which="one"), [2], "in two, in one source only"),
    ],
)
def test_filters(asked: QuotationFilter, found: list[int], said: str) -> None:
    assert groups(asked) == found
    assert stated(asked, ("one", "two", "three")) == said
    assert bool(asked) is bool(said)


@pytest.mark.parametrize(
    ("order", "found"),
    [("place", [0, 1, 2, 3]), ("sources", [0, 1, 2, 3]), ("speaker", [0, 2, 1, 3]), ("kind", [1, 3, 0, 2])],
)
def test_orders(order: str, found: list[int]) -> None:
    assert groups(QuotationFilter(), order) == found


def test_what_differs_is_told_word_by_word() -> None:
    found = strands(Quotations(made()), 2, 0)
    assert [(s.thread, s.text.split()[0]) for s in found if s.thread in ("left out", "added")] == [
        ("left out", "by"),
        ("added", "on"),
    ]
    assert "".join(s.text for s in found if s.thread != "left out") == "We will be back on Friday,"


def test_before_and_after_a_part_is_a_gap() -> None:
    comparison = made()
    source = comparison.sources[1]
    at = source.text.index("be back on Friday")
    part = replace(comparison.quotes[2], start=at, end=at + len("be back"), likeness="part")
    quotes = (*comparison.quotes[:2], part, *comparison.quotes[3:])
    found = strands(Quotations(replace(comparison, quotes=quotes)), 2, 0)
    assert [s.thread for s in found] == ["gap", "same", "gap"]


def test_where_a_name_comes_from() -> None:
    reading = Reading(made())
    quote: Quote = reading.comparison.quotes[2]
    start = reading.comparison.sources[1].text.index("the captain")
    assert named(reading, replace(quote, speaker=Speaker("captain", start, start + 11))) == "named here"
    assert named(reading, replace(quote, speaker=Speaker("ship", 0, 8))) == "named in two:1"
    assert named(reading, replace(quote, speaker=Speaker("captain", None, None, 0))) == "named by one"
    assert named(reading, replace(quote, speaker=None)) == "nobody named"


def test_the_places_are_gone_through_round_and_round() -> None:
    reading = Reading(made())
    assert step(reading, 1) is None
    reading.put(Member(0, 2))
    assert here(reading) == 0
    assert step(reading, 1) == (1, 2)
    assert reading.cursor == Member(1, 2)
    assert step(reading, 1) == (0, 2)
    assert reading.cursor == Member(0, 2)
    reading.put(Member(1, 3))
    assert step(reading, 1) == (0, 1)
    assert reading.cursor == Member(1, 3)
