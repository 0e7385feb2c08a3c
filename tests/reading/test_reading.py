"""Moving through a comparison without a screen."""

import pytest

from dmreader.marks import mark
from dmreader.model import Member, Source
from dmreader.reading import CLASSES, Filter, Query, QueryError, Reading, uncompared
from dmreader.reading.arrangement import arrange, capacity
from dmreader.reading.filters import stated
from dmreader.reading.history import History
from tests.made import made

M = Member


@pytest.fixture
def reading() -> Reading:
    return Reading(made())


def test_steps_stay_within_a_source_and_say_when_they_cannot(reading: Reading) -> None:
    assert reading.step(1)
    assert reading.cursor == M(0, 1)
    assert reading.step(-1)
    assert not reading.step(-1)
    assert reading.cursor == M(0, 0)


def test_a_filter_is_stepped_over(reading: Reading) -> None:
    reading.choose(Filter(kind="unique"))
    reading.step(1)
    assert reading.cursor == M(0, 1)
    reading.step(1)
    assert reading.cursor == M(0, 5)


@pytest.mark.parametrize(
    ("asked", "passing"),
    [
        (Filter(kind="moved"), {M(0, 3), M(1, 1)}),
        (Filter(within=frozenset({0, 1, 2})), {M(0, 0), M(1, 0), M(2, 1)}),
        (Filter(within=frozenset({0, 2}), without=frozenset({1})), {M(0, 4), M(2, 0)}),
        (Filter(speaker="CAPTAIN"), {M(0, 2), M(1, 2)}),
        (Filter(kind="unique", min_words=6), {M(1, 3), M(2, 2), M(2, 3)}),
    ],
)
def test_filters(reading: Reading, asked: Filter, passing: set[Member]) -> None:
    reading.choose(asked)
    members = {M(s, i) for s in range(3) for i in range(len(reading.sentences(s)))}
    assert {m for m in members if reading.passes(m)} == passing
    assert stated(asked, reading.names)


def test_partners_in_turn_and_back(reading: Reading) -> None:
    assert reading.to_partner()
    assert reading.cursor == M(1, 0)
    assert reading.round == (M(0, 0), 0, 2)
    assert reading.to_partner()
    assert reading.cursor == M(2, 1)
    assert reading.back()
    assert reading.cursor == M(0, 0)
    assert reading.forward()
    assert reading.cursor == M(2, 1)


def test_only_so_many_places_are_kept_to_go_back_to() -> None:
    history = History(limit=3)
    for sentence in range(5):
        history.leave(M(0, sentence))
    assert [history.back(M(1, 0)) for _ in range(4)] == [M(0, 4), M(0, 3), M(0, 2), None]


def test_a_sentence_without_partners_stays(reading: Reading) -> None:
    reading.put(M(0, 1))
    assert not reading.to_partner()
    assert reading.cursor == M(0, 1)
    assert not reading.back()


@pytest.mark.parametrize("kind", [k for k in CLASSES if k not in ("note", "hit")])
def test_next_and_previous_of_a_class_go_round_all_its_members(reading: Reading, kind: str) -> None:
    members = [M(s, i) for s in range(3) for i in range(len(reading.sentences(s)))]
    wanted = [m for m in members if CLASSES[kind].test(reading, m)]
    reading.put(M(2, 3))
    forward = []
    for _ in wanted:
        assert reading.next_of(kind, 1)
        forward.append(reading.cursor)
    assert forward == wanted
    reading.put(M(0, 0))
    backward = []
    for _ in wanted:
        assert reading.next_of(kind, -1)
        backward.append(reading.cursor)
    assert sorted(backward) == wanted


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (Query("the"), 16),
        (Query("The"), 6),
        (Query("ship left"), 3),
        (Query("he", "words"), 0),
        (Query("da[wy]", "regex"), 7),
        (Query("harbor", "fuzzy"), 3),
        (Query("nowhere"), 0),
        (Query("   "), 0),
    ],
)
def test_finding(reading: Reading, query: Query, count: int) -> None:
    reading.find(query)
    assert reading.search is not None
    for hit in reading.search.hits:
        assert reading.at(hit.source, hit.start) == M(hit.source, hit.sentence)
    assert len(reading.search.hits) == count


def test_a_wrong_expression_is_told_and_changes_nothing(reading: Reading) -> None:
    reading.find(Query("ship"))
    with pytest.raises(QueryError, match="regular expression"):
        reading.find(Query("(", "regex"))
    assert reading.search is not None
    assert reading.search.query.text == "ship"


