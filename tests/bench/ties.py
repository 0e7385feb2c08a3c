"""From a comparison in dmreader/1 to the words it ties."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

_WORD = re.compile(r"\w+")


def ties(comparison: dict[str, Any]) -> Iterator[tuple[int, int, int, int, int]]:
    """Rows of source, first word, source, first word, number of words; words counted from 0."""
    found = [[(m.start(), m[0].lower()) for m in _WORD.finditer(s["text"])] for s in comparison["sources"]]
    starts = [[at for at, _ in row] for row in found]
    words = [[word for _, word in row] for row in found]

    def span(end: dict[str, int]) -> tuple[int, int, int]:
        source = end["source"]
        return source, bisect_left(starts[source], end["start"]), bisect_left(starts[source], end["end"])

    for passage in comparison["passages"]:
        for (s, i, last), (t, j, _) in combinations(map(span, passage["occurrences"]), 2):
            if s != t:
                yield (s, i, t, j, last - i) if s < t else (t, j, s, i, last - i)
    for link in comparison["links"]:
        (s, i, k), (t, j, m) = sorted((span(link["a"]), span(link["b"])))
        if s != t:
            matcher = SequenceMatcher(None, words[s][i:k], words[t][j:m], autojunk=False)
            for a, b, n in matcher.get_matching_blocks():
                if n:
                    yield s, i + a, t, j + b, n
