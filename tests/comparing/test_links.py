"""Links: what is tied, by what ends, with what relation, and what is not."""

import json
import random
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from dmreader.comparing.links import Scorer, link
from dmreader.comparing.links.relation import tie
from dmreader.comparing.links.sentences import Sentences
from dmreader.language import Vocabulary, analyse
from dmreader.model import Link, Options, Source

STORY = """The council voted on Tuesday to close the old swimming baths in Harbour Street.
Campaigners had collected 4,212 signatures against the plan since February.
Repairs to the leaking roof would have cost nearly two million pounds, an engineer told the meeting.
Councillor Maria Okafor called the decision heartbreaking but unavoidable.
The last swimmers will leave the water on the first Sunday in October.
A developer from Leeds wants to build eighty flats on the site."""

TOLD = """Swimmers will be in the water for the last time on the first Sunday of October.
Nobody answered our questions about the car park next door.
On Tuesday the council voted to close the old swimming baths in Harbour Street.
An engineer told the meeting that repairs to the leaking roof would cost nearly two million pounds.
Against the plan, campaigners had collected 4,212 signatures.
Maria Okafor, a councillor, called it heartbreaking but unavoidable."""


def linked(*texts: str, scorer: Scorer | None = None) -> tuple[Link, ...]:
    options = Options(quotes=False)
    vocabulary = Vocabulary(options.fold)
    analyses = [analyse(Source(f"{n}", t), options, vocabulary) for n, t in enumerate(texts)]
    return link(analyses, lambda _what, _share: None, scorer=scorer)


def ends(links: Sequence[Link]) -> set[tuple[int, int]]:
    return {(x.a.sentence, x.b.sentence) for x in links if (x.a.source, x.b.source) == (0, 1)}


def test_moved_and_reworded_sentences_are_linked() -> None:
    found = ends(linked(STORY, TOLD))
    assert {(0, 2), (1, 4), (2, 3), (3, 5)} <= found
    assert not any(b == 1 for _, b in found)  # the car park stands in one text only


def test_same_text_is_verbatim_in_order_and_sure() -> None:
    found = linked(STORY, STORY)
    same = [x for x in found if x.a.source != x.b.source]
    assert ends(same) == {(n, n) for n in range(6)}
    assert all(x.relation == "verbatim" and not x.moved and x.score > 0.9 for x in same)
    assert all("same" in x.why for x in same)


def test_tokenised_text_is_verbatim() -> None:
    tokenised = STORY.lower().replace(",", " ,").replace(".", " .").replace("4 ,212", "4,212")
    assert {x.relation for x in linked(STORY, tokenised)} == {"verbatim"}


@pytest.mark.parametrize(("changed", "relation"), [(0, "verbatim"), (2, "near-verbatim"), (3, "reworded")])
def test_from_four_fifths_of_the_words_a_link_is_near_verbatim(changed: int, relation: str) -> None:
    first = ["amber", "bridges", "carry", "distant", "engines", "from", "grey", "harbours", "into", "june"]
    second = [f"other{n}" if n < changed else word for n, word in enumerate(first)]
    options = Options()
    vocabulary = Vocabulary(options.fold)
    texts = " ".join(first) + ".", " ".join(second) + "."
    both = Sentences([analyse(Source(text, text), options, vocabulary) for text in texts])
    assert tie(both, 0, 1).relation == relation


def test_why_names_words_and_numbers() -> None:
    reasons = {(x.a.sentence, x.b.sentence): x.why for x in linked(STORY, TOLD)}
    assert "signatures" in reasons[1, 4]
    assert "the same number" in reasons[1, 4]
    assert "4,212" in reasons[1, 4]


def test_moved_is_against_the_order_of_the_neighbours() -> None:
    lines = STORY.split("\n")
    turned = "\n".join([*lines[3:], *lines[:1]])
    found = {x.a.sentence: x.moved for x in linked("\n".join(lines), turned)}
    assert found[0]
    assert not found[4]


