"""Sentences that give the same figure."""

from dmreader.comparing.links.sentences import Pair, Sentences

_DIGITS = 4  # of a figure that is not met twice by chance
_OFTEN = 8  # sentences; a figure in more is a year, or a page
_BESIDE = 10.0  # nats: other words as rare as this, together, in both sentences
SCORE = 0.6
"""The least probability of a pair that gives the same figure, about the same matter."""


def same_figure(sentences: Sentences, pair: Pair) -> bool:
    """Whether both sentences have the same figure, and a good deal else in common.

    However like its best partner is, a sentence with the same claim in other words is a partner, too.
    """
    u, v = pair
    if sentences.source[u] == sentences.source[v]:
        return False
    numbers = sentences.numbers(u) & sentences.numbers(v)
    if not any(_figure(sentences, w) for w in numbers):
        return False
    common = (sentences.bags[u] & sentences.bags[v]) - numbers
    return sum([sentences.rarity[w] for w in common]) >= _BESIDE


def _figure(sentences: Sentences, word: int) -> bool:
    spelt = sentences.vocabulary[word]
    return sum(map(str.isdigit, spelt)) >= _DIGITS and sentences.often[word] <= _OFTEN
