"""Passages: every maximal run, every place, weighed by rarity, whatever the texts."""

import random
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dmreader.comparing.passages import find_passages
from dmreader.comparing.runs import Need, find_runs
from dmreader.comparing.runs_large import find_runs_large
from dmreader.comparing.support import Run
from dmreader.language import Analysis, Vocabulary, analyse
from dmreader.model import Comparison, Options, Passage, Place, Source


def analysed(texts: Sequence[str], options: Options) -> list[Analysis]:
    vocabulary = Vocabulary(options.fold)
    return [analyse(Source(str(k), t), options, vocabulary) for k, t in enumerate(texts)]


def passages(texts: Sequence[str], options: Options | None = None) -> tuple[Passage, ...]:
    options = options or Options()
    return find_passages(analysed(texts, options), options, lambda _what, _share: None)


def found(texts: Sequence[str], options: Options | None = None) -> list[list[tuple[int, str]]]:
    return [
        [(o.source, texts[o.source][o.start : o.end]) for o in p.occurrences]
        for p in passages(texts, options)
    ]


def test_places_of_one_passage_never_overlap() -> None:
    said = "pelican quarry pelican quarry"
    assert found([f"{said} pelican quarry ends", said]) == [[(0, said), (1, said)]]


PHRASES = """spotted this specimen trying to dance the other week
he stopped when he saw us laughing
wearing the same wristband
help me and my 2000 girlfriends
formal blue colored invitation to the dance party to sean
horrified by its cruel nature
screenshot and posted on imgur where it attracted the attention
anyone know this man or who posted this
there s a huge group of ladies in la who would like to do something special
hi cass twitter as requested
to raise money to fly sean to la
we want to throw him a huge dance party with tons of beautiful babes
the benefits of successfully locating and standing up for
the free thought project
the world s greatest
hashtag finddancingman went viral
the coolest and most awesome ladies
in the early hours of friday
pharrell williams and moby
nearly 2000 other women have
not stopped smiling or laughing
a dance party of a lifetime
set up a twitter account to reply to ms
received a photo of a man who looked like the dancing man
activist manage to locate
part of it read we want to see you dance freely
a vip dance party
to be ashamed to dance
lucky bloke
sooooo happy""".splitlines()


@pytest.mark.parametrize("phrase", [p for p in PHRASES if len(p.split()) >= 4])
def test_every_place_of_a_phrase_is_tied_to_every_other(phrase: str, comparison: Comparison) -> None:
    words = phrase.split()
    places: list[Place] = []
    for source, analysis in enumerate(analysed([s.text for s in comparison.sources], comparison.options)):
        keys, tokens = list(analysis.tokens.keys), analysis.tokens
        places += [
            Place(source, tokens.starts[i], tokens.ends[i + len(words) - 1])
            for i in range(len(keys) - len(words) + 1)
            if keys[i : i + len(words)] == words
        ]
    if len(places) < 2:
        pytest.skip("stands once")
    for a, b in combinations(places, 2):
        assert any(_holds(p.occurrences, a) and _holds(p.occurrences, b) for p in comparison.passages), (a, b)


def _holds(occurrences: Sequence[Place], place: Place) -> bool:
    return any(
        o.source == place.source and o.start <= place.start and place.end <= o.end for o in occurrences
    )


def test_occurrences_have_the_same_words_in_order_and_apart(comparison: Comparison) -> None:
    analyses = analysed([s.text for s in comparison.sources], comparison.options)
    assert comparison.passages == tuple(
        sorted(comparison.passages, key=lambda p: (p.occurrences[0], -p.words))
    )
    for passage in comparison.passages:
        assert len(passage.occurrences) >= 2
        assert list(passage.occurrences) == sorted(set(passage.occurrences))
        said = set()
        for source, start, end in passage.occurrences:
            tokens = analyses[source].tokens
            first, last = list(tokens.starts).index(start), list(tokens.ends).index(end)
            said.add(tuple(tokens.keys[first : last + 1]))
        assert len(said) == 1
        assert len(said.pop()) == passage.words >= comparison.options.min_words


QUARREL = "The baker accused the carpenter of stealing seventeen copper kettles"


def test_an_inner_run_is_a_passage_only_with_further_places() -> None:
    texts = [
        f"Yesterday {QUARREL.lower()} before sunrise. Nothing else happened.",
        f"We heard: {QUARREL} before sunrise, allegedly.",
        "Neighbours said stealing seventeen copper kettles was unforgivable.",
    ]
    assert [len(x) for x in found(texts)] == [2, 3]
    assert found(texts)[1][2] == (2, "stealing seventeen copper kettles")
    assert [len(x) for x in found(texts[:2])] == [2]


def test_repeats_in_one_source_are_passages() -> None:
    assert found([f"{QUARREL}. Later he wept. {QUARREL.upper()}!"]) == [[(0, QUARREL), (0, QUARREL.upper())]]


def test_shorter_passages_may_be_asked_for() -> None:
    texts = ["A purple hippopotamus sneezed.", "Look: purple hippopotamus!"]
    assert found(texts) == []
    assert found(texts, Options(min_words=2)) == [[(0, "purple hippopotamus"), (1, "purple hippopotamus")]]


UNRELATED = (Path(__file__).parent / "unrelated.txt").read_text(encoding="utf-8").split("\n\n")


def test_stock_phrases_of_unrelated_texts_are_not_shared() -> None:
    assert found(UNRELATED) == []