def test_a_part_of_a_sentence_is_tied_with_its_own_ends() -> None:
    first = "the mayor opened the restored lighthouse at Penrow Point with forty pupils on saturday morning"
    second = (
        "weather permitting, the ferry company said in a long statement about fares for summer; "
        "the mayor opened the restored lighthouse at Penrow Point with forty pupils on saturday morning"
    )
    (found,) = linked(f"{first}.\n{STORY}", f"{second}.\nNothing else of note happened there.")
    whole = f"{second}.\n"
    assert whole[found.b.start : found.b.end].startswith("the mayor opened")
    assert found.relation == "verbatim"


def test_why_says_that_a_part_is_the_same_and_counts_no_stop_word_as_rare() -> None:
    first = "the mayor opened the restored lighthouse at Penrow Point with forty pupils on saturday morning"
    second = f"as the ferry company had said in its long and rather angry statement about fares {first}"
    (found,) = linked(f"{first}.\n{STORY}", f"{second}.\nNothing else of note happened there.")
    assert found.relation == "verbatim"
    part, words = found.why.split("; ")[:2]
    assert part == "a part word for word"
    assert words.startswith("10 rare words in common: mayor, opened, ")


def test_repeats_inside_one_source_are_links_with_both_ends_there() -> None:
    lines = STORY.split("\n")
    (found,) = linked("\n".join([*lines, lines[1]]))
    assert (found.a.source, found.b.source, found.a.sentence, found.b.sentence) == (0, 0, 1, 6)


def test_unrelated_articles_give_nearly_nothing() -> None:
    text = (Path(__file__).parent / "unrelated.txt").read_text(encoding="utf-8")
    assert len([x for x in linked(text, STORY) if x.a.source != x.b.source]) <= 1


@pytest.mark.parametrize(
    "texts", [[], [""], ["", ""], ["…", "!"], ["One word", "one word"], ["漢字。", "漢字。"]]
)
def test_odd_texts_do_no_harm(texts: list[str]) -> None:
    for x in linked(*texts):
        assert 0.2 <= x.score <= 1.0
        assert x.why


def test_scores_and_ends_are_sound(seeds: list[Source]) -> None:
    for x in linked(*(s.text for s in seeds)):
        for end in (x.a, x.b):
            assert 0 <= end.start < end.end <= len(seeds[end.source].text)
        assert x.a[:3] < x.b[:3]
        assert 0.2 <= x.score <= 1.0
        assert x.why


def test_large_texts_are_linked_in_place_and_moved() -> None:
    rng = random.Random(7)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(3, 9))) for _ in range(3000)]
    lines = ["Then " + " ".join(rng.choices(words, k=15)) + "." for _ in range(900)]
    edited = [
        " ".join(w if rng.random() > 0.2 else rng.choice(words) for w in s.split()) if n % 5 == 0 else s
        for n, s in enumerate(lines)
    ]
    other = edited[:200] + edited[230:] + edited[200:230]
    found = {
        (x.a.sentence, x.b.sentence): x.moved
        for x in linked("\n".join(lines), "\n".join(other))
        if x.b.source
    }
    origin = [*range(200), *range(230, 900), *range(200, 230)]
    right = [(a, b) for b, a in enumerate(origin) if (a, b) in found]
    assert len(right) > 0.98 * len(lines)
    assert len(found) < 1.02 * len(lines)
    assert all(found[a, b] for a, b in right if 200 <= a < 230)


def test_recall_on_the_three_articles(seeds: list[Source]) -> None:
    gold = json.loads(Path(__file__).with_name("seeds_links.json").read_text(encoding="utf-8"))
    unit = {u["id"]: u for u in gold["units"]}
    found = linked(*(s.text for s in seeds))

    def has(a: str, b: str) -> bool:
        return any(_over(x.a, unit[a]) and _over(x.b, unit[b]) for x in found)

    same = [g for g in gold["links"] if (g["relation"], g["certainty"]) == ("verbatim", "sure")]
    assert len(same) > 30
    assert sum(has(g["a"], g["b"]) for g in same) > 0.85 * len(same)


