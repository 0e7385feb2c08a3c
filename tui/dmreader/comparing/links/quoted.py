"""Sentences that hold the same quotation."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.model import Quote

_ENOUGH = 6.0  # nats: quoted words as rare as this, together, in both sentences
_SHARE = 0.5  # of what is quoted in the sentence that quotes less
_OFTEN = 12  # sentences; a quotation in more is a slogan
SCORE = 0.9
"""The least probability of a pair that holds the same quotation."""


def same_quote(sentences: Sentences, quotes: Sequence[Quote]) -> set[Pair]:
    """The pairs of sentences of different sources whose quoted words are the same, or a good part of them.

    Both hold words of quotations of one group. A long quotation goes through several sentences: these are
    told apart by the words that are quoted in each.
    """
    held: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    begins = [
        [part.start for part in sentences.parts[a:b]]
        for a, b in zip(sentences.first, sentences.first[1:], strict=False)
    ]
    for quote in quotes:
        tokens = sentences.analyses[quote.source].tokens
        first = bisect_left(tokens.starts, quote.start)
        last = bisect_left(tokens.starts, quote.end)
        offset = sentences.first[quote.source]
        u = offset + max(0, bisect_left(begins[quote.source], quote.start + 1) - 1)
        while u < sentences.first[quote.source + 1] and sentences.parts[u].first < last:
            part = sentences.parts[u]
            held[quote.group][u].update(tokens.ids[max(first, part.first) : min(last, part.last)])
            u += 1
    found = set()
    for places in held.values():
        row = sorted(places) if 1 < len(places) <= _OFTEN else ()
        for n, u in enumerate(row):
            for v in row[n + 1 :]:
                if sentences.source[u] != sentences.source[v] and _same(sentences, places[u], places[v]):
                    found.add((u, v))
    return found


def _same(sentences: Sentences, a: set[int], b: set[int]) -> bool:
    rarity = sentences.rarity
    common = sum(rarity[w] for w in a & b)
    least = min(sum(rarity[w] for w in a), sum(rarity[w] for w in b))
    return common >= _ENOUGH and common >= _SHARE * least
