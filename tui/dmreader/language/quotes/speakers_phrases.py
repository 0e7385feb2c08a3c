"""Noun phrases before and after a verb, found by closed word classes alone.

No tagger and no capitals: a noun phrase is a run of words outside the closed classes with what may stand
inside it, so that tokenised lower-case text and natural text are read alike.
"""

from typing import NamedTuple

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_stream import Stream

_LONGEST = 28  # words of a noun phrase with all that hangs on it
DASHES = {"-", "–", "—", "--"}


class Phrase(NamedTuple):
    """Words `start` to `end` of a stream; `head` is the last word of the phrase without what follows it."""

    start: int
    end: int
    head: int


def noun(row: Stream, i: int) -> bool:
    """Whether word `i` can be inside a noun phrase as a noun, an adjective or a name."""
    flags = row.classes[i]
    if flags & (
        kind.QUOTE
        | kind.END
        | kind.MARK
        | kind.AUXILIARY
        | kind.SUBJECT
        | kind.OBJECT
        | kind.RELATIVE
        | kind.COORDINATOR
        | kind.POSSESSIVE
    ):
        return False
    if flags & (kind.PREPOSITION | kind.SUBORDINATOR | kind.DETERMINER):
        return False
    if flags & kind.ADVERB:
        return False
    return not is_verb(row, i)


def is_verb(row: Stream, i: int) -> bool:
    """Whether word `i` stands as a finite verb: a listed form that is not used as a noun or an adjective."""
    flags = row.classes[i]
    if not flags & kind.VERB or flags & kind.PARTICIPLE:
        return False
    before = row.classes[i - 1] if i else kind.END
    after = row.classes[i + 1] if i + 1 < len(row.words) else kind.END
    if flags & kind.AMBIGUOUS:
        if before & (kind.DETERMINER | kind.POSSESSIVE | kind.PREPOSITION | kind.VERB | kind.CARRIER) or (
            before & kind.ADVERB and not after
        ):
            return False
        if before & (kind.SUBJECT | kind.RELATIVE | kind.AUXILIARY) or (
            before & kind.COORDINATOR and after & kind.QUOTE
        ):
            return True
        if flags & kind.BASE:
            return False
        return bool(
            after & (kind.QUOTE | kind.DETERMINER | kind.SUBJECT | kind.OBJECT | kind.RELATIVE)
        ) or bool(row.lexicon.list("that").intersection(row.words[i + 1 : i + 2]))
    if before & kind.OBJECT and not before & kind.DETERMINER and row.lexicon.list("objects_follow"):
        return False
    if before & (kind.DETERMINER | kind.POSSESSIVE) and not before & kind.SUBJECT:
        # `the embattled mayor said`: a participle used as an adjective
        return bool(
            after & (kind.QUOTE | kind.END | kind.MARK | kind.DETERMINER | kind.PREPOSITION | kind.SUBJECT)
        )
    return True


def phrase_before(row: Stream, i: int, low: int, governed: bool = False) -> Phrase | None:
    """The noun phrase whose last word is word `i`, or None; nothing before word `low` is looked at.

    The object of a preposition is taken only if it is `governed` by a verb behind it.
    """
    if i < low:
        return None
    flags = row.classes[i]
    if flags & kind.SUBJECT and not (flags & kind.DETERMINER and i > low and noun(row, i - 1)):
        start = i
        while flags & kind.DETERMINER and start > low and row.classes[start - 1] & kind.DETERMINER:
            start -= 1
        if not (i - 1 > low and row.classes[i - 1] & kind.INNER and noun(row, i - 2)):
            return Phrase(start, i + 1, i)
    elif not (noun(row, i) or flags & (kind.NUMBER | kind.POSSESSIVE | kind.OBJECT)):
        return None
    j = i - 1
    while j >= low and i - j < _LONGEST and _inside(row, j, low):
        j -= 1
    return _trim(row, j + 1, i, governed)


def _inside(row: Stream, j: int, low: int) -> bool:
    """Whether word `j` can stand in a noun phrase that goes on behind it."""
    flags = row.classes[j]
    word = row.words[j]
    if flags & kind.PARTICIPLE and j > low and row.classes[j - 1] & kind.AUXILIARY:
        return False
    if flags & kind.RELATIVE and flags & kind.DETERMINER and j > low and noun(row, j - 1):
        return False  # `the alienation that fans feel`
    if flags & (kind.NUMBER | kind.POSSESSIVE | kind.DETERMINER) or word in {"/", "&", "#"} or noun(row, j):
        return True
    if word in DASHES:
        return hyphen(row, j)
    if flags & kind.INNER or word in row.lexicon.list("joiners"):
        return j > low and (noun(row, j - 1) or bool(row.classes[j - 1] & kind.NUMBER))
    return False


def hyphen(row: Stream, i: int) -> bool:
    """Whether the dash at word `i` is the hyphen of a tokenised compound (`match - ups`)."""
    if row.words[i] != "-" or not 0 < i < len(row.words) - 1 or not noun(row, i - 1):
        return False
    return noun(row, i + 1) or bool(row.classes[i + 1] & kind.ACT and not row.classes[i + 1] & kind.AMBIGUOUS)


def _trim(row: Stream, start: int, last: int, governed: bool) -> Phrase | None:
    """Words `start` to `last` without what cannot open a noun phrase: `in a statement | the mayor`, `but`."""
    first = start
    lead = row.classes[start - 1] if start else kind.END
    for k in range(start, last + 1):
        if _leads(row, k, k == first, lead) and (k < last or k == first):
            first = k + 1
    if first > last:
        return None
    introduced = start > 0 and row.words[start - 1] in row.lexicon.list("including")
    if first == start and lead & kind.PREPOSITION and not lead & kind.SUBORDINATOR and not introduced:
        fresh = _fresh(row, start, last)
        if fresh is None and (not governed or row.classes[last] & (kind.CARRIER | kind.TIME)):
            return None
        first = start if fresh is None else fresh
    return Phrase(first, last + 1, last)


def _leads(row: Stream, k: int, opens: bool, lead: int) -> bool:
    """Whether word `k` stands before a noun phrase and not in it; `opens`: nothing kept precedes it."""
    flags = row.classes[k]
    if opens and flags & (kind.COORDINATOR | kind.ADVERB):
        return True
    if opens and flags & kind.RELATIVE and k and is_verb(row, k - 1):
        return True  # `accepted that Mr. Moore`
    after = row.classes[k + 1] if k + 1 < len(row.words) else kind.END
    if flags & kind.TIME and not flags & kind.DETERMINER:
        timed = opens or bool(row.classes[k - 1] & kind.PREPOSITION)
        return timed and not after & kind.POSSESSIVE
    starts = bool(after & (kind.DETERMINER | kind.TITLE)) or (k + 1 < len(row.words) and noun(row, k + 1))
    return bool(flags & kind.CARRIER and lead & kind.PREPOSITION) and starts


def _fresh(row: Stream, start: int, last: int) -> int | None:
    """Where a new phrase starts inside the object of a preposition: `in Iowa | the mayor`."""
    for k in range(last, start, -1):
        before = row.classes[k - 1]
        if row.classes[k] & (kind.DETERMINER | kind.TITLE) and noun(row, k - 1) and not before & kind.TITLE:
            return k
    return None
