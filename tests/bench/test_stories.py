"""The stories that weights are fitted on: sound, and told differently enough to learn from."""

import random
from collections import Counter

import pytest

from tests.bench.quotations import news
from tests.bench.stories import APART, FITTED, Story, cases, stories

ALL = [*stories(FITTED), *stories(APART)]


@pytest.mark.parametrize("story", ALL, ids=lambda story: story["name"])
def test_every_claim_is_told_twice_and_no_sentence_is_copied(story: Story) -> None:
    rows = [row for telling in story["tellings"] for row in telling]
    told = Counter(claim for _, claims in rows for claim in claims)
    assert len(story["tellings"]) == 3
    assert min(told.values()) >= 2
    assert len({sentence for sentence, _ in rows}) == len(rows)


def test_cases_link_the_sentences_that_share_a_claim() -> None:
    made = [case for folder in (FITTED, APART) for case in cases(folder, random.Random(1))]
    assert len(made) == 2 * len(ALL)
    for case in made:
        between = [(a, b) for a, b in case.links if a[0] != b[0]]
        assert 20 <= len(between) <= 50
        for text, spans in zip(case.texts, case.spans, strict=True):
            assert "\n".join(text[a:b] for a, b in spans) + "\n" == text
    assert made[0].links == made[1].links


def test_the_stories_measured_with_are_not_those_fitted_on() -> None:
    assert not {s["name"] for s in stories(FITTED)} & {s["name"] for s in stories(APART)}


def test_news_of_any_length_is_made_of_them_and_repeats_little() -> None:
    text = news(400_000)
    lines = text.split("\n")
    assert len(text) == 400_000
    assert len(set(lines)) > 0.9 * len(lines)
