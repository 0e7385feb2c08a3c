"""How much a shared word says, and how much a run must say to count as shared."""

import re
from array import array
from collections.abc import Sequence
from functools import lru_cache
from math import log2

from dmreader.comparing.runs import Need
from dmreader.comparing.support import SPACING
from dmreader.language import Analysis
from dmreader.language.keys import fold_word
from dmreader.language.words import UNSPACED
from dmreader.model import Folding, Options

_STOP, _COMMON, _MOST = 2.0, 4.0, 12.0  # bits that a stop word, a word of almost any topic, any word can say
_UNKNOWN = 3.0  # bits taken off where no list tells stop words: what most of them would say
_CLUSTER = 4  # characters; what is longer in such a script is a word, as in katakana
_UNSPACED = re.compile(f"[{UNSPACED}]")

# Three unrelated news articles, 2,500 words in all, share runs of up to 17 bits now and then ("has the
# potential to", "one of the biggest"). Chances to meet grow with the square of the length.
_NEEDED, _MEASURED_AT, _PER_DOUBLING = 18.0, 2500, 2.5
_PER_PLACE = 4.0  # what a source repeats is a formula of its own, and ties no two of its places by itself


def word_bits(analyses: Sequence[Analysis], options: Options, counts: Sequence[int]) -> list[float]:
    """For each number of the vocabulary, the information of meeting its word, in bits.

    `counts` says how often each number stands in the sources.
    It is the word's rarity in these texts, with a ceiling for words that are frequent everywhere, since a
    short text cannot tell them. Characters of scripts without spaces say half, as they come in words.
    """
    vocabulary = analyses[0].tokens.vocabulary
    total = log2(max(_MEASURED_AT, sum(counts)))  # in a short text every word would seem frequent
    packs = {a.pack.name: a.pack for a in analyses}
    known = any(packs)
    said = [total - log2(count) if count else 0.0 for count in counts]
    bits = [min(x, _MOST) if known else max(0.5, x - _UNKNOWN) for x in said]
    for pack in packs.values():
        for ceiling, words in ((_COMMON, pack.common), (_STOP, pack.stop)):
            for key in _keys(words, options.fold):
                found = vocabulary.find(key)
                if found is not None:
                    bits[found] = min(bits[found], ceiling)
    if any(a.tokens.unspaced for a in analyses):
        for number, word in enumerate(vocabulary.words):
            if len(word) <= _CLUSTER and _UNSPACED.match(word):
                bits[number] /= 2
    return bits


@lru_cache(maxsize=64)
def _keys(words: frozenset[str], fold: frozenset[Folding]) -> frozenset[str]:
    """What the words of a pack are compared by: asked for in every comparison."""
    return frozenset([fold_word(word, fold) for word in words])


def need(analyses: Sequence[Analysis]) -> Need:
    """The information that makes a run of shared words in these texts more than chance or a formula."""
    words = sum(len(a.tokens.ids) for a in analyses)
    least = _NEEDED + _PER_DOUBLING * max(0.0, log2(max(1, words) / _MEASURED_AT))
    return Need(least, _PER_PLACE, len(analyses))


def row(analyses: Sequence[Analysis]) -> tuple["array[int]", list[int]]:
    """The numbers of all tokens in one row, and where in it each source's first token stands.

    Around every source stand numbers that no token has, each a new one, so that no run goes over its end;
    so many that no run is near a run of another source.
    """
    separator = len(analyses[0].tokens.vocabulary.words)
    whole = array("i", range(separator, separator + SPACING))
    offsets = []
    for analysis in analyses:
        separator += SPACING
        offsets.append(len(whole))
        whole.extend(array("i", analysis.tokens.ids))
        whole.extend(range(separator, separator + SPACING))
    return whole, offsets
