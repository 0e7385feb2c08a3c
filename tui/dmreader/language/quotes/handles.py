"""Handles (@name) and hashtags (#tag) of a text, spaced as in tokenised text or not."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dmreader.language.quotes.spans import QuoteSpan

_HANDLE = re.compile(r"(?<![\w@.])[@＠] ?(?=[^\W_]|_\w)\w{2,30}(?!\w|\.\w+@)")
_HASHTAG = re.compile(r"(?<![\w#&/])[#＃] ?(?=\w*[^\W\d])\w{2,100}")
_SPACED = re.compile(r"(?<!\S)[@#] \w")
_JOINED = re.compile(r"(?<!\S)[@#]\w")


class Tag(NamedTuple):
    """`text[start:end]` is a handle or a hashtag; `quote` is the number of the quotation it stands in."""

    kind: Literal["handle", "hashtag"]
    start: int
    end: int
    quote: int | None


def tags(text: str, spans: Sequence[QuoteSpan] = ()) -> list[Tag]:
    """Every handle and hashtag of `text` in order, in quotations (`spans`, in order) and outside them."""
    if "@" not in text and "#" not in text and "＠" not in text and "＃" not in text:
        return []
    spaced = _SPACED.search(text) is not None and _JOINED.search(text) is None
    handles = (Tag("handle", *match.span(), None) for match in _HANDLE.finditer(text))
    hashtags = (Tag("hashtag", *match.span(), None) for match in _HASHTAG.finditer(text))
    rows = []
    k = 0
    for tag in sorted((*handles, *hashtags), key=lambda tag: tag.start):
        if not spaced and " " in text[tag.start : tag.end]:
            continue
        while k < len(spans) and spans[k].end <= tag.start:
            k += 1
        inside = k < len(spans) and spans[k].start <= tag.start
        rows.append(tag._replace(quote=k if inside else None))
    return rows
