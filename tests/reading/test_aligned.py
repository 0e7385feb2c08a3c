"""The rows of the aligned view hold every sentence once, in the order asked for."""

import time
from dataclasses import replace

import pytest

from dmreader.comparing import compare
from dmreader.model import Comparison, Group, Link, LinkEnd, Member, Relation, Source, Span
from dmreader.reading import uncompared
from dmreader.reading.aligned import Aligned, Shown, align, entries, entry_of

Tie = tuple[tuple[int, int], tuple[int, int], Relation]


def made(lengths: list[int], *ties: Tie) -> Comparison:
    """A comparison of sources of so many sentences, linked as told; a group is what is linked."""
    texts = ["".join(f"s{n}\n" for n in range(length)) for length in lengths]
    plain = uncompared([Source(str(i), text, text) for i, text in enumerate(texts)])
    links = tuple(
        Link(end(plain, *a), end(plain, *b), relation, False, 1.0, "told") for a, b, relation in ties
    )
    groups: list[set[Member]] = []
    for a, b, _ in ties:
        new = {Member(*a), Member(*b)}
        joined = [g for g in groups if g & new]
        groups = [g for g in groups if not g & new] + [new.union(*joined)]
    return replace(plain, links=links, groups=tuple(Group(tuple(sorted(g))) for g in groups))


def end(comparison: Comparison, source: int, sentence: int) -> LinkEnd:
    return LinkEnd(source, sentence, *comparison.sentences[source][sentence])


def cells(aligned: Aligned) -> list[tuple[tuple[int, ...], ...]]:
    return [row.cells for row in aligned.rows]


def test_every_sentence_stands_in_one_row(comparison: Comparison) -> None:
    for base in range(3):
        aligned = align(comparison, base)
        for source, spans in enumerate(comparison.sentences):
            held = sorted(n for row in aligned.rows for n in row.cells[source])
            assert held == list(range(len(spans)))
            for number in held:
                assert number in aligned.rows[aligned.row_of(Member(source, number))].cells[source]
        column = [row.cells[base][0] for row in aligned.rows if row.cells[base]]
        assert column == sorted(column)
        assert not any(base in row.moved for row in aligned.rows)


def test_what_the_base_lacks_stands_after_what_comes_before_it() -> None:
    comparison = made([3, 3], ((0, 0), (1, 0), "verbatim"), ((0, 2), (1, 2), "verbatim"))
    assert cells(align(comparison, 0)) == [((0,), (0,)), ((), (1,)), ((1,), ()), ((2,), (2,))]
    assert cells(align(comparison, 1)) == [((0,), (0,)), ((1,), ()), ((), (1,)), ((2,), (2,))]


def test_the_fewest_rows_are_called_moved() -> None:
    comparison = made([4, 4], *[((0, n), (1, (n + 1) % 4), "verbatim") for n in range(4)])
    aligned = align(comparison, 0)
    assert [row.cells[1] for row in aligned.rows] == [(1,), (2,), (3,), (0,)]
    assert [sorted(row.moved) for row in aligned.rows] == [[], [], [], [1]]


def test_a_moved_sentence_does_not_drag_its_neighbours_along() -> None:
    comparison = made(
        [3, 4],
        ((0, 0), (1, 0), "verbatim"),
        ((0, 1), (1, 3), "verbatim"),
        ((0, 2), (1, 1), "verbatim"),
    )
    rows = cells(align(comparison, 0))
    assert rows.index(((), (2,))) in (1, 3)


def test_a_row_says_its_least_close_relation_and_whether_all_say_the_same() -> None:
    comparison = made(
        [2, 2, 2],
        ((0, 0), (1, 0), "verbatim"),
        ((0, 0), (2, 0), "verbatim"),
        ((0, 1), (1, 1), "verbatim"),
        ((1, 1), (2, 1), "reworded"),
    )
    first, second = align(comparison, 0).rows
    assert (first.relation, first.same) == ("verbatim", True)
    assert (second.relation, second.same) == ("reworded", False)


def test_two_of_three_sources_are_not_all() -> None:
    comparison = made([1, 1, 1], ((0, 0), (1, 0), "verbatim"))
    assert [row.same for row in align(comparison, 0).rows] == [False, False]


@pytest.mark.parametrize(
    ("shown", "listed"),
    [
        ("all", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6)]),
        ("folded", [(0, 1), (1, 3), (3, 4), (4, 5), (5, 6)]),
        ("differences", [(0, 1), (3, 4), (4, 5)]),
    ],
)
def test_what_is_the_same_is_folded_or_left_out(shown: Shown, listed: list[tuple[int, int]]) -> None:
    comparison = made([5, 4], *[((0, n), (1, m), "verbatim") for n, m in ((1, 0), (2, 1), (4, 3))])
    aligned = align(comparison, 0)
    assert [row.same for row in aligned.rows] == [False, True, True, False, False, True]
    assert [(e.start, e.stop) for e in entries(aligned, shown)] == listed


def test_a_fold_is_opened_and_rows_are_found_in_the_list() -> None:
    comparison = made([4, 4], *[((0, n), (1, n), "verbatim") for n in (1, 2, 3)])
    aligned = align(comparison, 0)
    folded = entries(aligned, "folded")
    assert folded[-1] == range(2, 5)
    assert entry_of(folded, 3) == len(folded) - 1
    opened = entries(aligned, "folded", {2})
    assert [len(e) for e in opened] == [1] * 5
    assert entry_of(opened, 3) == 3
    assert entry_of([], 3) == 0


def test_one_source_has_rows_of_its_own() -> None:
    aligned = align(made([3]), 0)
    assert cells(aligned) == [((0,),), ((1,),), ((2,),)]
    assert not any(row.same for row in aligned.rows)
    assert align(compare([Source("e", "", "")]), 0).row_of(Member(0, 0)) == 0


def test_many_rows_are_made_fast() -> None:
    count = 25_000
    plain = made([count] * 3)
    groups = tuple(Group(tuple(Member(s, n) for s in range(3))) for n in range(0, count, 2))
    started = time.process_time()
    aligned = align(replace(plain, groups=groups), 0)
    assert len(aligned.rows) == 2 * count
    assert time.process_time() - started < 5


def test_spans_are_half_open() -> None:
    assert made([1]).sentences == ((Span(0, 2),),)
