"""Whose words a quotation is: the words beside it that name the speaker, and the person they stand for.

Ordered cues over closed word classes (reporting verbs, function words, carrier nouns), after the rules of
Pouliquen, Steinberger & Best, "Automatic detection of quotations in multilingual news" (RANLP 2007) and the
sieves of Muzny et al., "A two-stage sieve approach for quote attribution" (EACL 2017). The words of names are
never looked at, so lower-case tokenised text and natural text are read alike.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.people import People
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers_cues import (
    Cue,
    cues_after,
    cues_before,
    heading,
    main_subject,
    sentence_start,
)
from dmreader.language.quotes.speakers_lexicon import language_of, lexicon
from dmreader.language.quotes.speakers_stream import Stream, ends_sentence, stream
from dmreader.language.tokens import Tokens

_WORD = re.compile(r"\w+")
_HEADING = 3  # words up to which a quotation before a colon is a heading in scare quotes
_LEAST = 2.0  # cues weaker than this leave the speaker unknown


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names the speaker in this source; `name` is the person that it stands for.

    `confidence` is from 0 to 1; `why` says what tied the words to the quotation.
    """

    name: str
    start: int
    end: int
    why: str = ""
    confidence: float = 1.0


def attribute(text: str, tokens: Tokens, quotes: Sequence[QuoteSpan]) -> list[Mention | None]:  # noqa: ARG001
    """The speaker of each of `quotes` (in order, not overlapping), or None where nothing names one."""
    language = language_of(text)
    if not quotes or language is None:
        return [None] * len(quotes)
    row = stream(text, quotes, lexicon(language))
    finals = frozenset(
        k for k, span in enumerate(quotes) if ends_sentence(text, span) and _sentence_over(row, k, span)
    )
    cues: list[Cue | None] = []
    for k, span in enumerate(quotes):
        if _title(row, k, span):
            cues.append(None)
            continue
        cues.append(_best(row, k, span, finals) or _carried(row, k, finals, cues))
    people = People(row, finals, [cue.phrase if cue else None for cue in cues])
    return [_mention(row, cue, people) for cue in cues]


def _sentence_over(row: Stream, k: int, span: QuoteSpan) -> bool:
    return (row.text[span.end - 1] == "." and not row.text[: span.end].endswith("..")) or row.text[
        span.end - 1
    ] not in "!?…."


def _title(row: Stream, k: int, span: QuoteSpan) -> bool:
    """Whether the quotation is a title, as capitals tell: `on “ The Daily Show ”`."""
    words = row.text[span.start : span.end].split()
    if not 2 <= len(words) <= 7:
        return False
    before = row.classes[row.where[k] - 1] if row.where[k] else kind.END
    if before & (kind.END | kind.MARK | kind.SAY | kind.JUDGE):
        return False
    return (
        all(word[0].isupper() for word in words if len(word) > 3) and sum(w[0].isupper() for w in words) > 1
    )


def _best(row: Stream, k: int, span: QuoteSpan, finals: frozenset[int]) -> Cue | None:
    at = row.where[k]
    low = sentence_start(row, at, finals)
    if at + 1 < len(row.words) and row.words[at + 1] == ":" and row.words[at - 1] != ":":
        phrase = (
            heading(row, at, low) if len(_WORD.findall(row.text, span.start, span.end)) > _HEADING else None
        )
        return Cue(phrase, 2.2, "heading of the sentence") if phrase else None
    comma = row.text[span.end - 1] in ",?!—–-" or row.text[span.start : span.end].rstrip()[-1:] in ",?!"
    found = [*cues_before(row, at, low), *cues_after(row, at, comma, k in finals)]
    best = max(found, key=lambda cue: cue.strength, default=None)
    return best if best and best.strength >= _LEAST else None


def _carried(row: Stream, k: int, finals: frozenset[int], cues: Sequence[Cue | None]) -> Cue | None:
    """The speaker of the quotation before where this one only goes on, or of the sentence that leads to it."""
    at = row.where[k]
    low = sentence_start(row, at, finals)
    previous = cues[k - 1] if k else None
    if at + 1 < len(row.words) and row.words[at + 1] == ":":
        return None
    if previous and row.where[k - 1] >= low:
        return Cue(previous.phrase, previous.strength * 0.9, "same sentence as the quotation before")
    if not _alone(row, at, low, k in finals):
        return None
    last = low - 1
    while last >= 0 and row.classes[last] & kind.END:
        last -= 1
    start = sentence_start(row, last, finals)
    while previous is None and k > 1 and row.where[k - 2] >= start:
        k -= 1
        previous = cues[k - 1]
    if previous and row.where[k - 1] >= start:
        return Cue(previous.phrase, previous.strength * 0.9, "goes on from the quotation before")
    return _lead_in(row, start, last + 1, at)


def _alone(row: Stream, at: int, low: int, final: bool) -> bool:
    """Whether the sentence of the quotation at word `at` has nothing but quotations, or little before them."""
    if (
        any(row.classes[i] & (kind.AUXILIARY | kind.VERB | kind.SUBJECT) for i in range(low, at))
        or at - low > 5
    ):
        return False
    return final or at + 1 >= len(row.words) or bool(row.classes[at + 1] & (kind.END | kind.MARK))


def _lead_in(row: Stream, start: int, stop: int, at: int) -> Cue | None:
    """The speaker that the sentence before names: `She says people are free . “…”`"""
    paragraph = any(row.classes[i] & kind.BREAK for i in range(stop, at))
    if paragraph and row.words[stop - 1] != ":":
        return None
    found = [cue for cue in cues_before(row, stop, start) if cue.strength >= _LEAST]
    best = max(found, key=lambda cue: cue.strength, default=None)
    if best:
        return Cue(best.phrase, 2.5, "named by the sentence before")
    phrase = main_subject(row, start, stop)
    return Cue(phrase, 2.0, "subject of the sentence before") if phrase else None


def _mention(row: Stream, cue: Cue | None, people: People) -> Mention | None:
    if cue is None:
        return None
    start, end = row.starts[cue.phrase.start], row.ends[cue.phrase.end - 1]
    return Mention(people.name(cue.phrase), start, end, cue.why, round(min(1.0, cue.strength / 6), 2))