def test_a_stock_phrase_beside_a_shared_run_continues_it() -> None:
    texts = [
        "Quite unexpectedly the zebra devoured every marigold, and at the end of the month it left.",
        "Suddenly the zebra devoured every marigold, sadly, at the end of the month they say.",
        "It rained at the end of the month.",
    ]
    assert [[s for s, _ in places] for places in found(texts)] == [[0, 1], [0, 1]]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "昨日彼は東京駅の近くで古い傘を二本なくした。",
            "警察によると、彼は東京駅の近くで古い傘を二本なくしたという。",
        ),
        ("他昨天在火车站附近丢失了两把旧雨伞。", "警方说他昨天在火车站附近丢失了两把旧雨伞，非常难过。"),
        ("เมื่อวานเขาทำร่มเก่าสองคันหายใกล้สถานีรถไฟ", "ตำรวจบอกว่าเขาทำร่มเก่าสองคันหายใกล้สถานีรถไฟ"),
        (
            "لقد فقد مظلتين قديمتين بالقرب من محطة القطار أمس",
            "قالت الشرطة إنه فقد مظلتين قديمتين بالقرب من محطة القطار",
        ),
        (
            "הוא איבד שתי מטריות ישנות ליד תחנת הרכבת אתמול",
            "המשטרה אמרה כי איבד שתי מטריות ישנות ליד תחנת הרכבת",
        ),
    ],
)
def test_passages_in_other_scripts(text: str, other: str) -> None:
    rest = " ".join(chr(0x0E01 + k % 40) + chr(0x5D0 + k % 20) + str(k) for k in range(60))
    best = max(passages([f"{text} {rest}", f"{other} {rest[::-1]}"]), key=lambda p: p.words)
    assert {o.source for o in best.occurrences} == {0, 1}
    assert best.occurrences[0].end - best.occurrences[0].start > len(text) / 2


NOTHING = Need(0.0, 0.0, 1)


def _row(texts: Sequence[Sequence[int]], vocabulary: int = 100) -> list[int]:
    row = [vocabulary]
    for k, text in enumerate(texts, 1):
        row += [*text, vocabulary + k]
    return row


def _pairs_by_hand(row: Sequence[int], n: int) -> set[tuple[int, int, int]]:
    pairs = set()
    for p, q in combinations(range(1, len(row)), 2):
        if row[p] == row[q] and row[p - 1] != row[q - 1]:
            length = 0
            while row[p + length] == row[q + length]:
                length += 1
            if min(length, q - p) >= n:
                pairs.add((p, q, min(length, q - p)))
    return pairs


def _found(runs: Sequence[Run]) -> set[tuple[int, int, int]]:
    return {(r.left, r.right, r.length) for r in runs}


TEXTS = st.lists(st.lists(st.integers(0, 3), max_size=24), min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(1, 9), st.sampled_from([100, 1 << 16]))
def test_all_maximal_runs_are_found(texts: list[list[int]], n: int, vocabulary: int) -> None:
    row = _row(texts, vocabulary)
    runs, twins = find_runs(row, n, [1.0] * 4, NOTHING)
    assert _found(runs) == _pairs_by_hand(row, n)
    for run in runs:
        gram = row[run.left : run.left + n]
        assert sorted(twins(run.left)) == [i for i in range(len(row)) if row[i : i + n] == gram]


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(1, 4), st.floats(0, 12), st.floats(0, 4))
def test_both_ways_find_the_same(texts: list[list[int]], n: int, least: float, more: float) -> None:
    row, need = _row(texts), Need(least, more, len(texts))
    bits = [0.5, 1.0, 2.0, 3.0]
    plain, twins = find_runs(row, n, bits, need)
    fast, fast_twins = find_runs_large(row, n, bits, need)
    assert sorted(plain) == sorted(fast)
    assert all(sorted(twins(r.left)) == sorted(fast_twins(r.left)) for r in plain)


def test_crowds_do_not_hide_what_stands_between_them() -> None:
    random.seed(1)
    stock = [0, 1, 2, 3]
    fill = [[*stock, k + 10] for k in range(200)]
    text = [*stock, 5, 6, 7, 8, *stock]
    row = [1000, *text, 1001, *(x for f in fill for x in f), 1002, *text, 1003]
    for find in (find_runs, find_runs_large):
        runs, _ = find(row, 4, [0.0] * 4 + [9.0] * 300, Need(30.0, 0.0, 3))
        assert (1, len(row) - 13, 12) in _found(runs)


def test_degenerate_texts_take_linear_time_and_stay_sane() -> None:
    start = time.process_time()
    one = passages(["word " * 200_000])
    assert sum(len(p.occurrences) for p in one) < 1000
    passages(["a b " * 100_000, "b a c " * 60_000])
    passages(["x" * 300_000, "字" * 100_000])
    rng = random.Random(3)
    text = " ".join(f"w{rng.randrange(3000)}" for _ in range(15_000))
    (whole,) = passages([text] * 20)
    assert len(whole.occurrences) == 20
    assert whole.words == 15_000
    assert passages([text[:-9] + str(k) for k in range(8)])
    assert time.process_time() - start < 10


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["a"], ["a", "a"], ["…", "…"], ["one two", "one two"]])
def test_next_to_nothing_has_no_passages(texts: list[str]) -> None:
    assert passages(texts) == ()
