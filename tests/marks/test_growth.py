"""Marking takes work in proportion to what was found, not to its square."""

import sys
from types import FrameType
from typing import Any

from dmreader.marks import mark
from dmreader.model import (
    Comparison,
    Link,
    LinkEnd,
    Options,
    Passage,
    Place,
    Quote,
    Source,
    Span,
    Summary,
)


def _alike(sentences: int) -> Comparison:
    """Two sources of so many equal sentences, each linked and quoted, and every third one unique."""
    text = "abcdefghi " * sentences
    spans = tuple(Span(at, at + 9) for at in range(0, len(text), 10))
    return Comparison(
        sources=(Source("a", text), Source("b", text)),
        options=Options(),
        sentences=(spans, spans),
        passages=tuple(Passage(4, (Place(0, *span), Place(1, *span))) for span in spans),
        links=tuple(
            Link(LinkEnd(0, n, *span), LinkEnd(1, n, *span), "verbatim", False, 1.0, "")
            for n, span in enumerate(spans)
        ),
        groups=(),
        quotes=tuple(Quote(0, *span, "other", None, (), (), n) for n, span in enumerate(spans)),
        facts=(),
        unique=tuple(Place(0, *span) for span in spans[::3]),
        summary=Summary((), ()),
    )


def _calls(comparison: Comparison) -> int:
    """How many calls of Python or built-in functions marking makes: steady where seconds are not."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        mark(comparison)
    finally:
        sys.setprofile(before)
    return calls


def test_ten_times_the_sentences_take_ten_times_the_work() -> None:
    assert _calls(_alike(2000)) < 11 * _calls(_alike(200))
