"""The subject of a verb, standing before it, with what is inserted between the two."""

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_phrases import (
    DASHES,
    Phrase,
    hyphen,
    including,
    noun,
    phrase_before,
)
from dmreader.language.quotes.speakers_stream import Stream


def _skip_back(row: Stream, i: int, low: int) -> int:
    """Back over auxiliaries, adverbs and times before a verb (`Trump on Tuesday also said`)."""
    while i >= low:
        flags = row.classes[i]
        if flags & (kind.AUXILIARY | kind.ADVERB) and not flags & (kind.SUBJECT | kind.MARK):
            i -= 1
        elif flags & kind.TIME and (j := _time_start(row, i, low)) is not None:
            i = j - 1
        else:
            break
    return i


def _time_start(row: Stream, i: int, low: int) -> int | None:
    """The first word of the expression of time that ends at word `i`, or None."""
    j = i
    while (
        j >= low
        and row.classes[j] & (kind.TIME | kind.NUMBER | kind.DETERMINER | kind.POSSESSIVE)
        and i - j < 5
    ):
        j -= 1
    if j >= low and row.classes[j] & kind.PREPOSITION:
        return j
    return (
        j + 1
        if row.classes[i] & kind.TIME and j >= low and not row.classes[j + 1] & kind.DETERMINER
        else None
    )


def subject_before(row: Stream, verb: int, low: int) -> Phrase | None:
    """The subject of the verb at word `verb`, standing before it with its apposition; None if there is none."""
    i = _skip_back(row, verb - 1, low)
    if i < low:
        return None
    if row.classes[i] & kind.RELATIVE and row.words[i] in row.lexicon.lists["personal"]:
        relative = i
        i -= 1
        if i >= low and row.words[i] in {",", ")", *DASHES}:
            last = i - 1
            if row.words[last] == ")" and (mark := _opening(row, last, low)):
                last = mark - 1
            phrase = phrase_before(row, last, low)
            if not (phrase and phrase.start and row.words[phrase.start - 1] in including(row)):
                phrase = _closed_subject(row, i, low) or phrase
        else:
            phrase = phrase_before(row, i, low)
        return Phrase(phrase.start, relative + 1, phrase.head) if phrase else None
    if row.words[i] in {",", ")", *DASHES}:
        return _closed_subject(row, i, low)
    return phrase_before(row, i, low, governed=True) or _with_relative(row, i, low)


def _with_relative(row: Stream, i: int, low: int) -> Phrase | None:
    """A phrase that goes on in a relative clause up to word `i` (`the groups who wrote to her | say`)."""
    for j in range(i - 1, max(low, i - 12), -1):
        if row.classes[j] & (kind.END | kind.QUOTE) or row.words[j] in {",", ":", ";"}:
            return None
        if row.classes[j] & kind.RELATIVE and row.words[j] in row.lexicon.lists["personal"]:
            phrase = phrase_before(row, j - 1, low)
            return Phrase(phrase.start, i + 1, phrase.head) if phrase else None
    return None


def _opening(row: Stream, i: int, low: int) -> int | None:
    """The mark that opens the piece which the mark at word `i` closes."""
    wanted = {")": {"("}, ",": {","}}.get(row.words[i], DASHES)
    j = i - 1
    while j >= low and i - j < 40 and not row.classes[j] & (kind.QUOTE | kind.END):
        if row.words[j] in wanted and not hyphen(row, j):
            return j
        j -= 1
    return None


def _closed_subject(row: Stream, i: int, low: int) -> Phrase | None:
    """The subject before an inserted piece that ends at word `i` (`Garin , a pollster , | said`)."""
    end = i
    inserted = _relative_comma(row, i, low) or i
    if inserted != i and (phrase := phrase_before(row, inserted - 1, low)):
        before = _name_with_apposition(row, phrase, low)
        return Phrase(before.start, inserted, before.head)
    inserted = i
    for _ in range(4):
        mark = _opening(row, inserted, low)
        if mark is None:
            return None
        phrase = phrase_before(row, mark - 1, low)
        if phrase is None and row.words[mark - 1] in {")", ","} and mark - 1 > low:
            inserted = mark - 1
            continue
        if phrase is None:
            inserted = mark
            if row.words[mark] == "(":
                return None
            continue
        apposition = _apposition(row, mark + 1)
        if not apposition:
            end = mark
        before = _name_with_apposition(row, phrase, low)
        return Phrase(before.start, end, before.head)
    return None


def _relative_comma(row: Stream, i: int, low: int) -> int | None:
    """The comma that opens a relative clause, commas and all, which ends at word `i`: `, whose firm , X , sells …,`."""
    if row.words[i] != ",":
        return None
    for j in range(i - 1, max(low, i - 40), -1):
        if row.classes[j] & (kind.QUOTE | kind.END):
            return None
        if (
            row.words[j] == ","
            and row.classes[j + 1] & kind.RELATIVE
            and row.words[j + 1] in row.lexicon.lists["personal"]
        ):
            return j
    return None


def _apposition(row: Stream, i: int) -> bool:
    """Whether the inserted piece that starts at word `i` names the person once more."""
    flags = row.classes[i]
    return bool(flags & kind.DETERMINER) or (
        noun(row, i) and not flags & (kind.ADVERB | kind.PARTICIPLE | kind.TIME)
    )


def _name_with_apposition(row: Stream, phrase: Phrase, low: int) -> Phrase:
    """`phrase`, or the name before it where `phrase` is itself an apposition (`Jane , a doctor , a mother ,`)."""
    if (
        phrase.start - 1 > low
        and row.words[phrase.start - 1] == ","
        and row.classes[phrase.start] & kind.DETERMINER
    ):
        before = phrase_before(row, phrase.start - 2, low)
        if (
            before
            and before.start >= 1
            and (before.start == low or row.classes[before.start - 1] & (kind.END | kind.QUOTE))
        ):
            return before
    return phrase
