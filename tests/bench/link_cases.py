"""Annotated texts to fit and measure links with."""

import itertools
import json
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

Ends = tuple[tuple[int, int], tuple[int, int]]


class Case(NamedTuple):
    """Texts, the spans of their sentences, the links between these, and the pairs of sources annotated.

    `doubtful` are pairs of which nobody knows.
    """

    name: str
    texts: list[str]
    spans: list[list[tuple[int, int]]]
    links: set[Ends]
    pairs: set[tuple[int, int]]
    doubtful: Set[Ends] = frozenset()


def read(path: Path) -> Iterator[Case]:
    """The cases of a file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            texts = [s["text"] for s in raw["sources"]]
            spans = [[(a, b) for a, b in s["sentences"]] for s in raw["sources"]]
            every = itertools.combinations(range(len(texts)), 2)
            links = {((x["a"][0], x["a"][1]), (x["b"][0], x["b"][1])) for x in raw.get("links", ())}
            yield Case(raw["id"], texts, spans, links, {(a, b) for a, b in raw.get("gold_pairs") or every})


def reordered(case: Case, order: Sequence[int]) -> Case:
    """The same case with its texts in another order."""
    place = {n: at for at, n in enumerate(order)}

    def moved(links: Set[Ends]) -> set[Ends]:
        ends = [sorted(((place[s], i), (place[t], j))) for (s, i), (t, j) in links]
        return {(a, b) for a, b in ends}

    return Case(
        case.name,
        [case.texts[n] for n in order],
        [case.spans[n] for n in order],
        moved(case.links),
        {(min(place[s], place[t]), max(place[s], place[t])) for s, t in case.pairs},
        moved(case.doubtful),
    )


def laid_out(rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[tuple[int, int]]]]:
    """The text of each row of sentences, one a line, and where each sentence stands in it."""
    spans = []
    for row in rows:
        at, here = 0, []
        for sentence in row:
            here.append((at, at + len(sentence)))
            at += len(sentence) + 1
        spans.append(here)
    return ["\n".join(row) + "\n" for row in rows], spans
