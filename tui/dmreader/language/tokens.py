"""Words with their places and their comparison keys."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dmreader.model import Folding

_WORD = re.compile(r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d+(?:[.,]\d+)*|[^\W\d_]+?(?=n['’]t\b)|\w+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel rows: token `i` is `text[starts[i]:ends[i]]` and is compared by `keys[i]`."""

    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


def tokenise(text: str, fold: frozenset[Folding]) -> Tokens:  # noqa: ARG001
    """The words of `text`."""
    found = list(_WORD.finditer(text))
    return Tokens(
        [m[0].casefold().replace("’", "'") for m in found],
        [m.start() for m in found],
        [m.end() for m in found],
    )
