"""What a link ties, and how its ends relate."""

from collections.abc import Sequence
from typing import NamedTuple

from dmreader.comparing.links.sentences import Sentences
from dmreader.model import LinkEnd, Relation

_NEAR = 0.8  # the share of words in sequence, of both ends together, from which a link is near-verbatim
_PART = 0.5  # an end that weighs less than this share of the other says only a part of it
_WASTE = 0.4  # what a word that is not shared costs, of what it would earn
_LEFT = 5  # words that must be left out at an end before the rest is a part
_SHORTER = 0.75  # of the words of the other: only a sentence so short is perhaps a part of it
_STRETCH = 4  # words within which a part grows to the next mark
_MARKS = frozenset(',;:.!?()[]—–"“”«»„，、；：。！？（）「」『』،؛؟')


class Tie(NamedTuple):
    """A link without its score."""

    a: LinkEnd
    b: LinkEnd
    relation: Relation


def tie(sentences: Sentences, u: int, v: int) -> Tie:
    """The ends of the link between `u` and `v`, and their relation, by these rules, the first that holds.

    `verbatim`: the same words in the same order. `near-verbatim`: at least 80 % of the words of both
    together stand in the same sequence. `partial`: only a part of one sentence is tied, or one end weighs
    less than half of the other by the rarity of its words. `reworded`: anything else.
    """
    row_u, row_v = sentences.rows[u], sentences.rows[v]
    if row_u == row_v:
        ends = sentences.ends
        return Tie(ends.get(u) or _whole(sentences, u), ends.get(v) or _whole(sentences, v), "verbatim")
    from rapidfuzz.distance import LCSseq

    span_u, span_v = _part(sentences, u, v), _part(sentences, v, u)
    text_u, text_v = sentences.signs(u), sentences.signs(v)
    part_u, part_v = text_u[slice(*span_u)], text_v[slice(*span_v)]
    relation: Relation = "reworded"
    if part_u == part_v and part_u:
        relation = "verbatim"
    elif 2 * LCSseq.similarity(part_u, part_v) >= _NEAR * (len(part_u) + len(part_v)):
        relation = "near-verbatim"
    else:
        low, high = sorted((sentences.mass(u), sentences.mass(v)))
        whole = (len(part_u), len(part_v)) == (len(row_u), len(row_v))
        if not whole or low < _PART * high:
            relation = "partial"
    return Tie(_end(sentences, u, *span_u), _end(sentences, v, *span_v), relation)


def _whole(sentences: Sentences, u: int) -> LinkEnd:
    part = sentences.parts[u]
    found = sentences.ends[u] = LinkEnd(sentences.source[u], part.sentence, part.start, part.end)
    return found


def _end(sentences: Sentences, u: int, first: int, last: int) -> LinkEnd:
    part, s = sentences.parts[u], sentences.source[u]
    if first == 0 and part.first + last == part.last:
        return sentences.ends.get(u) or _whole(sentences, u)
    tokens = sentences.analyses[s].tokens
    start = part.start if first == 0 else tokens.starts[part.first + first]
    end = part.end if part.first + last == part.last else tokens.ends[part.first + last - 1]
    return LinkEnd(s, part.sentence, start, end)


def _part(sentences: Sentences, u: int, v: int) -> tuple[int, int]:
    """The words of `u`, half open, that `v` has: all of them unless a good deal at an end is left over.

    The run of words with the most rarity that is shared, less what is not (Bentley 1984, maximum segment).
    """
    row, bag, rarity = sentences.rows[u], sentences.bags[v], sentences.rarity
    if len(row) < 2 * _LEFT or len(sentences.rows[v]) > _SHORTER * len(row):
        return 0, len(row)
    best = total = 0.0
    start = first = 0
    last = len(row)
    for i, w in enumerate(row):
        total += rarity[w] if w in bag else -_WASTE * rarity[w]
        if total <= 0.0:
            total, start = 0.0, i + 1
        elif total > best:
            best, first, last = total, start, i + 1
    first, last = _unbroken(sentences, u, *_grown(sentences, u, row, first, last))
    if first < _LEFT:
        first = 0
    if len(row) - last < _LEFT:
        last = len(row)
    return first, last


def _grown(sentences: Sentences, u: int, row: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """The run made longer on both sides up to the next mark, where one is near."""
    part, analysis = sentences.parts[u], sentences.analyses[sentences.source[u]]
    text, starts, ends = analysis.source.text, analysis.tokens.starts, analysis.tokens.ends

    def mark(i: int) -> bool:  # whether a mark stands right before word `i`
        gap = text[ends[part.first + i - 1] : starts[part.first + i]]
        return not _MARKS.isdisjoint(gap)

    for i in range(first, max(0, first - _STRETCH) - 1, -1):
        if i == 0 or mark(i):
            first = i
            break
    for i in range(last, min(len(row), last + _STRETCH) + 1):
        if i == len(row) or mark(i):
            last = i
            break
    return first, last


def _unbroken(sentences: Sentences, u: int, first: int, last: int) -> tuple[int, int]:
    """The run made longer where its ends stand in a word, or in a script that writes words in a row.

    What touches its neighbour without space or mark may belong to it.
    """
    part, tokens = sentences.parts[u], sentences.analyses[sentences.source[u]].tokens

    def touches(i: int) -> bool:
        at = part.first + i
        return tokens.ends[at - 1] == tokens.starts[at]

    while first > 0 and touches(first):
        first -= 1
    while last < part.last - part.first and touches(last):
        last += 1
    return first, last
