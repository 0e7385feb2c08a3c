"""Words with their places and their comparison keys."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel rows: token `i` is `text[starts[i]:ends[i]]` and is compared by `keys[i]`.

    `ids[i]` is the number of `keys[i]` in `vocabulary`: tokens of sources that share a vocabulary are the
    same word if and only if their numbers are equal. Numbers run from 0 to `len(vocabulary.words) - 1`.
    `unspaced` says that some tokens may be single characters of a script without spaces.
    """

    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    ids: Sequence[int]
    vocabulary: Vocabulary
    unspaced: bool = False


def tokenise(text: str, fold: frozenset[Folding], vocabulary: Vocabulary | None = None) -> Tokens:
    """The words of `text`; `vocabulary` must have been made with the same `fold`.

    A word is a run of letters, digits and their combining marks; `n't` stays with its verb and single
    letters with dots between them are one word, so that tokenised and natural text have the same words.
    In scripts without spaces a token is a character or a cluster of characters; an emoji is a token.
    """
    vocabulary = vocabulary or Vocabulary(fold)
    holds = script(text)
    shadow = _shadow(text) if "tokenisation" in fold else text
    # One pass: what lies between words and the words in turn; their lengths add up to the offsets.
    parts = word_pattern(holds, fold).split(shadow)
    edges = array("q" if len(text) >= 2**31 else "i", accumulate(map(len, parts)))
    ids = array("i", vocabulary.numbers(parts[1::2]))
    del parts
    # Each part before a word ends where the word starts; the last part has no word after it.
    starts, ends = edges[0:-1:2], edges[1::2]
    keys = list(map(vocabulary.words.__getitem__, ids))
    return Tokens(keys, starts, ends, ids, vocabulary, holds.unspaced)


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
