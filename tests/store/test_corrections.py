"""A reader's corrections change the comparison where they should and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dmreader.comparing import compare
from dmreader.marks import mark
from dmreader.model import Comparison, Link, Place, Source
from dmreader.store.corrections import BY_READER, Corrected, apply, corrections
from dmreader.store.notebook import Notebook


def place(comparison: Comparison, source: int, sentence: int) -> Place:
    return Place(source, *comparison.sentences[source][sentence])


def ends(link: Link) -> tuple[tuple[int, int], tuple[int, int]]:
    return (link.a[:2], link.b[:2])


def cross(comparison: Comparison) -> Link:
    return next(link for link in comparison.links if link.a.source != link.b.source)


def apart(comparison: Comparison, link: Link) -> Corrected:
    return Corrected("apart", (place(comparison, *link.b[:2]), place(comparison, *link.a[:2])))


def together(comparison: Comparison, *members: tuple[int, int]) -> Corrected:
    return Corrected("together", tuple(place(comparison, *member) for member in members))


def alone(comparison: Comparison, source: int) -> tuple[int, int]:
    """A whole sentence that no other source has."""
    sentences = mark(comparison)[source].sentences
    whole = {(u.start, u.end) for u in comparison.unique if u.source == source}
    spans = comparison.sentences[source]
    return source, next(n for n, m in enumerate(sentences) if m.kind == "unique" and tuple(spans[n]) in whole)


def test_no_corrections_change_nothing(comparison: Comparison) -> None:
    assert apply(comparison, []) is comparison


def test_apart_takes_the_links_of_two_sentences_away_and_only_them(comparison: Comparison) -> None:
    link = cross(comparison)
    after = apply(comparison, [apart(comparison, link)])
    assert [x for x in comparison.links if ends(x) != ends(link)] == list(after.links)
    assert after.passages == comparison.passages
    assert after.quotes == comparison.quotes
    pair = next(p for p in after.summary.pairs if (p.a, p.b) == (link.a.source, link.b.source))
    before = next(p for p in comparison.summary.pairs if (p.a, p.b) == (link.a.source, link.b.source))
    tied = [x for x in comparison.links if ends(x) == ends(link)]  # two sentences may be tied by two links
    assert tied
    assert pair.links == before.links - len(tied)


def test_together_ties_two_unique_sentences(comparison: Comparison) -> None:
    a, b = alone(comparison, 0), alone(comparison, 2)
    after = apply(comparison, [together(comparison, b, a)])
    [link] = [x for x in after.links if x.why == BY_READER]
    assert ends(link) == (a, b)
    assert link.relation == "reworded"
    assert any({tuple(m) for m in g.members} >= {a, b} for g in after.groups)
    assert place(comparison, *a) not in after.unique
    marks = mark(after)
    assert marks[0].sentences[a[1]].kind == "reworded"
    assert after.summary.sources[0].unique_sentences == comparison.summary.sources[0].unique_sentences - 1
    assert after.summary.sources[0].shared > comparison.summary.sources[0].shared
    assert after.summary.sources[1] == comparison.summary.sources[1]


def test_together_then_apart_is_as_before(comparison: Comparison) -> None:
    a, b = alone(comparison, 0), alone(comparison, 1)
    tie = together(comparison, a, b)
    after = apply(comparison, [tie, Corrected("apart", tie.places)])
    assert after.links == comparison.links
    assert after.groups == comparison.groups
    assert after.summary == comparison.summary
    assert apply(comparison, [Corrected("apart", tie.places), tie]).links != comparison.links


def test_apart_then_together_makes_the_sentences_tied_again(comparison: Comparison) -> None:
    link = cross(comparison)
    cut = apart(comparison, link)
    after = apply(comparison, [cut, Corrected("together", cut.places)])
    assert ends(link) in [ends(x) for x in after.links]
    assert after.unique == comparison.unique


def test_no_quote_takes_one_quotation_away(comparison: Comparison) -> None:
    quote = comparison.quotes[0]
    marked = Place(quote.source, quote.start, quote.end)
    after = apply(comparison, [Corrected("no-quote", (marked,))])
    assert quote not in after.quotes
    assert len(after.quotes) == len(comparison.quotes) - 1
    assert after.links == comparison.links
    assert after.groups == comparison.groups
    assert after.summary.sources[quote.source].quotes == comparison.summary.sources[quote.source].quotes - 1


def test_a_correction_of_a_sentence_with_itself_does_nothing(comparison: Comparison) -> None:
    after = apply(comparison, [together(comparison, (0, 3), (0, 3))])
    assert after.links == comparison.links


def test_a_tie_against_the_order_is_moved() -> None:
    first = [f"{words}\n" for words in PROVERBS]
    second = [first[1], first[2], "Nothing at all to see in this place.\n", first[3], first[4]]
    both = compare([source("a", "".join(first)), source("b", "".join(second))])
    crossing = apply(both, [together(both, (0, 0), (1, 2))])
    [link] = [x for x in crossing.links if x.why == BY_READER]
    assert link.moved


PROVERBS = [
    "A rolling stone gathers no moss on its way down.",
    "Too many cooks will certainly spoil the broth today.",
    "People in glass houses should never throw any bricks.",
    "The early bird always catches several fat worms.",
    "Birds of one feather flock together every evening.",
]


def source(name: str, text: str) -> Source:
    return Source(name, text, text)


@pytest.mark.parametrize("kind", ["together", "apart"])
def test_corrections_come_from_the_notebook(comparison: Comparison, kind: str) -> None:
    book = Notebook(comparison.sources, None)
    link = cross(comparison)
    places = [place(comparison, *link.a[:2]), place(comparison, *link.b[:2])]
    book.add("note", places[:1], "no correction")
    book.add("together" if kind == "together" else "apart", places)
    [correction] = corrections(book.items)
    assert (correction.kind, list(correction.places)) == (kind, places)
    assert (ends(link) in [ends(x) for x in apply(comparison, [correction]).links]) is (kind == "together")
    book.close()


@settings(max_examples=30)
@given(data=st.data())
def test_any_corrections_leave_a_sound_comparison(comparison: Comparison, data: st.DataObject) -> None:
    member = st.integers(0, 2).flatmap(
        lambda s: st.tuples(st.just(s), st.integers(0, len(comparison.sentences[s]) - 1))
    )
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(["together", "apart"]), member, member), max_size=4))
    corrected = [
        Corrected(
            "together" if kind == "together" else "apart", (place(comparison, *a), place(comparison, *b))
        )
        for kind, a, b in pairs
    ]
    after = apply(comparison, corrected)
    assert all(x.a < x.b for x in after.links)
    for s in range(3):
        assert 0 <= after.summary.sources[s].shared <= 1
    mark(after)
