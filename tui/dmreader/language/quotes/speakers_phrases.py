"""Noun phrases before and after a verb, found by closed word classes alone.

No tagger and no capitals: a noun phrase is a run of words outside the closed classes with what may stand
inside it, so that tokenised lower-case text and natural text are read alike.
"""

from typing import NamedTuple

from dmreader.language.quotes import speakers_classes as kind
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
        ) or row.words[i + 1 : i + 2] == ["that"]
    if before & kind.OBJECT and not before & kind.DETERMINER:
        return False
    if before & (kind.DETERMINER | kind.POSSESSIVE) and not before & kind.SUBJECT:
        # `the embattled mayor said`: a participle used as an adjective
        return bool(
            after & (kind.QUOTE | kind.END | kind.MARK | kind.DETERMINER | kind.PREPOSITION | kind.SUBJECT)
        )
    return True


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


def phrase_before(row: Stream, i: int, low: int, governed: bool = False) -> Phrase | None:
    """The noun phrase whose last word is word `i`, or None; nothing before word `low` is looked at.

    The object of a preposition is taken only if it is `governed` by a verb behind it (`in Iowa Mr. Moore said`).
    """
    if i < low:
        return None
    flags = row.classes[i]
    if flags & kind.SUBJECT and not (flags & kind.DETERMINER and i > low and _noun(row, i - 1)):
        start = i
        while flags & kind.DETERMINER and start > low and row.classes[start - 1] & kind.DETERMINER:
            start -= 1
        if not (i - 1 > low and row.classes[i - 1] & kind.INNER and _noun(row, i - 2)):
            return Phrase(start, i + 1, i)
    elif not (_noun(row, i) or flags & (kind.NUMBER | kind.POSSESSIVE | kind.OBJECT)):
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
    if flags & (kind.NUMBER | kind.POSSESSIVE | kind.DETERMINER) or word in {"/", "&", "#"} or _noun(row, j):
        return True
    if word in _DASHES:
        return _hyphen(row, j)
    if flags & kind.INNER or word in row.lexicon.lists["joiners"]:
        return j > low and (_noun(row, j - 1) or bool(row.classes[j - 1] & kind.NUMBER))
    return False


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
        if nothing_between and (
            flags & (kind.COORDINATOR | kind.ADVERB) or (flags & kind.RELATIVE and k and is_verb(row, k - 1))
        ):
            depth = k + 1
        elif (
            flags & kind.TIME
            and not flags & kind.DETERMINER
            and (nothing_between or row.classes[k - 1] & (kind.PREPOSITION | kind.TIME | kind.DETERMINER))
        ):
            if k < last and not row.classes[k + 1] & kind.POSSESSIVE:
                depth = k + 1
        elif flags & kind.CARRIER and k < last and row.classes[start - 1 if start else 0] & kind.PREPOSITION:
            if row.classes[k + 1] & (kind.DETERMINER | kind.TITLE) or _noun(row, k + 1):
                depth = k + 1
    lead = row.classes[start - 1] if start else kind.END
    introduced = start > 0 and row.words[start - 1] in _including(row)
    if lead & kind.PREPOSITION and not lead & kind.SUBORDINATOR and depth == start and not introduced:
        # A preposition leads in: the phrase is its object, unless a new one starts inside (`in Iowa the mayor`)
        fresh = [
            k
            for k in range(start + 1, last + 1)
            if row.classes[k] & (kind.DETERMINER | kind.TITLE)
            and _noun(row, k - 1)
            and not row.classes[k - 1] & kind.TITLE
        ]
        if not fresh:
            return (
                Phrase(depth, last + 1, last)
                if governed and not row.classes[last] & (kind.CARRIER | kind.TIME)
                else None
            )
        depth = fresh[-1]
    if depth > last:
        return None
    return Phrase(depth, last + 1, last)


