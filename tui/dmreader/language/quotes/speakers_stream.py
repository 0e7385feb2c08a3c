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
_WRITTEN = _LOWER | kind.SUBJECT | kind.OBJECT  # what capitals may change
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
                *(
                    [rf"(?=[\w-]{{1,12}}\ ?\.)(?:\w+-)?(?:{abbreviations})(?:\.(?!\w)|\ \.(?=\ [),;]))"]
                    if abbreviations
                    else []
                ),
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
    return text[:_BEGINNING] != text[:_BEGINNING].lower()


def _shouted(text: str, at: int) -> bool:
    """Whether everything around place `at` is in capitals."""
    return text[max(0, at - _AROUND) : at + _AROUND].isupper()


class _Row:
    """The rows of a stream as they grow."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.classes: list[int] = []
        self.quote: list[int] = []
        self._seen: dict[str, tuple[str, int]] = {}
        self._pattern = _pattern(lexicon.abbreviations, lexicon.split)

    def read(self, start: int, stop: int) -> None:
        """Add the words of `text[start:stop]`."""
        for match in self._pattern.finditer(self.text, start, max(start, stop)):
            raw = match[0]
            word, flags = self._seen.get(raw) or self._look_up(raw)
            at = match.start()
            if word[0] == "\n" and _broken(self.text, match.end(), self.words):
                continue
            if word == "'" and not self._owns(at):
                continue
            if flags & _WRITTEN:
                flags = self._as_written(raw, at, flags)
            self.add(word, at, match.end(), flags, -1)

    def add(self, word: str, start: int, end: int, flags: int, quote: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.classes.append(flags)
        self.quote.append(quote)

    def _look_up(self, raw: str) -> tuple[str, int]:
        """The lower-case form of a word and its classes wherever it stands."""
        word = raw.lower().translate(_STRAIGHT)
        flags = self.lexicon.classes.get(word)
        if flags is None and word == "'":
            flags = kind.POSSESSIVE
        elif flags is None and (word[0].isalnum() or word[0] in "@#" or (word[0] == "'" and len(word) > 1)):
            flags = _class_of(word, self.lexicon)
        self._seen[raw] = found = (word, _marks(word) if flags is None else flags)
        return found

    def _owns(self, at: int) -> bool:
        """Whether the lone mark at place `at` is an owner's: `the members' | club`."""
        return at > 0 and self.text[at - 1] not in " \n" and bool(self.words) and self.words[-1][-1] == "s"

    def _as_written(self, raw: str, at: int, flags: int) -> int:
        """The classes of a word without those that its capitals speak against: `Mr. Cook`, `an IT expert`."""
        if flags & _LOWER and _capital(raw) and self.classes and not self.classes[-1] & _OPENING:
            return flags & ~_LOWER
        shouted = len(raw) < 2 or not raw.isupper() or _shouted(self.text, at)
        return flags if shouted or not flags & _PRONOUN else 0


def stream(text: str, quotes: Sequence[QuoteSpan], lexicon: Lexicon) -> Stream:
    """`text` as a stream; `quotes` are in order and do not overlap."""
    row = _Row(text, lexicon)
    where: list[int] = []
    at = 0
    for number, span in enumerate(quotes):
        row.read(at, span.start)
        where.append(len(row.words))
        row.add(QUOTE_WORD, span.start, span.end, kind.QUOTE, number)
        at = span.end
    row.read(at, len(text))
    finals = frozenset(k for k, span in enumerate(quotes) if _ends_sentence(text, span))
    return Stream(
        text, lexicon, row.words, row.starts, row.ends, row.classes, row.quote, where, finals, _cased(text)
    )


def _ends_sentence(text: str, span: QuoteSpan) -> bool:
    """Whether a sentence is over with the quotation: after `?`, `!` and `…` its speaker may still follow."""
    found = _FINAL.search(text, max(span.start, span.end - 6), span.end)
    return bool(found) and text[span.end - 1] not in "!?…" and text[span.end - 2 : span.end] != ".."
