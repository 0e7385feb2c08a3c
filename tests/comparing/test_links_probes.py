"""Probes on the three articles: pairs of phrases that a careful reader ties, and a text that shares nothing.

`probes.json` has 44 pairs with their places, taken from the annotation of the articles: told word for word
in order (12), elsewhere or a second time (7), reworded (4), short quotations (9), paraphrases (8), and
repeats inside one article (4).
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

from dmreader.comparing import compare
from dmreader.model import Comparison, Place, Source

_FOUND = 42
"""Of 44; no other program that was tried finds more than 37, and that one with much noise."""


class Probe(NamedTuple):
    """Two places that tell the same, and in which way."""

    kind: str
    a: Place
    b: Place


class _Entry(TypedDict):
    kind: str
    a: tuple[int, int, int]
    b: tuple[int, int, int]
    said: tuple[str, str]


def entries() -> list[_Entry]:
    text = Path(__file__).with_name("probes.json").read_text(encoding="utf-8")
    found: list[_Entry] = json.loads(text)
    return found


def ties(comparison: Comparison) -> Iterator[Sequence[Place]]:
    """The places of each passage, and the ends of each link."""
    for passage in comparison.passages:
        yield passage.occurrences
    for link in comparison.links:
        yield [Place(x.source, x.start, x.end) for x in (link.a, link.b)]


def tied(comparison: Comparison, probe: Probe) -> bool:
    """Whether one passage, one link or one group of quotations covers half of the shorter at both places."""
    quotes: dict[int, list[Place]] = {}
    for quote in comparison.quotes:
        quotes.setdefault(quote.group, []).append(Place(quote.source, quote.start, quote.end))
    for places in (*ties(comparison), *quotes.values()):
        here = {n for n, place in enumerate(places) if _over(place, probe.a)}
        there = {n for n, place in enumerate(places) if _over(place, probe.b)}
        if here and there and len(here | there) > 1:
            return True
    return False


def _over(place: Place, told: Place) -> bool:
    both = min(place.end, told.end) - max(place.start, told.start)
    return place.source == told.source and 2 * both >= min(place.end - place.start, told.end - told.start)


def test_probes_stand_where_they_say(seeds: list[Source]) -> None:
    assert len(entries()) == 44
    for entry in entries():
        for (source, start, end), said in zip((entry["a"], entry["b"]), entry["said"], strict=True):
            assert seeds[source].text[start:end] == said


def test_probes_are_found(comparison: Comparison) -> None:
    probes = [Probe(x["kind"], Place(*x["a"]), Place(*x["b"])) for x in entries()]
    missed = [p for p in probes if not tied(comparison, p)]
    assert len(probes) - len(missed) >= _FOUND, missed


def test_an_article_on_other_matters_is_not_tied_to_them(seeds: list[Source]) -> None:
    other = Path(__file__).with_name("unrelated.txt").read_text(encoding="utf-8")
    count = len(seeds)
    found = compare([*seeds, Source("another", other)])
    noise = {
        at
        for places in ties(found)
        if any(place.source < count for place in places)
        for place in places
        if place.source == count
        for at in range(place.start, place.end)
    }
    assert len(noise) <= 0.005 * len(other)
