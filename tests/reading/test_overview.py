"""What the overview draws is what the comparison holds."""

from dmreader.marks import KINDS, mark
from dmreader.model import Comparison, Source
from dmreader.reading import uncompared
from dmreader.reading.overview import Tie, band, ends, nearest, pairs, ties
from dmreader.reading.overview_picture import dot_plot, ribbons


def test_ties_are_the_links_of_a_pair_in_order(comparison: Comparison) -> None:
    for a, b in pairs(comparison):
        found = ties(comparison, a, b)
        links = [n for n, x in enumerate(comparison.links) if (x.a.source, x.b.source) == (a, b)]
        assert sorted(tie.link for tie in found) == links
        assert [tie.a for tie in found] == sorted(tie.a for tie in found)
        turned = ties(comparison, b, a)
        assert sorted((t.b, t.a) for t in turned) == sorted((t.a, t.b) for t in found)
        for tie in found:
            assert 0 <= tie.a[0] < tie.a[1] <= 1
            assert ends(comparison.links[tie.link], a)[0][0] == a
            assert ends(comparison.links[tie.link], b)[0][0] == b


def test_the_band_of_a_source_shows_what_most_of_each_cell_is(comparison: Comparison) -> None:
    marks = mark(comparison)
    for source in range(3):
        for width in (1, 7, 40, 400):
            cells = band(comparison, marks, source, width)
            assert len(cells) == width
        kinds = {s.kind for s in marks[source].sentences}
        assert {c for c in cells if c} == kinds
    empty = uncompared([Source("e", "", "")])
    assert band(empty, mark(empty), 0, 5) == [None] * 5


def tie(a: float, b: float, kind: str = "verbatim") -> Tie:
    return Tie(0, next(k for k in KINDS if k == kind), False, (a, a), (b, b))


def test_the_dot_plot_has_the_beginning_at_the_upper_left() -> None:
    picture = dot_plot([tie(0, 0), tie(1, 1, "reworded")], 6, 3)
    assert picture.mask[0][0] == 0x01
    assert picture.mask[2][5] == 0x80
    assert sum(bool(cell) for row in picture.mask for cell in row) == 2
    assert picture.kind[0][0] == KINDS.index("verbatim")
    assert picture.kind[2][5] == KINDS.index("reworded")
    assert (picture.tie[0][0], picture.tie[2][5], picture.tie[1][1]) == (0, 1, -1)


def test_the_closest_kind_is_seen_where_two_meet() -> None:
    picture = dot_plot([tie(0, 0, "partial"), tie(0, 0)], 4, 4)
    assert (picture.kind[0][0], picture.tie[0][0]) == (KINDS.index("verbatim"), 1)


def test_a_ribbon_runs_from_edge_to_edge() -> None:
    picture = ribbons([tie(0.25, 0.75)], 20, 5)
    assert all(any(row) for row in picture.mask)
    columns = [next(x for x, cell in enumerate(row) if cell) for row in picture.mask]
    assert columns == sorted(columns)
    assert columns[0] < 6 < 13 <= columns[-1]


def test_the_nearest_tie_is_found() -> None:
    found = [tie(0.1, 0.9), tie(0.5, 0.5), tie(0.52, 0.1)]
    assert nearest(found, 0.0) == 0
    assert nearest(found, 0.53) == 2
    assert nearest(found, 0.53, 0.5) == 1
    assert nearest([], 0.5) is None
