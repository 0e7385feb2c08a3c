"""Handles (@name) and hashtags (#tag) of a text, spaced as in tokenised text or not."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dmreader.language.quotes.spans import QuoteSpan

_HANDLE = re.compile(r"(?<![\w@.])[@＠] ?(?=[^\W_]|_\w)\w{2,30}(?!\w|\.\w+@)")
_HASHTAG = re.compile(r"(?<![\w#&/])[#＃] ?(?=\w*[^\W\d])\w{2,100}")
_SPACED = re.compile(r"(?<!\S)[@#] \w")
_JOINED = re.compile(r"(?<!\S)[@#]\w")


class Mention(NamedTuple):
    """`text[start:end]` is a handle or a hashtag; `quote` is the number of the quotation it stands in, or
    None.
    """

    kind: Literal["handle", "hashtag"]
    start: int
    end: int
    quote: int | None


def mentions(text: str, spans: Sequence[QuoteSpan] = ()) -> list[Mention]:
    """Every handle and hashtag of `text` in order, in quotations (`spans`, in order) and outside them."""
    if "@" not in text and "#" not in text and "＠" not in text and "＃" not in text:
        return []
    spaced = _SPACED.search(text) is not None and _JOINED.search(text) is None
    found = [
        ("handle" if match.re is _HANDLE else "hashtag", *match.span())
        for pattern in (_HANDLE, _HASHTAG)
        for match in pattern.finditer(text)
        if spaced or " " not in match[0]
    ]
    rows = []
    k = 0
    for kind, start, end in sorted(found, key=lambda f: f[1]):
        while k < len(spans) and spans[k].end <= start:
            k += 1
        inside = k < len(spans) and spans[k].start <= start
        rows.append(Mention("handle" if kind == "handle" else "hashtag", start, end, k if inside else None))
    return rows
