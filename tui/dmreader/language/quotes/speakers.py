"""Whose words a quotation is: the words beside it that name the speaker, and the person they stand for.

Ordered cues over closed word classes (reporting verbs, function words, carrier nouns), after the rules of
Pouliquen, Steinberger & Best, "Automatic detection of quotations in multilingual news" (RANLP 2007) and the
sieves of Muzny et al., "A two-stage sieve approach for quote attribution" (EACL 2017). The words of names are
never looked at, so lower-case tokenised text and natural text are read alike.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.people import People
from dmreader.language.quotes.people_names import core, may_be_person
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers_after import cues_after, heading, signature
from dmreader.language.quotes.speakers_cues import Cue, bare_verb, cues_before
from dmreader.language.quotes.speakers_lexicon import language_of, lexicon
from dmreader.language.quotes.speakers_phrases import Phrase
from dmreader.language.quotes.speakers_stream import Stream, stream
from dmreader.language.quotes.speakers_subjects import main_subject
from dmreader.language.quotes.speakers_unspaced import unspaced_language, unspaced_speakers
from dmreader.language.quotes.turns import SHORT

_WORD = re.compile(r"\w+")
_HEADING = 3  # words up to which a quotation before a colon is a heading in scare quotes
_TITLE = 7  # words of the longest title
_LONGEST_TITLE = 200  # code points
_LITTLE = 5  # words before a quotation that make no sentence: `Specifically , “…”`
_COMMA = frozenset(",?!—–-")  # ends of a quotation that its speaker may follow
_BARE = 60  # words in which a verb without a subject has that of the quotation before
_UNSPACED = 0.8  # confidence of a speaker told by what stands beside the marks
_AUTHOR = "the author's line"
_LEAST = 2.0  # cues weaker than this leave the speaker unknown


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names the speaker in this source; `name` is the person that it stands for.

    `confidence` is from 0 to 1; `why` says what tied the words to the quotation. `known` is False if they are
    a pronoun for which the text has nobody.
    """

    name: str
    start: int
    end: int
    why: str = ""
    confidence: float = 1.0
    known: bool = True


def attribute(text: str, quotes: Sequence[QuoteSpan], known: str = "") -> list[Mention | None]:
    """The speaker of each of `quotes` (in order, not overlapping), or None where nothing names one.

    `known` is the code of the language of `text` where it was told before.
    """
    if not quotes:
        return []
    if unspaced := unspaced_language(text):
        told = unspaced_speakers(text, quotes, unspaced)
        return [
            _author(text, span.author)
            if span.author
            else found and Mention(*found[:4], _UNSPACED, found.known)
            for span, found in zip(quotes, told, strict=True)
        ]
    language = known or language_of(text)
    if language is None:
        return [_author(text, span.author) if span.author else None for span in quotes]
    row = stream(text, quotes, lexicon(language))
    cues: list[Cue | None] = []
    for k, span in enumerate(quotes):
        if span.author:
            cues.append(_named(row, span.author))
        else:
            cues.append(None if _title(row, k, span) else _best(row, k, span) or _carried(row, k, cues))
    people = People(row, [cue.phrase if cue else None for cue in cues])
    return [_mention(row, cue, people) for cue in cues]


def _author(text: str, author: tuple[int, int]) -> Mention:
    name = text[slice(*author)]
    return Mention(name, *author, _AUTHOR, known=name.casefold() not in SHORT)


def _named(row: Stream, author: tuple[int, int]) -> Cue | None:
    """The words at the place where a post or a turn names its author."""
    first = bisect_left(row.starts, author[0])
    end = bisect_left(row.starts, author[1])
    return Cue(Phrase(first, end, end - 1), 6.0, _AUTHOR) if first < end else None


def _title(row: Stream, k: int, span: QuoteSpan) -> bool:
    """Whether the quotation is a title, as capitals tell: `on “ The Daily Show ”`."""
    words = row.text[span.start : min(span.end, span.start + _LONGEST_TITLE)].split()
    before = row.classes[row.where[k] - 1] if row.where[k] else kind.END
    if row.words[max(0, row.where[k] - 1)] in row.lexicon.list("performing"):
        return len(words) <= _TITLE and all(word[0].isupper() for word in words if len(word) > 3)
    if not 2 <= len(words) <= _TITLE or before & (kind.END | kind.MARK | kind.SAY | kind.JUDGE):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 1 and all(word[0].isupper() for word in words if len(word) > 3)


