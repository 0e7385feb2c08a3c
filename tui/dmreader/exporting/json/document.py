"""The exchange format `dmreader/1`: everything that was found, as one JSON object.

Offsets are code points, half open, into that source's `text`; sentences, sources and quote groups are counted
from 0. `tests/exporting/dmreader-1.schema.json` says the same for programs. The keys:

- `options`: the shortest passage, in words, and what was overlooked in comparing;
- `sources`: what was compared, with the text as loaded and its sentences;
- `passages`: runs of the same words with all their places;
- `links`: sentences that say the same; what is not verbatim has `changes`, word by word, where `a` is what
  stands at the one end and `b` what stands at the other (either may be empty; moved words are told twice,
  where they stand in `a` and where they stand in `b`);
- `groups`: sentences tied by links;
- `quotes`: quotations with kind and speaker; the same words have the same `group`;
- `facts`: what sources give alike or differently; `unique`: what only one source says;
- `summary`: figures per source and pair, and whether `changes` are given.

The text is pure ASCII, harmless to any terminal, and is written piece by piece: a large comparison is never
held as one string.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from dmreader.exporting.formats import Style
from dmreader.exporting.json import rows
from dmreader.exporting.wording import affordable
from dmreader.model import Comparison

_PIECE = 500
"""Rows that are joined before they are handed on."""


def render(comparison: Comparison, style: Style) -> Iterator[str]:  # noqa: ARG001 - a document has no style
    """The comparison as `dmreader/1`."""
    changes = affordable(comparison)
    options = {"min_words": comparison.options.min_words, "fold": sorted(comparison.options.fold)}
    yield f'{{"schema": "dmreader/1",\n"options": {json.dumps(options)}'
    yield from _list("sources", rows.sources(comparison))
    yield from _list("passages", rows.passages(comparison))
    yield from _list("links", rows.links(comparison, changes=changes))
    yield from _list("groups", rows.groups(comparison))
    yield from _list("quotes", rows.quotes(comparison))
    yield from _list("facts", rows.facts(comparison))
    yield from _list("unique", rows.unique(comparison))
    summary = {
        "sources": [figures._asdict() for figures in comparison.summary.sources],
        "pairs": [figures._asdict() for figures in comparison.summary.pairs],
        "changes": changes,
    }
    yield f',\n"summary": {json.dumps(summary)}}}\n'


def _list(key: str, items: Iterable[str]) -> Iterator[str]:
    """`items` as the list called `key`, one a line."""
    waiting = iter(items)
    yield f',\n"{key}": ['
    between = "\n"
    while piece := ",\n".join(islice(waiting, _PIECE)):
        yield between + piece
        between = ",\n"
    yield "]"
