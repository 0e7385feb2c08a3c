"""The figures of a comparison, and what is unique."""

import pytest

from dmreader.comparing.coverage import Coverage
from dmreader.comparing.summary import summarise, unique_places
from dmreader.language import Analysis, Vocabulary, analyse
from dmreader.marks import mark
from dmreader.model import Comparison, Link, LinkEnd, Options, Passage, Place, Source

TEXTS = (
    "Red apples fell down. The long grey train left the small town before noon on a cold day. Nobody came.",
    "Red apples fell down. A dog barked.",
    "Somebody came. A dog barked.",
)


@pytest.fixture
def analyses() -> list[Analysis]:
    options = Options()
    vocabulary = Vocabulary(options.fold)
    return [analyse(Source(str(k), t), options, vocabulary) for k, t in enumerate(TEXTS)]


def place(source: int, words: str) -> Place:
    start = TEXTS[source].index(words)
    return Place(source, start, start + len(words))


def end(source: int, sentence: int, words: str) -> LinkEnd:
    return LinkEnd(source, sentence, *place(source, words)[1:])


PASSAGES = (Passage(4, (place(0, "Red apples fell down"), place(1, "Red apples fell down"))),)
LINKS = (
    Link(end(0, 2, "Nobody came."), end(2, 0, "Somebody came."), "reworded", True, 0.8, "why"),
    Link(end(1, 1, "A dog barked."), end(2, 1, "A dog barked."), "verbatim", False, 1.0, "why"),
    Link(end(0, 1, "The long grey train"), end(1, 0, "Red apples"), "partial", False, 0.5, "why"),
)


def test_shares_are_of_words_that_another_source_has(analyses: list[Analysis]) -> None:
    summary = summarise(analyses, Coverage(analyses, PASSAGES, LINKS), LINKS, ())
    one, two, three = summary.sources
    assert (one.words, one.sentences) == (20, 3)
    assert one.verbatim == 4 / 20
    assert one.shared == (4 + 2 + 4) / 20
    assert (two.verbatim, two.shared) == (4 / 7, 7 / 7)
    assert (three.verbatim, three.shared) == (0.0, 5 / 5)


def test_figures_of_pairs(analyses: list[Analysis]) -> None:
    pairs = {(p.a, p.b): p for p in summarise(analyses, Coverage(analyses, PASSAGES, LINKS), LINKS, ()).pairs}
    assert set(pairs) == {(0, 1), (0, 2), (1, 2)}
    assert pairs[0, 1].a_shared == 8 / 20
    assert pairs[0, 1].b_shared == 4 / 7
    assert pairs[0, 2].a_shared == 2 / 20
    assert (pairs[0, 2].links, pairs[0, 2].reworded, pairs[0, 2].moved) == (1, 1, 1)
    assert (pairs[1, 2].verbatim, pairs[1, 2].partial, pairs[0, 1].partial) == (1, 0, 1)


def test_repeats_inside_one_source_are_not_shared(analyses: list[Analysis]) -> None:
    repeat = (Passage(3, (place(0, "Red apples fell"), place(0, "Nobody came"))),)
    summary = summarise(analyses, Coverage(analyses, repeat, ()), (), ())
    assert [s.shared for s in summary.sources] == [0.0, 0.0, 0.0]


def test_what_is_unique(analyses: list[Analysis]) -> None:
    covered = Coverage(analyses, PASSAGES, LINKS)
    unique = unique_places(analyses, covered, LINKS)
    part = "left the small town before noon on a cold day."
    assert unique == (place(0, part),)


def test_only_here_are_the_sentences_without_a_link_to_another_source(analyses: list[Analysis]) -> None:
    covered = Coverage(analyses, PASSAGES, LINKS)
    figures = summarise(analyses, covered, LINKS, ()).sources
    linked = {end[:2] for x in LINKS if x.a.source != x.b.source for end in (x.a, x.b)}
    assert [f.sentences - f.unique_sentences for f in figures] == [
        sum(source == s for source, _ in linked) for s in range(3)
    ]


def test_only_here_is_what_the_marks_show(comparison: Comparison) -> None:
    shown = [sum(s.kind == "unique" for s in marks.sentences) for marks in mark(comparison)]
    assert [f.unique_sentences for f in comparison.summary.sources] == shown


def test_everything_is_unique_where_nothing_is_shared(analyses: list[Analysis]) -> None:
    covered = Coverage(analyses, (), ())
    unique = unique_places(analyses, covered, ())
    assert [TEXTS[u.source][u.start : u.end] for u in unique] == [
        TEXTS[s][a:b] for s, x in enumerate(analyses) for a, b in x.sentences
    ]
    counts = [s.unique_sentences for s in summarise(analyses, covered, (), ()).sources]
    assert counts == [len(a.sentences) for a in analyses]


def test_a_short_rest_of_a_shared_sentence_is_not_unique(analyses: list[Analysis]) -> None:
    passages = (
        Passage(3, (place(0, "long grey train left the small town before noon"), place(2, "dog barked"))),
    )
    unique = unique_places(analyses, Coverage(analyses, passages, ()), ())
    assert "The long" not in {TEXTS[u.source][u.start : u.end][:8] for u in unique}


def test_unique_places_of_the_articles_are_in_order_and_nowhere_shared(comparison: Comparison) -> None:
    assert list(comparison.unique) == sorted(comparison.unique)
    tied = [
        o for p in comparison.passages if len({x.source for x in p.occurrences}) > 1 for o in p.occurrences
    ]
    inside = sum(
        min(u.end, o.end) - max(u.start, o.start)
        for u in comparison.unique
        for o in tied
        if o.source == u.source and o.start < u.end and u.start < o.end
    )
    assert inside < 0.1 * sum(u.end - u.start for u in comparison.unique)