def subject_before(row: Stream, verb: int, low: int) -> Phrase | None:
    """The subject of the verb at word `verb`, standing before it with its apposition; None if there is none."""
    i = _skip_back(row, verb - 1, low)
    if i < low:
        return None
    if row.classes[i] & kind.RELATIVE and row.words[i] in row.lexicon.lists["personal"]:
        relative = i
        i -= 1
        if i >= low and row.words[i] in {",", ")", *_DASHES}:
            last = i - 1
            if row.words[last] == ")" and (mark := _opening(row, last, low)):
                last = mark - 1
            phrase = phrase_before(row, last, low)
            if not (phrase and phrase.start and row.words[phrase.start - 1] in _including(row)):
                phrase = _closed_subject(row, i, low) or phrase
        else:
            phrase = phrase_before(row, i, low)
        return Phrase(phrase.start, relative + 1, phrase.head) if phrase else None
    if row.words[i] in {",", ")", *_DASHES}:
        return _closed_subject(row, i, low)
    return phrase_before(row, i, low, governed=True) or _with_relative(row, i, low)


def _including(row: Stream) -> frozenset[str]:
    return row.lexicon.lists.get("including", frozenset())


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
    wanted = {")": {"("}, ",": {","}}.get(row.words[i], _DASHES)
    j = i - 1
    while j >= low and i - j < 40 and not row.classes[j] & (kind.QUOTE | kind.END):
        if row.words[j] in wanted and not _hyphen(row, j):
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
        _noun(row, i) and not flags & (kind.ADVERB | kind.PARTICIPLE | kind.TIME)
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


def phrase_after(row: Stream, i: int) -> Phrase | None:
    """The noun phrase that starts at word `i`, with its apposition, or None."""
    size = len(row.words)
    while i < size and row.classes[i] & kind.ADVERB and not row.classes[i] & kind.DETERMINER:
        i += 1
    if i >= size:
        return None
    flags = row.classes[i]
    if flags & (kind.SUBJECT | kind.OBJECT) and not (
        flags & kind.DETERMINER and i + 1 < size and _noun(row, i + 1)
    ):
        return Phrase(i, i + 1, i)
    if not (_noun(row, i) or flags & (kind.DETERMINER | kind.NUMBER)) or (
        flags & kind.TIME and not _noun(row, i)
    ):
        return None
    j = i
    head = i
    bare = True  # no comma passed yet
    while j < size and j - i < _LONGEST:
        flags = row.classes[j]
        if flags & (kind.END | kind.QUOTE) or row.words[j] in {":", ";"}:
            break
        if row.words[j] in {",", "("}:
            if not _goes_on(row, j + 1):
                break
            bare = False
        elif row.words[j] in _DASHES and not _hyphen(row, j):
            break
        elif flags & kind.INNER and j + 1 < size and not _lead_out(row, j):
            pass
        elif (
            flags & (kind.PREPOSITION | kind.SUBORDINATOR | kind.AUXILIARY | kind.RELATIVE)
            or is_verb(row, j)
            or (
                flags & kind.COORDINATOR
                and not (row.words[j] in row.lexicon.lists["joiners"] and _goes_on(row, j + 1))
            )
            or (flags & (kind.ADVERB | kind.SUBJECT | kind.TIME) and not flags & kind.DETERMINER and j > i)
        ):
            break
        elif bare and not flags & (kind.INNER | kind.COORDINATOR):
            head = j
        j += 1
    while j > i and (
        row.classes[j - 1] & (kind.MARK | kind.COORDINATOR | kind.INNER | kind.DETERMINER)
        and row.words[j - 1] != ")"
    ):
        j -= 1
    if j == i:
        return None
    return Phrase(i, j, min(head, j - 1))


def _goes_on(row: Stream, i: int) -> bool:
    """Whether an apposition (or the rest of a list) starts at word `i`, after a comma."""
    if i >= len(row.words) or row.classes[i] & (kind.END | kind.QUOTE):
        return False
    flags = row.classes[i]
    if flags & (kind.PARTICIPLE | kind.ADVERB | kind.TIME | kind.SUBJECT) and not flags & kind.DETERMINER:
        return False
    return bool(flags & (kind.DETERMINER | kind.NUMBER)) or _noun(row, i)


def _lead_out(row: Stream, i: int) -> bool:
    """Whether the preposition at word `i` opens a time or a carrier: `in a statement`, `on Monday`."""
    for k in range(i + 1, min(i + 5, len(row.words))):
        flags = row.classes[k]
        if flags & (kind.TIME | kind.CARRIER):
            return True
        if flags & (kind.MARK | kind.END | kind.QUOTE | kind.PREPOSITION | kind.VERB):
            return False
    return False
