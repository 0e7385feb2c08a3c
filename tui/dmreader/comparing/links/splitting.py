"""Sentences cut where another source cuts what they say, so that each half finds its own counterpart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, permutations

from dmreader.comparing.links.parts import Part
from dmreader.comparing.links.sentences import Sentences

_SMALL = 1200  # sentences; beyond it the texts are left as they are cut
_ROUNDS = 4  # a cut in one source may show where to cut another
_LEAST = 4  # words that a half has
_LONG = 10  # words of a sentence that may be cut
_OFTEN = 60  # a word in more sentences than this leads to no partner
_PARTNERS = 4  # sentences of another source that are looked at
_BESIDE, _APART = 6.0, 12.0  # nats by which a half must be nearer to its partner: partners in a row, or not
_TOLD = 0.25  # the share of each half that its partner must have
_INK = "，、；：。"  # marks that need no space behind them


def split(sentences: Sentences) -> Sentences:
    """The same sentences, in more parts where their words say so.

    A sentence is cut at a mark within it if what stands before the mark is found in one sentence of another
    source and what stands behind it in another sentence there: that source tells in two sentences what this
    one tells in one. Cuts lead to further cuts, so that in the end all sources are cut alike.
    """
    if not 1 < len(sentences) <= _SMALL or len(sentences.first) <= 2:
        return sentences
    for _ in range(_ROUNDS):
        index = _index(sentences)
        cut = [
            [part for u in range(first, last) for part in _pieces(sentences, u, index)]
            for first, last in zip(sentences.first, sentences.first[1:], strict=False)
        ]
        if sum(map(len, cut)) == len(sentences):
            break
        sentences = Sentences(sentences.analyses, cut)
    return sentences


def _index(sentences: Sentences) -> Mapping[int, Sequence[int]]:
    """The sentences that each word stands in, frequent words aside."""
    index: dict[int, list[int]] = defaultdict(list)
    for u in range(len(sentences)):
        for w in sentences.bag(u):
            if sentences.often[w] <= _OFTEN:
                index[w].append(u)
    return index


def _pieces(sentences: Sentences, u: int, index: Mapping[int, Sequence[int]]) -> Sequence[Part]:
    """Sentence `u`, or its two halves."""
    part = sentences.parts[u]
    breaks = _breaks(sentences, u)
    k = _best(sentences, u, breaks, index) if breaks else 0
    if not k:
        return (part,)
    text, start, end = _gap(sentences, u, k)
    while start < end and not text[start].isspace():
        start += 1
    while start < end and not text[end - 1].isspace():
        end -= 1
    middle = part.first + k
    return part._replace(end=start, last=middle), part._replace(start=end, first=middle)


def _breaks(sentences: Sentences, u: int) -> Sequence[int]:
    """How many words stand before each mark that may end a half."""
    count = len(sentences.rows[u])
    if count < _LONG:
        return ()
    return [k for k in range(_LEAST, count - _LEAST + 1) if _is_break(*_gap(sentences, u, k))]


def _gap(sentences: Sentences, u: int, k: int) -> tuple[str, int, int]:
    """The text, and where in it word `k - 1` of sentence `u` ends and word `k` begins."""
    analysis = sentences.analyses[sentences.source[u]]
    at = sentences.parts[u].first + k
    return analysis.source.text, analysis.tokens.ends[at - 1], analysis.tokens.starts[at]


def _is_break(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return not gap.isspace() and (any(map(str.isspace, gap)) or any(c in _INK for c in gap))


def _best(sentences: Sentences, u: int, breaks: Sequence[int], index: Mapping[int, Sequence[int]]) -> int:
    """The break of sentence `u` at which its halves differ most in what they have partners in, or 0."""
    best, found = 0.0, 0
    said = _said(sentences, u, sentences.bag(u))
    for partners in _partners(sentences, u, index):
        shared = {v: _said(sentences, u, sentences.bag(v)) for v in partners}
        for v, w in permutations(partners, 2):
            least = _BESIDE if abs(v - w) == 1 else _APART
            before, behind = shared[v], shared[w]
            for k in breaks:
                left, right = before[k] - behind[k], behind[-1] - behind[k] - before[-1] + before[k]
                if (
                    min(left, right) >= least
                    and left + right > best
                    and before[k] >= _TOLD * said[k]
                    and behind[-1] - behind[k] >= _TOLD * (said[-1] - said[k])
                ):
                    best, found = left + right, k
    return found


def _partners(sentences: Sentences, u: int, index: Mapping[int, Sequence[int]]) -> Iterator[Sequence[int]]:
    """For each other source the sentences that have most of the rarity of `u`."""
    source, rarity = sentences.source, sentences.rarity
    rows: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for w in sentences.bag(u):
        for v in index.get(w, ()):
            if source[v] != source[u]:
                rows[source[v]][v] += rarity[w]
    for row in rows.values():
        yield sorted(row, key=lambda v: (-row[v], v))[:_PARTNERS]


def _said(sentences: Sentences, u: int, bag: frozenset[int]) -> Sequence[float]:
    """The rarity of the first 0, 1, 2, ... words of sentence `u` that are in `bag`, each word once."""
    left = set(bag)
    weights = []
    for w in sentences.rows[u]:
        weights.append(sentences.rarity[w] if w in left else 0.0)
        left.discard(w)
    return list(accumulate(weights, initial=0.0))
