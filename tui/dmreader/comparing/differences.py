"""What differs between two texts that say the same, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from dmreader.model import Span

ChangeKind = Literal["same", "changed", "added", "left out", "moved"]


class Change(NamedTuple):
    """A run of words of `a` (may be empty) against a run of words of `b` (may be empty), as offsets."""

    kind: ChangeKind
    a: Span
    b: Span


_TAGS: dict[str, ChangeKind] = {
    "equal": "same",
    "replace": "changed",
    "insert": "added",
    "delete": "left out",
}


def differences(a: str, b: str) -> list[Change]:
    """The changes that make `a` into `b`, in the order of `b`; spans are offsets into `a` and `b`."""
    x, y = list(re.finditer(r"\w+", a)), list(re.finditer(r"\w+", b))
    matcher = SequenceMatcher(
        None, [m[0].casefold() for m in x], [m[0].casefold() for m in y], autojunk=False
    )

    def span(row: list[re.Match[str]], lo: int, hi: int, length: int) -> Span:
        if lo < hi:
            return Span(row[lo].start(), row[hi - 1].end())
        at = row[lo].start() if lo < len(row) else length
        return Span(at, at)

    return [
        Change(_TAGS[tag], span(x, i, j, len(a)), span(y, k, m, len(b)))
        for tag, i, j, k, m in matcher.get_opcodes()
    ]
