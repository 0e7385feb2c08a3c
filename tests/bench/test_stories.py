"""The stories that weights are fitted on: sound, and told differently enough to learn from."""

import random
from collections import Counter

import pytest

from tests.bench.stories import Story, cases, stories


@pytest.mark.parametrize("story", stories(), ids=lambda story: story["name"])
def test_every_claim_is_told_twice_and_no_sentence_is_copied(story: Story) -> None:
    rows = [row for telling in story["tellings"] for row in telling]
    told = Counter(claim for _, claims in rows for claim in claims)
    assert len(story["tellings"]) == 3
    assert min(told.values()) >= 2
    assert len({sentence for sentence, _ in rows}) == len(rows)


def test_cases_link_the_sentences_that_share_a_claim() -> None:
    made = list(cases(random.Random(1)))
    assert len(made) == 2 * len(stories())
    for case in made:
        between = [(a, b) for a, b in case.links if a[0] != b[0]]
        assert 20 <= len(between) <= 50
        for text, spans in zip(case.texts, case.spans, strict=True):
            assert "\n".join(text[a:b] for a, b in spans) + "\n" == text
    assert made[0].links == made[1].links
