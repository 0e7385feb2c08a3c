"""Words with their places and their comparison keys."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import accumulate

from dmreader.language.keys import Vocabulary
from dmreader.language.words import JOIN, script, word_pattern
from dmreader.model import Folding

# Each begins with the letters to look for, which the regular expression engine can skip to.
_SPLIT_NOT = re.compile(r" n(['’]t)\b")
_SPLIT_NUMBER = re.compile(r" , (?<=\d , )(?=\d{3}(?!\d))")
_LINE_BREAK = re.compile(r"-[ \t]*\n[ \t]*(?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"-(?=[^\W\d_])")
_LONGEST_HEAD = 40
_LARGE = 350_000  # characters from which numpy, where it is installed, saves more than its import takes


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel rows: token `i` is `text[starts[i]:ends[i]]` and is compared by `keys[i]`.

    `ids[i]` is the number of that key in `vocabulary`: tokens of sources that share a vocabulary are the
    same word if and only if their numbers are equal. Numbers run from 0 to `len(vocabulary.words) - 1`.
    `unspaced` says that some tokens may be single characters of a script without spaces.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    ids: Sequence[int]
    vocabulary: Vocabulary
    unspaced: bool = False

    @property
    def keys(self) -> list[str]:
        """What each token is compared by, made when asked for."""
        return list(map(self.vocabulary.words.__getitem__, self.ids))


def tokenise(text: str, fold: frozenset[Folding], vocabulary: Vocabulary | None = None) -> Tokens:
    """The words of `text`; `vocabulary` must have been made with the same `fold`.

    A word is a run of letters, digits and their combining marks; `n't` stays with its verb and single
    letters with dots between them are one word, so that tokenised and natural text have the same words.
    In scripts without spaces a token is a character or a cluster of characters; an emoji is a token.
    """
    cut = partial(_cut, fold=fold, vocabulary=vocabulary or Vocabulary(fold))
    shadow = _shadow(text) if "tokenisation" in fold else text
    if len(text) >= _LARGE and find_spec("numpy"):
        from dmreader.language.tokens_large import cut_large

        return cut_large(shadow, cut)
    return cut(shadow)


def _cut(text: str, fold: frozenset[Folding], vocabulary: Vocabulary) -> Tokens:
    """The words of `text`, which has nothing left that parts a word by accident."""
    holds = script(text)
    # One pass: what lies between words and the words in turn; their lengths add up to the offsets.
    parts = word_pattern(holds, fold).split(text)
    edges = array("q" if len(text) >= 2**31 else "i", accumulate(map(len, parts)))
    ids = array("i", vocabulary.numbers(parts[1::2]))
    # Each part before a word ends where the word starts; the last part has no word after it.
    return Tokens(edges[0:-1:2], edges[1::2], ids, vocabulary, holds.unspaced)


def _shadow(text: str) -> str:
    """`text` with `JOIN` wherever something parts one word only by accident; the same length."""
    if " n't" in text or " n’t" in text:
        text = _SPLIT_NOT.sub(JOIN + r"n\1", text)
    if " , " in text:
        text = _SPLIT_NUMBER.sub(JOIN * 3, text)
    if "-\n" in text or "- \n" in text:
        text = _rejoin(text)
    return text


def _rejoin(text: str) -> str:
    """`text` with the hyphens at its line ends joined, but not in words that it hyphenates elsewhere, too."""
    compounds = {_around(text, m) for m in _COMPOUND.finditer(text)}

    def join(match: re.Match[str]) -> str:
        head, tail = _around(text, match)
        kept = not head or not tail[0].islower() or (head, tail) in compounds
        return match[0] if kept else JOIN * len(match[0])

    return _LINE_BREAK.sub(join, text)


def _around(text: str, gap: re.Match[str]) -> tuple[str, str]:
    """The letters right before and right after `gap`."""
    before = text[max(0, gap.start() - _LONGEST_HEAD) : gap.start()]
    head = _LETTERS.match(before[::-1])
    tail = _LETTERS.match(text, gap.end())
    return head[0][::-1] if head else "", tail[0] if tail else ""
