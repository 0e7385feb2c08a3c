"""What the marks say of a comparison made by hand."""

from dataclasses import replace
from itertools import pairwise

import pytest

from dmreader.marks import (
    ASCII,
    LEGEND,
    UNICODE,
    WORDS,
    SourceMarks,
    labels,
    legend,
    mark,
    partners,
    pieces,
    sentence_at,
)
from dmreader.model import Comparison, Link, LinkEnd, Passage, Place, Relation, Source, Span
from tests.exporting.made import hostile_comparison


@pytest.fixture(scope="module")
def made() -> Comparison:
    return hostile_comparison()


@pytest.fixture(scope="module")
def marks(made: Comparison) -> tuple[SourceMarks, ...]:
    return mark(made)


def test_a_sentence_is_what_its_closest_link_says(marks: tuple[SourceMarks, ...]) -> None:
    assert [s.kind for s in marks[0].sentences] == ["verbatim", "reworded", "unique", "unique", "partial"]
    assert marks[0].sentences[0].sources == {1, 2}
    assert marks[2].sentences[0].sources == set()


def _two_sentences(ends: list[tuple[int, int, Relation]]) -> Comparison:
    """A sentence of ten characters, parts of which another source's sentences say as `ends` tell."""
    text = "abcde fghi"
    far = tuple(Span(0, 10) for _ in ends)
    return replace(
        hostile_comparison(),
        sources=(Source("a", text), Source("b", text)),
        sentences=((Span(0, 10),), far),
        passages=(),
        links=tuple(
            Link(LinkEnd(0, 0, start, end), LinkEnd(1, n, 0, 10), relation, False, 0.9, "")
            for n, (start, end, relation) in enumerate(ends)
        ),
        groups=(),
        quotes=(),
        unique=(),
    )


def test_of_links_shown_as_equal_the_closer_comes_first_then_the_unmoved_then_the_earlier_source() -> None:
    same: list[tuple[int, int, Relation]] = [(0, 10, "verbatim")] * 3
    made = _two_sentences([(0, 10, "near-verbatim"), *same])
    scores, moved = (0.994, 0.986, 0.990, 0.993), (False, True, False, False)
    links = (
        link._replace(score=score, moved=away)
        for link, score, away in zip(made.links, scores, moved, strict=True)
    )
    assert mark(replace(made, links=tuple(links)))[0].sentences[0].links == (2, 3, 1, 0)


@pytest.mark.parametrize(
    ("ends", "kind"),
    [
        ([(0, 10, "verbatim")], "verbatim"),
        ([(0, 9, "verbatim")], "verbatim"),
        ([(0, 5, "verbatim")], "partial"),
        ([(0, 5, "verbatim"), (6, 10, "verbatim")], "verbatim"),
        ([(0, 5, "verbatim"), (6, 10, "reworded")], "reworded"),
        ([(0, 5, "verbatim"), (2, 6, "near-verbatim")], "partial"),
        ([(0, 10, "partial")], "partial"),
    ],
)
def test_a_sentence_said_elsewhere_in_pieces_is_what_covers_nearly_all_of_it(
    ends: list[tuple[int, int, Relation]], kind: str
) -> None:
    assert mark(_two_sentences(ends))[0].sentences[0].kind == kind


@pytest.mark.parametrize(("shared", "kind"), [(4, "unique"), (6, "partial")])
def test_a_sentence_without_a_link_is_shared_in_part_by_half_of_its_words(shared: int, kind: str) -> None:
    words = Passage(1, (Place(0, 0, shared), Place(1, 0, shared)))
    comparison = replace(_two_sentences([(0, 10, "verbatim")]), links=(), passages=(words,))
    (sentence,) = mark(comparison)[0].sentences
    assert sentence.kind == kind
    assert sentence.sources == ({1} if kind == "partial" else set())


def test_the_best_link_comes_first_and_decides_whether_a_sentence_was_moved(
    made: Comparison, marks: tuple[SourceMarks, ...]
) -> None:
    first = marks[0].sentences[0]
    assert [made.links[n].score for n in first.links] == [1.0, 0.97]
    assert first.moved
    assert not marks[1].sentences[0].moved


