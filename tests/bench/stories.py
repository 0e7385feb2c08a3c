"""Events told by three papers each, written for this: texts with known links as real papers have them.

Those in `stories` are there to be fitted on, those in `stories_apart` to measure with, and never fitted on.
"""

import json
import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import TypedDict

from tests.bench.generated_links import Said, tokenised
from tests.bench.link_cases import Case, Ends, laid_out

FITTED = Path(__file__).with_name("stories")
APART = Path(__file__).with_name("stories_apart")


class Story(TypedDict):
    """The sentences of each telling with the claims they make; two with a claim in common are linked."""

    name: str
    language: str
    tellings: list[list[tuple[str, list[str]]]]


def stories(folder: Path) -> list[Story]:
    """The stories of a folder, in order of their files and places there."""
    return [s for path in sorted(folder.glob("*.json")) for s in json.loads(path.read_text(encoding="utf-8"))]


def cases(folder: Path, rng: random.Random) -> Iterator[Case]:
    """Each story as it is written, and with two tellings in small letters with their marks set apart."""
    for story in stories(folder):
        plain = [[s for s, _ in telling] for telling in story["tellings"]]
        yield _case(f"{story['name']}/written", story, plain)
        small = rng.sample(range(3), 2)
        lines = [
            [tokenised(Said(s, frozenset())).text for s in row] if k in small else row
            for k, row in enumerate(plain)
        ]
        yield _case(f"{story['name']}/tokenised", story, lines)


def _case(name: str, story: Story, lines: list[list[str]]) -> Case:
    texts, spans = laid_out(lines)
    made = [
        ((s, i), frozenset(claims))
        for s, telling in enumerate(story["tellings"])
        for i, (_, claims) in enumerate(telling)
    ]
    links: set[Ends] = {(x, y) for (x, a), (y, b) in combinations(made, 2) if a & b}
    every = {(s, t) for s in range(3) for t in range(s, 3)}
    return Case(name, texts, spans, links, every)
