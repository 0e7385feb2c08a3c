"""The exchange format `dmreader/1`."""

import json
from collections.abc import Iterator

from dmreader.exporting.formats import Style
from dmreader.model import Comparison


def render(comparison: Comparison, style: Style) -> Iterator[str]:  # noqa: ARG001
    """The comparison as JSON; offsets are code points, half open, into each source's `text`."""
    c = comparison
    whole = {
        "schema": "dmreader/1",
        "sources": [
            {
                "name": s.name,
                "path": s.path,
                "title": s.title,
                "sha256": s.sha256,
                "words": f.words,
                "text": s.text,
                "sentences": [{"start": x.start, "end": x.end} for x in sentences],
            }
            for s, f, sentences in zip(c.sources, c.summary.sources, c.sentences, strict=True)
        ],
        "passages": [
            {"words": p.words, "occurrences": [o._asdict() for o in p.occurrences]} for p in c.passages
        ],
        "links": [
            {
                "a": x.a._asdict(),
                "b": x.b._asdict(),
                "relation": x.relation,
                "moved": x.moved,
                "score": x.score,
                "why": x.why,
            }
            for x in c.links
        ],
        "groups": [{"members": [m._asdict() for m in g.members]} for g in c.groups],
        "quotes": [
            {
                "source": q.source,
                "start": q.start,
                "end": q.end,
                "kind": q.kind,
                "speaker": q.speaker._asdict() if q.speaker else None,
                "handles": q.handles,
                "hashtags": q.hashtags,
                "group": q.group,
                "why": q.why,
                "confidence": q.confidence,
            }
            for q in c.quotes
        ],
        "facts": [],
        "unique": [u._asdict() for u in c.unique],
        "summary": {
            "sources": [f._asdict() for f in c.summary.sources],
            "pairs": [p._asdict() for p in c.summary.pairs],
        },
    }
    yield json.dumps(whole)
    yield "\n"
