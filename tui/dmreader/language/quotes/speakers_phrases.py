"""Noun phrases before and after a verb, found by closed word classes alone.

No tagger and no capitals: a noun phrase is a run of words outside the closed classes with what may stand
inside it, so that tokenised lower-case text and natural text are read alike.
"""

from typing import NamedTuple

from dmreader.language.quotes.speakers_lexicon import (
    ADVERB,
    AMBIGUOUS,
    AUXILIARY,
    BASE,
    CARRIER,
    COORDINATOR,
    DETERMINER,
    END,
    INNER,
    MARK,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    VERB,
)
from dmreader.language.quotes.speakers_stream import Stream

_LONGEST = 28  # words of a noun phrase with all that hangs on it
_DASHES = {"-", "–", "—", "--"}


class Phrase(NamedTuple):
    """Words `start` to `end` of a stream; `head` is the last word of the phrase without what follows it."""

    start: int
    end: int
    head: int


def _noun(row: Stream, i: int) -> bool:
    """Whether word `i` can be inside a noun phrase as a noun, an adjective or a name."""
    flags = row.classes[i]
    if flags & (QUOTE | END | MARK | AUXILIARY | SUBJECT | OBJECT | RELATIVE | COORDINATOR | POSSESSIVE):
        return False
    if flags & (PREPOSITION | SUBORDINATOR | DETERMINER):
        return False
    if flags & ADVERB:
        return False
    return not is_verb(row, i)


def is_verb(row: Stream, i: int) -> bool:
    """Whether word `i` stands as a finite verb: a listed form that is not used as a noun or an adjective."""
    flags = row.classes[i]
    if not flags & VERB or flags & PARTICIPLE:
        return False
    before = row.classes[i - 1] if i else END
    after = row.classes[i + 1] if i + 1 < len(row.words) else END
    if flags & AMBIGUOUS:
        if before & (DETERMINER | POSSESSIVE | PREPOSITION | VERB | CARRIER) or (
            before & ADVERB and not after
        ):
            return False
        if before & (SUBJECT | RELATIVE | AUXILIARY):
            return True
        if flags & BASE:
            return False
        return bool(after & (QUOTE | DETERMINER | SUBJECT | OBJECT | RELATIVE)) or row.words[
            i + 1 : i + 2
        ] == ["that"]
    if before & (DETERMINER | POSSESSIVE) and not before & SUBJECT:
        # `the embattled mayor said`: a participle used as an adjective
        return bool(after & (QUOTE | END | MARK | DETERMINER | PREPOSITION | SUBJECT))
    return True


def _skip_back(row: Stream, i: int, low: int) -> int:
    """Back over auxiliaries, adverbs and times before a verb (`Trump on Tuesday also said`)."""
    while i >= low:
        flags = row.classes[i]
        if flags & (AUXILIARY | ADVERB) and not flags & (SUBJECT | MARK):
            i -= 1
        elif flags & TIME and (j := _time_start(row, i, low)) is not None:
            i = j - 1
        else:
            break
    return i


def _time_start(row: Stream, i: int, low: int) -> int | None:
    """The first word of the expression of time that ends at word `i`, or None."""
    j = i
    while j >= low and row.classes[j] & (TIME | NUMBER | DETERMINER | POSSESSIVE) and i - j < 5:
        j -= 1
    if j >= low and row.classes[j] & PREPOSITION:
        return j
    return j + 1 if row.classes[i] & TIME and j >= low and not row.classes[j + 1] & DETERMINER else None


