"""A text as a row of classed words in which every quotation is one word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers_lexicon import Lexicon

_FINAL = re.compile(r"[.!?…][\"”’'»)\]\s]*\Z")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-"})
_LOWER = kind.VERB | kind.PARTICIPLE | kind.ADVERB  # what a capital inside a sentence speaks against
_AROUND = 30
_BEGINNING = 5000  # code points in which a text with capitals has one
_PRONOUN = kind.SUBJECT | kind.OBJECT
_OPENING = kind.END | kind.QUOTE | kind.MARK
_SENTENCE = 160  # words back in which a sentence must begin
QUOTE_WORD = "“”"


@dataclass(frozen=True)
class Stream:
    """Parallel rows, one entry a word: its lower-case form, its place in the text, its classes.

    A quotation is one word of class kind.QUOTE; `quote[i]` is its number, and -1 everywhere else.
    `where[k]` is the word that stands for quotation `k`; `finals` are the quotations that end a sentence.
    `cased` says that the text has capitals.
    """

    text: str
    lexicon: Lexicon
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    classes: Sequence[int]
    quote: Sequence[int]
    where: Sequence[int]
    finals: frozenset[int]
    cased: bool

    def sentence_start(self, at: int) -> int:
        """The first word of the sentence that word `at` is in.

        A sentence longer than any writer's is cut, so that a text without marks costs no more than another.
        """
        i = at - 1
        low = max(-1, at - _SENTENCE)
        while i > low and not self.classes[i] & kind.END and self.quote[i] not in self.finals:
            i -= 1
        return i + 1


@cache
def _pattern(abbreviations: str, split: str) -> re.Pattern[str]:
    """What a word is: line ends, abbreviations, clitics, accounts, numbers, words, marks."""
    return re.compile(
        "|".join(
            [
                r"\n+",
                *([rf"(?:\w+-)?(?:{abbreviations})(?:\.(?!\w)|\ \.(?=\ [),;]))"] if abbreviations else []),
                r"(?:[^\W\d_]-)?(?:[^\W\d_]\.)+(?!\w)|(?<![\w'’])[b-hj-z]\ \.(?=\ \w)",
                *([split] if split else []),
                r"['’](?:s|re|ve|ll|d|m)\b|n['’]t\b|[@\#]\ ?\w+|\d+(?:[.,:]\d+)*",
                r"[^\W_]+(?:(?:-|['’](?!(?:s|re|ve|ll|d|m)\b)|\.(?=(?-i:[a-z0-9])))[^\W_]+)*",
                r"\.\.+|--+|[^\w\s\"“”„‟«»‹›‘‚`「」『』]",
            ]
        ),
        re.IGNORECASE,
    )


def _class_of(word: str, lexicon: Lexicon) -> int:
    """The classes of a word that no list has."""
    if word[0].isdigit():
        return kind.NUMBER
    if "-" in word:
        return 0
    if lexicon.adverb and lexicon.adverb.search(word):
        return kind.ADVERB
    if lexicon.past and lexicon.past.search(word):
        return kind.ACT
    if lexicon.participle and lexicon.participle.search(word):
        return kind.PARTICIPLE
    return 0


def _marks(word: str) -> int:
    if word[0] == "\n":
        return kind.BREAK | kind.END
    return kind.END | kind.MARK if word in {".", "!", "?", "…"} else kind.MARK


def _capital(word: str) -> bool:
    """Whether `word` is written as a name is: `Donnelly`, and not `SAID`."""
    return word[0].isupper() and not word.isupper()


def _broken(text: str, after: int, words: Sequence[str]) -> bool:
    """Whether a line ends inside a sentence, its point taken for the last: `edward g ⏎ rendell`."""
    if text[after : after + 1] in {",", ";", ")"}:
        return True
    return bool(words) and len(words[-1]) == 1 and words[-1].isalpha() and words[-1] not in "ai"


def _cased(text: str) -> bool:
    return any(letter.isupper() for letter in text[:_BEGINNING])


def _shouted(text: str, at: int) -> bool:
    """Whether everything around place `at` is in capitals."""
    return text[max(0, at - _AROUND) : at + _AROUND].isupper()


def stream(text: str, quotes: Sequence[QuoteSpan], lexicon: Lexicon) -> Stream:
    """`text` as a stream; `quotes` are in order and do not overlap."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    classes: list[int] = []
    quote: list[int] = []
    where: list[int] = []
    known = dict(lexicon.classes)
    pattern = _pattern(lexicon.abbreviations, lexicon.split)
    at = 0
    for number in range(len(quotes) + 1):
        stop = quotes[number].start if number < len(quotes) else len(text)
        for match in pattern.finditer(text, at, max(at, stop)):
            word = match[0].lower().translate(_STRAIGHT)
            if word[0] == "\n" and _broken(text, match.end(), words):
                continue
            if word == "'":
                if not match.start() or text[match.start() - 1] in " \n" or not words or words[-1][-1] != "s":
                    continue
                flags = kind.POSSESSIVE
            elif (found := known.get(word)) is not None:
                flags = found
            elif word[0].isalnum() or word[0] in "@#" or (word[0] == "'" and len(word) > 1):
                flags = known[word] = _class_of(word, lexicon)
            else:
                flags = known[word] = _marks(word)
            if flags & _LOWER and _capital(match[0]) and classes and not classes[-1] & _OPENING:
                flags &= ~_LOWER
            elif (
                flags & _PRONOUN
                and len(word) > 1
                and match[0].isupper()
                and not _shouted(text, match.start())
            ):
                flags = 0  # `an IT expert`, `the US`
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
            classes.append(flags)
            quote.append(-1)
        if number < len(quotes):
            where.append(len(words))
            words.append(QUOTE_WORD)
            starts.append(quotes[number].start)
            ends.append(quotes[number].end)
            classes.append(kind.QUOTE)
            quote.append(number)
            at = quotes[number].end
    finals = frozenset(k for k, span in enumerate(quotes) if _ends_sentence(text, span))
    return Stream(text, lexicon, words, starts, ends, classes, quote, where, finals, _cased(text))


def _ends_sentence(text: str, span: QuoteSpan) -> bool:
    """Whether a sentence is over with the quotation: after `?`, `!` and `…` its speaker may still follow."""
    found = _FINAL.search(text, max(span.start, span.end - 6), span.end)
    return bool(found) and text[span.end - 1] not in "!?…" and text[span.end - 2 : span.end] != ".."