def test_a_repeat_is_told_and_comes_last(made: Comparison, marks: tuple[SourceMarks, ...]) -> None:
    assert [s.repeated for s in marks[1].sentences] == [True, False, False, False, True]
    assert marks[1].sentences[4].kind == "unique"
    assert [(p.source, p.sentence) for p in partners(made, marks, 1, 0)] == [(0, 0), (1, 4)]


def test_partners_are_seen_from_either_end(made: Comparison, marks: tuple[SourceMarks, ...]) -> None:
    (there,) = partners(made, marks, 0, 1)
    (back,) = partners(made, marks, 1, 1)
    assert (there.source, there.sentence, there.link) == (1, 1, back.link)
    assert (back.source, back.sentence) == (0, 1)
    assert (back.start, back.end) == there.there
    assert (there.start, there.end) == back.there


def test_pieces_cover_a_sentence_without_gap_or_overlap(
    made: Comparison, marks: tuple[SourceMarks, ...]
) -> None:
    for source, spans in enumerate(made.sentences):
        for sentence, span in enumerate(spans):
            found = pieces(made, marks, source, sentence)
            assert (found[0].start, found[-1].end) == span
            assert all(a.end == b.start for a, b in pairwise(found))


def test_pieces_tell_shared_words_from_those_that_only_one_has(
    made: Comparison, marks: tuple[SourceMarks, ...]
) -> None:
    text = made.sources[1].text
    found = [(text[p.start : p.end], p.kind, p.sources) for p in pieces(made, marks, 1, 0)]
    assert found == [
        ("Before it", "unique", frozenset()),
        (", a ", "near-verbatim", {0}),
        ("party was held in London", "verbatim", {0, 2}),
        (".", "near-verbatim", {0}),
    ]


def test_pieces_know_the_quote_they_stand_in(made: Comparison, marks: tuple[SourceMarks, ...]) -> None:
    quoted = [p for p in pieces(made, marks, 0, 4) if p.quote is not None]
    assert "".join(made.sources[0].text[p.start : p.end] for p in quoted) == "Never stop,"
    assert marks[0].sentences[4].quotes == (quoted[0].quote,)


def test_every_sign_has_one_glyph_of_its_own_in_both_sets() -> None:
    for glyphs in (UNICODE, ASCII):
        assert set(glyphs) == set(WORDS)
        assert len(set(glyphs.values())) == len(glyphs)
        assert all(len(glyph) == 1 for glyph in glyphs.values())
    assert all(glyph.isascii() for glyph in ASCII.values())
    assert len(legend()) == len(LEGEND)


def test_labels_are_the_names_when_they_are_short_and_differ() -> None:
    assert labels(["000", "001"]) == ("000", "001")
    assert labels(["same", "same"]) == ("A", "B")
    assert labels(["a name with blanks", "b"]) == ("A", "B")
    assert [labels(["x" * length, "y"])[1] for length in (10, 11)] == ["y", "B"]
    assert labels(["x"] * 30)[-1] == "30"


def test_the_sentence_at_an_offset(made: Comparison) -> None:
    starts = [span.start for span in made.sentences[0]]
    assert [sentence_at(made, 0, start) for start in starts] == [0, 1, 2, 3, 4]
    assert sentence_at(made, 0, starts[1] - 1) == 0


@pytest.mark.parametrize(
    ("gap", "kinds"),
    [
        ("very old ", ["verbatim", "near-verbatim", "verbatim"]),
        ("very old and very tired ", ["verbatim", None, "verbatim"]),
    ],
)
def test_runs_are_one_region_over_a_small_gap(gap: str, kinds: list[str | None]) -> None:
    head, tail = "the ship that left the ", "harbour in the cold rain"
    text = head + gap + tail
    other = head + tail
    comparison = replace(
        hostile_comparison(),
        sources=(Source("a", text), Source("b", other)),
        sentences=((Span(0, len(text)),), (Span(0, len(other)),)),
        passages=(
            Passage(5, (Place(0, 0, len(head)), Place(1, 0, len(head)))),
            Passage(5, (Place(0, len(head + gap), len(text)), Place(1, len(head), len(other)))),
        ),
        links=(),
        groups=(),
        quotes=(),
        unique=(),
    )
    found = pieces(comparison, mark(comparison), 0, 0)
    assert [piece.kind for piece in found] == kinds
    assert all(piece.sources == {1} for piece in found if piece.kind)