def phrase_before(row: Stream, i: int, low: int, governed: bool = False) -> Phrase | None:
    """The noun phrase whose last word is word `i`, or None; nothing before word `low` is looked at.

    The object of a preposition is taken only if it is `governed` by a verb behind it (`in Iowa Mr. Moore said`).
    """
    if i < low:
        return None
    flags = row.classes[i]
    if flags & SUBJECT and not (flags & DETERMINER and i > low and _noun(row, i - 1)):
        start = i
        while flags & DETERMINER and start > low and row.classes[start - 1] & DETERMINER:
            start -= 1
        return Phrase(start, i + 1, i)
    if not (_noun(row, i) or flags & (NUMBER | POSSESSIVE | OBJECT)):
        return None
    j = i
    while j >= low and i - j < _LONGEST:
        flags = row.classes[j]
        if (
            flags & (END | QUOTE)
            or row.words[j] in ",:;("
            or (row.words[j] in _DASHES and not _hyphen(row, j))
        ):
            break
        if (
            _noun(row, j)
            or flags & (NUMBER | POSSESSIVE | DETERMINER)
            or row.words[j] in _DASHES
            or row.words[j] in {"/", "&", "#", "."}
            or (flags & INNER and j > low and (_noun(row, j - 1) or row.classes[j - 1] & NUMBER))
            or (row.words[j] in row.lexicon.lists["joiners"] and j > low and _noun(row, j - 1))
        ):
            j -= 1
        else:
            break
    return _trim(row, j + 1, i, governed)


def _hyphen(row: Stream, i: int) -> bool:
    """Whether the dash at word `i` is the hyphen of a tokenised compound (`match - ups`)."""
    return (
        row.words[i] == "-" and i > 0 and _noun(row, i - 1) and i + 1 < len(row.words) and _noun(row, i + 1)
    )


def _trim(row: Stream, start: int, last: int, governed: bool) -> Phrase | None:
    """Cut what cannot open a noun phrase (`in a statement | the mayor`, `but`)."""
    depth = start
    for k in range(start, last + 1):
        flags = row.classes[k]
        nothing_between = k == depth
        if flags & (COORDINATOR | ADVERB) and nothing_between:
            depth = k + 1
        elif (
            flags & TIME
            and not flags & DETERMINER
            and (nothing_between or row.classes[k - 1] & (PREPOSITION | TIME | DETERMINER))
        ):
            if k < last and not row.classes[k + 1] & POSSESSIVE:
                depth = k + 1
        elif flags & CARRIER and k < last and row.classes[start - 1 if start else 0] & PREPOSITION:
            if row.classes[k + 1] & (DETERMINER | TITLE) or _noun(row, k + 1):
                depth = k + 1
    lead = row.classes[start - 1] if start else END
    if lead & PREPOSITION and not lead & SUBORDINATOR and depth == start:
        # A preposition leads in: the phrase is its object, unless a new one starts inside (`in Iowa the mayor`)
        fresh = [
            k
            for k in range(start + 1, last + 1)
            if row.classes[k] & (DETERMINER | TITLE) and _noun(row, k - 1) and not row.classes[k - 1] & TITLE
        ]
        if not fresh:
            return Phrase(depth, last + 1, last) if governed and not row.classes[last] & (CARRIER | TIME) else None
        depth = fresh[-1]
    if depth > last:
        return None
    return Phrase(depth, last + 1, last)


def subject_before(row: Stream, verb: int, low: int) -> Phrase | None:
    """The subject of the verb at word `verb`, standing before it with its apposition; None if there is none."""
    i = _skip_back(row, verb - 1, low)
    if i < low:
        return None
    if row.classes[i] & RELATIVE and row.words[i] in row.lexicon.lists["personal"]:
        i -= 1
        if i >= low and row.words[i] in {",", ")", *_DASHES}:
            return _closed_subject(row, i, low) or phrase_before(row, i - 1, low)
        return phrase_before(row, i, low)
    if row.words[i] in {",", ")", *_DASHES}:
        return _closed_subject(row, i, low)
    return phrase_before(row, i, low, governed=True) or _with_relative(row, i, low)


def _with_relative(row: Stream, i: int, low: int) -> Phrase | None:
    """A phrase that goes on in a relative clause up to word `i` (`the groups who wrote to her | say`)."""
    for j in range(i - 1, max(low, i - 12), -1):
        if row.classes[j] & (END | QUOTE) or row.words[j] in {",", ":", ";"}:
            return None
        if row.classes[j] & RELATIVE and row.words[j] in row.lexicon.lists["personal"]:
            phrase = phrase_before(row, j - 1, low)
            return Phrase(phrase.start, i + 1, phrase.head) if phrase else None
    return None