def test_hits_are_gone_through_one_by_one_and_round(reading: Reading) -> None:
    reading.find(Query("ship left"))
    seen = []
    for _ in range(4):
        assert reading.next_hit(1)
        assert reading.hit is not None
        seen.append(reading.hit.source)
    assert seen == [1, 2, 0, 1]  # the cursor stands on the first one


def test_a_comparison_that_comes_later_keeps_the_place() -> None:
    whole = made()
    early = Reading(uncompared(whole.sources), compared=False)
    assert len(early.sentences(0)) == 2  # lines, not sentences
    early.put(M(0, 1))
    early.compare(whole, mark(whole))
    assert early.cursor == M(0, 3)
    assert early.text(early.cursor) == "Rain fell all day."


def test_nothing_to_read_is_no_trouble() -> None:
    empty = Reading(uncompared([Source("a", ""), Source("b", "One.")]), compared=False)
    assert empty.cursor == M(1, 0)
    empty.put(M(0, 0))
    assert empty.text(empty.cursor) == ""
    assert not empty.step(1)


@pytest.mark.parametrize(("width", "panes"), [(1, 1), (79, 1), (80, 2), (119, 2), (120, 3), (200, 4)])
def test_panes_by_width(width: int, panes: int) -> None:
    assert capacity(width) == panes


def test_the_source_one_comes_from_stays_beside() -> None:
    assert arrange([0, 1, 2], 2, [0, 1], 0, 0) == [0, 1]
    assert arrange([0, 1, 2], 2, [0, 1], 2, 0) == [0, 2]
    assert arrange([0, 1, 2, 3], 2, [0, 1], 3, 1) == [1, 3]
    assert arrange([0, 1, 2], 1, [0], 2, 0) == [2]
    assert arrange([2, 0, 1], 3, [], 0, 0) == [2, 0, 1]
    for cursor in range(9):
        assert cursor in arrange(list(range(9)), 3, [0, 1, 2], cursor, 0)


def test_an_expression_that_backtracks_without_end_is_stopped_and_told() -> None:
    reading = Reading(uncompared([Source("a", "a" * 60 + "!\nThe end.")]), compared=False)
    with pytest.raises(QueryError, match="too long"):
        reading.find(Query("(a+)+b", "regex"))
    reading.find(Query("e.d", "regex"))
    assert reading.search is not None
    assert len(reading.search.hits) == 1


@pytest.mark.parametrize(
    "asked",
    [
        Filter(kind="unique"),
        Filter(kind="note"),
        Filter(within=frozenset({0, 1})),
        Filter(without=frozenset({2}), min_words=5),
        Filter(kind="quote", speaker="Mary"),
        Filter(min_words=900),
    ],
)
def test_steps_go_over_what_the_filter_holds_back(asked: Filter) -> None:
    reading = Reading(made())
    reading.noted = {Member(0, 1), Member(0, 4)}
    reading.choose(asked)
    for source in range(3):
        count = len(reading.sentences(source))
        wanted = [n for n in range(count) if reading.passes(Member(source, n))]
        for start in range(count):
            for step in (1, -1, 2, -2, 100, -100):
                reading.put(Member(source, start))
                ahead = [n for n in wanted if (n - start) * step > 0][:: 1 if step > 0 else -1]
                assert reading.step(step) == bool(ahead)
                expected = ahead[min(abs(step), len(ahead)) - 1] if ahead else start
                assert reading.cursor == Member(source, expected)


def test_a_note_that_is_made_passes_the_filter_of_notes_at_once() -> None:
    reading = Reading(made())
    reading.choose(Filter(kind="note"))
    assert not reading.step(1)
    reading.noted = {Member(0, 3)}
    assert reading.passes(Member(0, 3))
    assert reading.step(1)
    assert reading.cursor == Member(0, 3)


def test_paragraphs_are_parted_by_empty_lines_where_there_are_any() -> None:
    verses = Reading(uncompared([Source("a", "One,\ntwo,\n\nthree,\nfour.\n\nfive\n")]))
    verses.paragraph(1)
    assert verses.cursor == Member(0, 2)
    verses.paragraph(1)
    assert verses.cursor == Member(0, 4)
    verses.paragraph(-1)
    assert verses.cursor == Member(0, 2)
    lines = Reading(uncompared([Source("a", "One.\nTwo.\nThree.\n")]))
    lines.paragraph(1)
    assert lines.cursor == Member(0, 1)
