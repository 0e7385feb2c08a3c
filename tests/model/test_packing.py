"""A packed comparison is the same comparison, in less memory and quickly sent."""

import pickle
import tracemalloc
from dataclasses import replace

import pytest

from dmreader.comparing import compare
from dmreader.exporting import FORMATS
from dmreader.exporting.formats import Style, exporter
from dmreader.marks import mark, pieces
from dmreader.marks.packing import pack as pack_marks
from dmreader.model import Comparison, Place, Source, Span
from dmreader.model.columns import Choices, Ends, Lists, Same, Table, Texts, field, numbers
from dmreader.model.packing import pack

SPANS = (Span(0, 4), Span(5, 300), Span(301, 70_000))


def test_a_packed_comparison_is_equal(comparison: Comparison) -> None:
    packed = pack(comparison)
    assert packed == comparison
    assert comparison == packed
    assert hash(packed.links) == hash(comparison.links)
    assert repr(packed.passages) == repr(comparison.passages)
    assert pack(packed) == packed
    assert pickle.loads(pickle.dumps(packed)) == comparison


def test_packed_marks_are_equal_and_draw_the_same(comparison: Comparison) -> None:
    marks = mark(comparison)
    packed = tuple(map(pack_marks, marks))
    assert packed == marks
    assert pickle.loads(pickle.dumps(packed)) == marks
    for source, spans in enumerate(comparison.sentences):
        for sentence in range(len(spans)):
            assert pieces(pack(comparison), packed, source, sentence) == pieces(
                comparison, marks, source, sentence
            )


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_prints_the_same(name: str, comparison: Comparison) -> None:
    style = Style(colour=False, width=80, plain=False, ascii=False)
    render = exporter(name)
    assert "".join(render(pack(comparison), style)) == "".join(render(comparison, style))


def test_without_sources_nothing_is_packed() -> None:
    assert pack(compare([])) == compare([])


def test_rows_are_read_like_a_tuple() -> None:
    rows = Table.of(Span, SPANS, 2)
    assert (len(rows), rows[0], rows[-1], rows[1:]) == (3, SPANS[0], SPANS[-1], SPANS[1:])
    assert list(rows) == list(reversed(list(reversed(rows)))) == list(SPANS)
    assert isinstance(rows[1], Span)
    assert (SPANS[1] in rows, rows.index(SPANS[2]), rows.count(SPANS[0])) == (True, 2, 1)
    assert rows != SPANS[:2]
    assert rows != SPANS[::-1]
    for number in (3, -4):
        with pytest.raises(IndexError):
            rows[number]


def test_numbers_take_as_few_bytes_as_they_need() -> None:
    assert [numbers([0, most]).itemsize for most in (255, 256, 65_536, 1 << 40)] == [1, 2, 4, 8]
    assert list(numbers([0, 1 << 40])) == [0, 1 << 40]
    assert list(numbers([])) == []


def test_spans_are_kept_as_starts_and_lengths() -> None:
    spans = tuple(Span(1000 * n, 1000 * n + n % 200) for n in range(5000))
    rows = Table.of_spans(Span, spans, 2)
    assert rows == spans
    assert rows[-1] == spans[-1]
    assert len(pickle.dumps(rows, 5)) < 5000 * 6
    assert list(Ends([5, 9], [7, 90_000])) == [7, 90_000]


def test_a_field_of_a_row_is_that_of_the_row() -> None:
    for rows in (SPANS, Table.of_spans(Span, SPANS, 2)):
        assert [field(rows, "end")(n) for n in range(3)] == [span.end for span in SPANS]
        with pytest.raises(IndexError):
            field(rows, "end")(3)


def test_columns_of_other_things() -> None:
    assert list(Same("x", 3)) == [Same("x", 3)[n] for n in range(3)] == ["x"] * 3
    texts = ["", "Bär", "\ud800 alone", "x" * 300]
    assert list(Texts(texts)) == texts
    lists = [(), (1, 2), (), (70_000,)]
    assert list(Lists.of_numbers(lists)) == lists
    chosen = [frozenset({1}), frozenset[int](), frozenset({1})]
    assert list(Choices(chosen)) == [Choices(chosen)[n] for n in range(3)] == chosen


def test_a_large_comparison_takes_a_fraction_of_the_memory() -> None:
    source = Source("a", "word " * 10)
    few = compare([source])
    places = tuple(Place(0, n, n + 4) for n in range(20_000))
    large = replace(few, unique=places)
    tracemalloc.start()
    packed = pack(large)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 20_000 * 12
    assert packed.unique == places