def _best(row: Stream, k: int, span: QuoteSpan) -> Cue | None:
    """The strongest cue around quotation `k`."""
    at = row.where[k]
    low = row.sentence_start(at)
    if _is_heading(row, at):
        long = len(_WORD.findall(row.text, span.start, span.end)) > _HEADING
        phrase = heading(row, at, low) if long else None
        return Cue(phrase, 2.2, "heading of the sentence") if phrase else None
    found = cues_before(row, at, low) + signature(row, at)
    if k not in row.finals:
        found += cues_after(row, at, row.text[max(span.start, span.end - 1) : span.end] in _COMMA)
    return _strongest(found)


def _strongest(found: Sequence[Cue]) -> Cue | None:
    best = max(found, key=lambda cue: cue.strength, default=None)
    return best if best and best.strength >= _LEAST else None


def _is_heading(row: Stream, at: int) -> bool:
    """Whether a colon stands behind the quotation at word `at` and none before it."""
    return row.words[at + 1 : at + 2] == [":"] and row.words[max(0, at - 1)] != ":"


def _carried(row: Stream, k: int, cues: Sequence[Cue | None]) -> Cue | None:
    """The speaker of a quotation before that this one goes on, or whom the sentence before names."""
    at = row.where[k]
    if _is_heading(row, at):
        return None
    low = row.sentence_start(at)
    if k and row.where[k - 1] >= low and (previous := cues[k - 1]):
        return _same(previous, "same sentence as the quotation before")
    if k and (previous := cues[k - 1]) and at - row.where[k - 1] < _BARE and bare_verb(row, at, low):
        return _same(previous, "verb without a subject: that of the quotation before")
    over = k in row.finals or row.text[max(0, row.ends[at] - 1) : row.ends[at]] in {"?", "!"}
    if not _alone(row, at, low, over):
        return None
    last = low - 1
    while last >= 0 and row.classes[last] & kind.END:
        last -= 1
    start = row.sentence_start(last)
    for j in range(k - 1, -1, -1):
        if row.where[j] < start:
            break
        if previous := cues[j]:
            return _same(previous, "goes on from the quotation before")
    return _lead_in(row, start, last + 1, at)


def _same(cue: Cue, why: str) -> Cue:
    return Cue(cue.phrase, cue.strength * 0.9, why)


def _alone(row: Stream, at: int, low: int, final: bool) -> bool:
    """Whether the sentence at word `at` has nothing but quotations, or little before them."""
    clause = kind.AUXILIARY | kind.VERB | kind.SUBJECT
    if at - low > _LITTLE or any(row.classes[i] & clause for i in range(low, at)):
        return False
    return final or at + 1 >= len(row.words) or bool(row.classes[at + 1] & (kind.END | kind.MARK))


def _lead_in(row: Stream, start: int, stop: int, at: int) -> Cue | None:
    """The speaker that the sentence before names: `She says people are free . “…”`"""
    paragraph = any(row.classes[i] & kind.BREAK for i in range(stop, at))
    if paragraph and row.words[stop - 1] != ":":
        return None
    if best := _strongest(cues_before(row, stop, start)):
        return Cue(best.phrase, 2.5, "named by the sentence before")
    phrase = main_subject(row, start, stop)
    if phrase is None or row.words[phrase.head] in row.lexicon.list("impersonal"):
        return None
    speaks = row.classes[phrase.head] & kind.SUBJECT or may_be_person(row, core(row, phrase))
    return Cue(phrase, 2.0, "subject of the sentence before") if speaks else None


def _mention(row: Stream, cue: Cue | None, people: People) -> Mention | None:
    if cue is None:
        return None
    start, end = row.starts[cue.phrase.start], row.ends[cue.phrase.end - 1]
    if cue.why == _AUTHOR and row.text[start:end].casefold() in SHORT:
        return _author(row.text, (start, end))
    name, known = people.name(cue.phrase)
    return Mention(name, start, end, cue.why, round(min(1.0, cue.strength / 6), 2), known)
