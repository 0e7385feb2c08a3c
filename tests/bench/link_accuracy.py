"""How right links are, and whether their scores mean what they say, on texts that no weight was fitted on."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dmreader.comparing import compare
from dmreader.comparing.differences import differences
from dmreader.model import Link, LinkEnd, Options, Source
from dmreader.sources import articles
from tests.bench.link_cases import Case, Ends
from tests.bench.stories import APART, cases, stories

_GOLD = Path(__file__).parents[1] / "comparing" / "seeds_links.json"
_BANDS = (0.0, 0.35, 0.5, 0.65, 0.8, 0.95)  # of scores
_TURNS = 5  # how often unrelated events are put side by side in another order
_FEW = 4  # sentences
_ENGLISH = "en"


class Told(NamedTuple):
    """A link that was made: its score, and whether it is right."""

    score: float
    right: bool


class Found(NamedTuple):
    """The links made between sources; how many pairs of sentences they tie, and how many of these belong
    together; how many that surely do are tied, and how many there are.
    """

    links: Sequence[Told]
    made: int
    right: int
    hit: int
    sure: int

    def row(self, name: str) -> str:
        """A row of a table: precision, recall and F1."""
        p, r = self.right / max(1, self.made), self.hit / max(1, self.sure)
        return f"| {name} | {p:.2f} | {r:.2f} | {2 * p * r / (p + r or 1.0):.2f} |"


def measured(case: Case) -> Found:
    """What is found of the links of `case`; sentences that an end covers by half of the shorter count.

    A link is right that ties two sentences which belong together, surely or perhaps.
    """
    found = compare([Source(f"{n}", text) for n, text in enumerate(case.texts)], Options())
    told: list[Told] = []
    made: set[Ends] = set()
    for link in _between(found.links):
        ends = {(x, y) for x in _sentences(case, link.a) for y in _sentences(case, link.b)}
        told.append(Told(link.score, bool(ends & (case.links | case.doubtful))))
        made |= ends
    sure = {(x, y) for x, y in case.links if x[0] != y[0]}
    return Found(told, len(made), len(made & (case.links | case.doubtful)), len(made & sure), len(sure))


def of_articles() -> Case:
    """The three articles with their annotation: what both annotators linked, and what one of them did."""
    gold = json.loads(_GOLD.read_text(encoding="utf-8"))
    texts = [source.text for source in articles()]
    spans: list[list[tuple[int, int]]] = [[] for _ in texts]
    place: dict[str, tuple[int, int]] = {}
    for unit in gold["units"]:
        place[unit["id"]] = (unit["source"], len(spans[unit["source"]]))
        spans[unit["source"]].append((unit["start"], unit["end"]))
    links: dict[str, set[Ends]] = {"sure": set(), "possible": set()}
    for link in gold["links"]:
        a, b = sorted((place[link["a"]], place[link["b"]]))
        links[link["certainty"]].add((a, b))
    every = {(s, t) for s in range(len(texts)) for t in range(s + 1, len(texts))}
    return Case("articles", texts, spans, links["sure"], every, frozenset(links["possible"]))


def together(rows: Iterable[Found]) -> Found:
    """All links of several cases."""
    links, *counts = zip(*rows, strict=True)
    return Found(list(chain.from_iterable(links)), *map(sum, counts))


def scores(name: str, links: Sequence[Told]) -> Iterator[str]:
    """Rows of a table: what scores say, and how many of these links are right."""
    for low, high in zip(_BANDS, (*_BANDS[1:], 1.01), strict=True):
        band = [x for x in links if low <= x.score < high]
        if band:
            said = sum(x.score for x in band) / len(band)
            right = sum(x.right for x in band) / len(band)
            yield f"| {name} | {low:.2f}-{min(high, 1.0):.2f} | {len(band)} | {said:.2f} | {right:.2f} |"


def noise(length: int | None = None) -> tuple[int, float]:
    """How many times three reports of three different events were compared, and the share of text tied.

    With a `length`, so many sentences of each report.
    """
    rng = random.Random("noise")
    told = [story for story in stories(APART) if story["language"] == _ENGLISH]
    tied = total = count = 0
    for _ in range(_TURNS):
        rng.shuffle(told)
        for three in zip(told[::3], told[1::3], told[2::3], strict=False):
            texts = ["\n".join(s for s, _ in story["tellings"][0][:length]) for story in three]
            found = compare([Source(f"{n}", text) for n, text in enumerate(texts)])
            places = [(x.source, x.start, x.end) for p in found.passages for x in p.occurrences]
            places += [(x.source, x.start, x.end) for link in found.links for x in (link.a, link.b)]
            tied += len({(s, at) for s, start, end in places for at in range(start, end)})
            total += sum(map(len, texts))
            count += 1
    return count, tied / total


def changed_words(path: Path) -> float:
    """F1 of the characters that differ in edited sentences, white space aside, against marks made by hand.

    `path` has a JSON object a line: two `sources` with `text`, and `spans` with ends `a` and `b`, each a
    source, a start and an end.
    """
    hit = wrong = missed = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        texts = [source["text"] for source in case["sources"]]
        changes = [change for change in differences(*texts) if change.kind != "same"]
        for side, text in zip("ab", texts, strict=True):
            letters = {at for at, sign in enumerate(text) if not sign.isspace()}
            gold = letters.intersection(at for span in case["spans"] for at in range(*span[side][1:]))
            ends = [change.a if side == "a" else change.b for change in changes]
            found = letters.intersection(at for end in ends for at in range(*end))
            hit += len(found & gold)
            wrong += len(found - gold)
            missed += len(gold - found)
    return 2 * hit / (2 * hit + wrong + missed)


def events() -> list[Case]:
    """Events told by three papers each: as written, and with two of them tokenised, by turns."""
    return list(cases(APART, random.Random("apart")))


def report(folder: Path | None) -> str:
    """Markdown: what links are worth, what their scores say, and what is tied that should not be."""
    told = events()
    results = [
        ("the three articles", measured(of_articles())),
        (f"{len(told) // 2} events, three papers each", together(map(measured, told[::2]))),
        ("the same, two papers tokenised", together(map(measured, told[1::2]))),
    ]
    lines = [
        "| links between sources | of the pairs tied, right | of the pairs there are, tied | F1 |",
        "|---|---|---|---|",
    ]
    lines += [found.row(name) for name, found in results]
    lines += ["", "| | score | links | mean score | right |", "|---|---|---|---|---|"]
    lines += [row for name, found in results for row in scores(name, found.links)]
    count, share = noise()
    _, few = noise(_FEW)
    whole = f"Of {count} times three reports of three events, {100 * share:.2f} % of the text is tied"
    lines += ["", f"{whole}; of the first {_FEW} sentences of each, {100 * few:.2f} %."]
    if folder is not None:
        f1 = changed_words(folder / "argrewrite_spans.jsonl")
        lines.append(f"Changed words in edited sentences, by characters: F1 {f1:.3f}.")
    return "\n".join(lines)


def _between(links: Iterable[Link]) -> Iterator[Link]:
    return (link for link in links if link.a.source != link.b.source)


def _sentences(case: Case, end: LinkEnd) -> Iterator[tuple[int, int]]:
    for number, (start, stop) in enumerate(case.spans[end.source]):
        both = min(stop, end.end) - max(start, end.start)
        if both > 0 and 2 * both >= min(stop - start, end.end - end.start):
            yield end.source, number
