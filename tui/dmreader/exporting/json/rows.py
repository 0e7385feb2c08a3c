"""The rows of `dmreader/1`: what may come by the ten thousand is written at once, without a dictionary."""

import re
from collections.abc import Iterator
from dataclasses import fields
from json import JSONEncoder
from json.encoder import encode_basestring_ascii as _string

from dmreader.comparing.differences import differences
from dmreader.model import Comparison, Link, Place, Quote

_text = JSONEncoder().encode
_SURROGATES = re.compile("[\ud800-\udfff]")
_QUOTE = [field.name for field in fields(Quote)]


def sources(comparison: Comparison) -> Iterator[str]:
    """Each source with its text and sentences."""
    c = comparison
    for source, spans, figures in zip(c.sources, c.sentences, c.summary.sources, strict=True):
        sentences = ", ".join([f'{{"start": {start}, "end": {end}}}' for start, end in spans])
        yield (
            f'{{"name": {_text(source.name)}, "path": {_path(source.path)}, "title": {_text(source.title)}, '
            f'"sha256": "{source.sha256}", "words": {figures.words}, "text": {_text(source.text)}, '
            f'"notices": {_text(source.notices)}, "sentences": [{sentences}]}}'
        )


def _path(path: str | None) -> str:
    # a name that is not UTF-8 has lone surrogates in Python, which many readers of JSON refuse
    return _text(path and _SURROGATES.sub("\ufffd", path))


def passages(comparison: Comparison) -> Iterator[str]:
    """Each passage with all its places."""
    for words, occurrences in comparison.passages:
        yield f'{{"words": {words}, "occurrences": [{_places(occurrences)}]}}'


def links(comparison: Comparison, *, changes: bool) -> Iterator[str]:
    """Each link with its two ends and, if asked for and not verbatim, what differs between them."""
    for link in comparison.links:
        (s, i, start, end), (t, j, first, last), relation, moved, score, why = link
        differ = _changes(comparison, link) if changes and relation != "verbatim" else ""
        yield (
            f'{{"a": {{"source": {s}, "sentence": {i}, "start": {start}, "end": {end}}}, '
            f'"b": {{"source": {t}, "sentence": {j}, "start": {first}, "end": {last}}}, '
            f'"relation": "{relation}", "moved": {"true" if moved else "false"}, "score": {score:.4g}, '
            f'"why": {_string(why)}{differ}}}'
        )


def _changes(comparison: Comparison, link: Link) -> str:
    a, b = link.a, link.b
    found = differences(
        comparison.sources[a.source].text[a.start : a.end], comparison.sources[b.source].text[b.start : b.end]
    )
    rows = [
        f'{{"kind": "{kind}", "a": {{"start": {a.start + i}, "end": {a.start + j}}}, '
        f'"b": {{"start": {b.start + k}, "end": {b.start + m}}}}}'
        for kind, (i, j), (k, m) in found
        if kind != "same"
    ]
    return f', "changes": [{", ".join(rows)}]'


def groups(comparison: Comparison) -> Iterator[str]:
    """Each group with its sentences."""
    for (members,) in comparison.groups:
        rows = ", ".join([f'{{"source": {s}, "sentence": {i}}}' for s, i in members])
        yield f'{{"members": [{rows}]}}'


def quotes(comparison: Comparison) -> Iterator[str]:
    """Each quote; a speaker without a place is named by another source only, whose number `source` is."""
    for quote in comparison.quotes:
        row = {name: getattr(quote, name) for name in _QUOTE}
        row["speaker"] = quote.speaker._asdict() if quote.speaker else None
        yield _text(row)


def facts(comparison: Comparison) -> Iterator[str]:
    """Each fact with its sides and their places."""
    for fact in comparison.facts:
        sides = [
            {"value": side.value, "spans": [place._asdict() for place in side.spans]} for side in fact.sides
        ]
        yield _text({"kind": fact.kind, "topic": fact.topic, "sides": sides})


def unique(comparison: Comparison) -> Iterator[str]:
    """Each place that no other source has."""
    for place in comparison.unique:
        yield _places((place,))


def _places(places: tuple[Place, ...]) -> str:
    return ", ".join([f'{{"source": {s}, "start": {start}, "end": {end}}}' for s, start, end in places])