def _over(end: tuple[int, int, int, int], unit: dict[str, int]) -> bool:
    source, _, start, stop = end
    both = min(stop, unit["end"]) - max(start, unit["start"])
    return source == unit["source"] and 2 * both >= min(stop - start, unit["end"] - unit["start"])


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_which_order_sources_are_given_makes_no_difference(order: tuple[int, ...]) -> None:
    texts = [STORY, TOLD, f"The council met on Tuesday.\n{TOLD.splitlines()[3]}"]

    def told(order: Sequence[int]) -> set[tuple[object, ...]]:
        found = linked(*(texts[n] for n in order))
        ends = [sorted((order[e.source], e.start, e.end) for e in (x.a, x.b)) for x in found]
        return {(*map(tuple, e), x.score, x.relation, x.moved) for e, x in zip(ends, found, strict=True)}

    assert told(order) == told((0, 1, 2))
    assert list(map(ends, [linked(*texts)])) != [set()]


JAPANESE = "市議会は金曜日、新しい図書館を建てることを決めた。費用は十二億円になる見込みだという。"
IN_OTHER_WORDS = "新しい図書館が建てられる。市議会が金曜日に決めたもので、費用は十二億円とみられる。"


def test_where_words_are_not_spaced_parts_begin_and_end_at_marks() -> None:
    found = linked(JAPANESE, IN_OTHER_WORDS)
    assert found
    for x in found:
        for end, text in ((x.a, JAPANESE), (x.b, IN_OTHER_WORDS)):
            assert end.start == 0 or text[end.start - 1] in "、。"
            assert text[end.end - 1] in "、。" or text[end.end] in "、。"
        if "in common: " in x.why:
            named = x.why.partition("in common: ")[2].partition(";")[0].removesuffix(", …").split(", ")
            assert all(len(run) > 1 and run in JAPANESE and run in IN_OTHER_WORDS for run in named)


def test_of_a_few_sentences_the_place_of_one_says_little() -> None:
    one = "Die Schule hat ein neues Dach. Es ist aus Blech und war teuer. Am Montag wird gefeiert."
    two = "Der Zoo hat einen neuen Bären. Er kommt aus Polen und war krank. Am Montag zieht er ein."
    assert (0, 0) not in ends(linked(one, two))  # nothing but "neu" in common


def test_endings_in_hiragana_tie_nothing() -> None:
    council = "市議会は金曜日、新しい図書館の建設を決めた。費用は12億円で、2028年に開館する予定だ。"
    football = "昨日のサッカーの試合は引き分けだった。監督は選手の努力をほめた。次の試合は土曜日に行われる。"
    assert not linked(council, football)


def test_a_run_that_is_named_stands_in_both_as_it_is_named() -> None:
    one, two = "新しい図書館と市役所を金曜日に建てる。", "市役所の新しい館と図書室を金曜日に建てる。"
    found = linked(one, two)
    assert found
    for x in found:
        named = x.why.partition("in common: ")[2].partition(";")[0].removesuffix(", …").split(", ")
        assert "新しい" in named
        assert all(run in one and run in two for run in named)


def test_what_a_source_says_twice_word_for_word_is_sure() -> None:
    again = "The council voted on Tuesday to close the old swimming baths in Harbour Street."
    found = linked(f"{STORY}\n{again}", "Nothing of note happened in the port.")
    (link,) = [x for x in found if x.a.source == x.b.source]
    assert (link.a.sentence, link.b.sentence) == (0, 6)
    assert link.relation == "verbatim"
    assert link.score > 0.95


def test_why_names_no_word_that_the_ends_do_not_have() -> None:
    caption = (
        "Swimmers , who had paid for the whole season , protested on the steps , and the council voted on "
        "Tuesday to close the old swimming baths in Harbour Street"
    )
    found = linked(STORY, f"{caption}\nNothing else happened.")
    texts = STORY, f"{caption}\nNothing else happened."
    assert found
    for tied in found:
        named = tied.why.partition("in common: ")[2].partition(";")[0].replace(", …", "").split(", ")
        for end in (tied.a, tied.b):
            assert all(word in texts[end.source][end.start : end.end].lower() for word in named)


def test_a_further_scorer_has_its_say() -> None:
    def against(pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        return [-50.0 if "Okafor" in a + b else 0.0 for a, b in pairs]

    assert (3, 5) in ends(linked(STORY, TOLD))
    found = ends(linked(STORY, TOLD, scorer=against))
    assert (3, 5) not in found
    assert (0, 2) in found