def _opening(row: Stream, i: int, low: int) -> int | None:
    """The mark that opens the piece which the mark at word `i` closes."""
    wanted = {")": {"("}, ",": {","}}.get(row.words[i], _DASHES)
    j = i - 1
    while j >= low and i - j < 40 and not row.classes[j] & (QUOTE | END):
        if row.words[j] in wanted and not _hyphen(row, j):
            return j
        j -= 1
    return None


def _closed_subject(row: Stream, i: int, low: int) -> Phrase | None:
    """The subject before an inserted piece that ends at word `i` (`Garin , a pollster , | said`)."""
    end = i
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


def _apposition(row: Stream, i: int) -> bool:
    """Whether the inserted piece that starts at word `i` names the person once more."""
    flags = row.classes[i]
    return bool(flags & DETERMINER) or (_noun(row, i) and not flags & (ADVERB | PARTICIPLE | TIME))


def _name_with_apposition(row: Stream, phrase: Phrase, low: int) -> Phrase:
    """`phrase`, or the name before it where `phrase` is itself an apposition (`Jane , a doctor , a mother ,`)."""
    if (
        phrase.start - 1 > low
        and row.words[phrase.start - 1] == ","
        and row.classes[phrase.start] & DETERMINER
    ):
        before = phrase_before(row, phrase.start - 2, low)
        if (
            before
            and before.start >= 1
            and (before.start == low or row.classes[before.start - 1] & (END | QUOTE))
        ):
            return before
    return phrase


def phrase_after(row: Stream, i: int) -> Phrase | None:
    """The noun phrase that starts at word `i`, with its apposition, or None."""
    size = len(row.words)
    while i < size and row.classes[i] & ADVERB and not row.classes[i] & DETERMINER:
        i += 1
    if i >= size:
        return None
    flags = row.classes[i]
    if flags & (SUBJECT | OBJECT) and not flags & DETERMINER:
        return Phrase(i, i + 1, i)
    if not (_noun(row, i) or flags & (DETERMINER | NUMBER)) or (flags & TIME and not _noun(row, i)):
        return None
    j = i
    head = i
    bare = True  # no comma passed yet
    while j < size and j - i < _LONGEST:
        flags = row.classes[j]
        if flags & (END | QUOTE) or row.words[j] in {":", ";"}:
            break
        if row.words[j] in {",", "("}:
            if not _goes_on(row, j + 1):
                break
            bare = False
        elif row.words[j] in _DASHES and not _hyphen(row, j):
            break
        elif flags & INNER and j + 1 < size and not _lead_out(row, j):
            pass
        elif (
            flags & (PREPOSITION | SUBORDINATOR | AUXILIARY | RELATIVE)
            or is_verb(row, j)
            or (
                flags & COORDINATOR
                and not (row.words[j] in row.lexicon.lists["joiners"] and _goes_on(row, j + 1))
            )
            or (flags & (ADVERB | SUBJECT | TIME) and not flags & DETERMINER and j > i)
        ):
            break
        elif bare and not flags & (INNER | COORDINATOR):
            head = j
        j += 1
    while j > i and (
        row.classes[j - 1] & (MARK | COORDINATOR | INNER | DETERMINER) and row.words[j - 1] != ")"
    ):
        j -= 1
    if j == i:
        return None
    return Phrase(i, j, min(head, j - 1))


def _goes_on(row: Stream, i: int) -> bool:
    """Whether an apposition (or the rest of a list) starts at word `i`, after a comma."""
    if i >= len(row.words) or row.classes[i] & (END | QUOTE):
        return False
    flags = row.classes[i]
    if flags & (PARTICIPLE | ADVERB | TIME | SUBJECT) and not flags & DETERMINER:
        return False
    return bool(flags & (DETERMINER | NUMBER)) or _noun(row, i)


def _lead_out(row: Stream, i: int) -> bool:
    """Whether the preposition at word `i` opens a time or a carrier: `in a statement`, `on Monday`."""
    for k in range(i + 1, min(i + 5, len(row.words))):
        flags = row.classes[k]
        if flags & (TIME | CARRIER):
            return True
        if flags & (MARK | END | QUOTE | PREPOSITION | VERB):
            return False
    return False
