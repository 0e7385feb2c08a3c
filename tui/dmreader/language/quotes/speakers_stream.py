"""A text as a row of classed words in which every quotation is one word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, compress, count

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers_lexicon import Lexicon
from dmreader.language.quotes.speakers_lexicon import lexicon as lexicon_of

_FINAL = re.compile(r"[.!?…][\"”’'»)\]\s]*\Z")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-", "،": ",", "؛": ";", "؟": "?", "۔": "."})
_LOWER = kind.VERB | kind.PARTICIPLE | kind.ADVERB  # what a capital inside a sentence speaks against
_AROUND = 30
_BEGINNING = 5000  # code points in which a text with capitals has one
_WRITTEN = _LOWER | kind.SUBJECT | kind.OBJECT  # what capitals may change
_PRONOUN = kind.SUBJECT | kind.OBJECT
_OPENING = kind.END | kind.QUOTE | kind.MARK
_SENTENCE = 160  # words back in which a sentence must begin
_MOST = 200_000  # words that are kept in mind
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
        "("
        + "|".join(
            [
                # Most words are plain, and told so at once.
                r"(?-i:[^\W\d_]{2,}+(?=[,;:!?\n]|\ (?!\.)))|\n+",
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
        )
        + ")",
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


def _cased(text: str) -> bool:
    return text[:_BEGINNING] != text[:_BEGINNING].lower()


def _shouted(text: str, at: int) -> bool:
    """Whether everything around place `at` is in capitals."""
    return text[max(0, at - _AROUND) : at + _AROUND].isupper()


class _Known(dict[str, str]):
    """By word as written its lower-case form, `classes` of it, and whether its `placed` may change those."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.classes: dict[str, int] = {}
        self.placed: dict[str, bool] = {}

    def forget(self) -> None:
        """Start anew."""
        for table in (self, self.classes, self.placed):
            table.clear()

    def __missing__(self, raw: str) -> str:
        word = raw.lower().translate(_STRAIGHT)
        flags = self._lexicon.classes.get(word)
        if flags is None and word == "'":
            flags = kind.POSSESSIVE
        elif flags is None and (word[0].isalnum() or word[0] in "@#" or (word[0] == "'" and len(word) > 1)):
            flags = _class_of(word, self._lexicon)
        elif flags is None:
            flags = _marks(word)
        written = len(raw) > 1 and raw[0].isupper() and bool(flags & _WRITTEN)
        self.classes[raw] = flags
        self.placed[raw] = word[0] == "\n" or word == "'" or written
        self[raw] = word
        return word


@lru_cache(maxsize=4)
def _known(language: str) -> _Known:
    """What was looked up in earlier texts of the same language serves the next."""
    return _Known(lexicon_of(language))


class _Row:
    """The rows of a stream as they grow."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.classes: list[int] = []
        self.quote: list[int] = []
        self._known = _known(lexicon.language)
        if len(self._known) > _MOST:
            self._known.forget()
        self._split = _pattern(lexicon.abbreviations, lexicon.split).split

    def read(self, start: int, stop: int) -> None:
        """Add the words of `text[start:stop]`.

        One pass: what lies between words and the words in turn; their lengths add up to the offsets.
        """
        parts = self._split(self.text[start : max(start, stop)])
        if len(parts) < 2:
            return
        edges = list(accumulate(map(len, parts), initial=start))
        raws, at = parts[1::2], len(self.words)
        self.words += map(self._known.__getitem__, raws)
        self.classes += map(self._known.classes.__getitem__, raws)
        self.starts += edges[1:-1:2]
        self.ends += edges[2::2]
        self.quote += [-1] * len(raws)
        changing = compress(count(at), map(self._known.placed.__getitem__, raws))
        self._place(at, changing)

    def _place(self, first: int, changing: Iterable[int]) -> None:
        """Give the words of `changing` the classes that their places tell; line ends within a sentence and
        marks that are no owner's are left out, of the words from `first` on.
        """
        gone: set[int] = set()
        before = -1
        for i in changing:
            before = before if i - 1 in gone else i - 1  # the last word that stays
            word = self.words[i]
            if word[0] == "\n":
                if self._broken(before, self.ends[i]):
                    gone.add(i)
            elif word == "'":
                if not self._owns(before, self.starts[i]):
                    gone.add(i)
            else:
                raw = self.text[self.starts[i] : self.ends[i]]
                self.classes[i] = self._as_written(raw, self.starts[i], self.classes[i], before)
        if gone:
            kept = [k for k in range(first, len(self.words)) if k not in gone]
            self.words[first:] = [self.words[k] for k in kept]
            for row in (self.starts, self.ends, self.classes, self.quote):
                row[first:] = [row[k] for k in kept]

    def add(self, word: str, start: int, end: int, flags: int, quote: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.classes.append(flags)
        self.quote.append(quote)

    def _broken(self, before: int, after: int) -> bool:
        """Whether a line ends inside a sentence, its point taken for the last: `edward g ⏎ rendell`."""
        if self.text[after : after + 1] in {",", ";", ")"}:
            return True
        word = self.words[before] if before >= 0 else ""
        return len(word) == 1 and word.isalpha() and word not in "ai"

    def _owns(self, before: int, at: int) -> bool:
        """Whether the lone mark at place `at` is an owner's: `the members' | club`."""
        return at > 0 and self.text[at - 1] not in " \n" and before >= 0 and self.words[before][-1] == "s"

    def _as_written(self, raw: str, at: int, flags: int, before: int) -> int:
        """The classes of a word without those that its capitals speak against: `Mr. Cook`, `an IT expert`."""
        if flags & _LOWER and _capital(raw) and before >= 0 and not self.classes[before] & _OPENING:
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
