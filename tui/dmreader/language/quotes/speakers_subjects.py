"""The subject of a verb, standing before it, with what is inserted between the two."""

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_phrases import (
    DASHES,
    Phrase,
    hyphen,
    is_verb,
    noun,
    phrase_before,
)
from dmreader.language.quotes.speakers_stream import Stream

_SHARED = 6  # words back to a verb that shares its subject
_SUBORDINATE = 3  # a subordinate clause this near before the quotation is the one that leads to it
_TRIED = 12  # verbs after which a sentence is taken to have no subject


def _skip_back(row: Stream, i: int, low: int) -> int:
    """Back over auxiliaries, adverbs, clitics and times before a verb (`Trump on Tuesday also said`)."""
    small = kind.AUXILIARY | kind.ADVERB
    if row.lexicon.list("clitics"):
        small |= kind.OBJECT
    while i >= low:
        flags = row.classes[i]
        if flags & small and not flags & (kind.SUBJECT | kind.MARK):
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
    """The subject of the verb at word `verb`, standing before it, with its apposition, or None."""
    i = _skip_back(row, verb - 1, low)
    if i < low:
        return None
    if row.classes[i] & kind.RELATIVE and row.words[i] in row.lexicon.list("personal"):
        relative = i
        i -= 1
        if i >= low and row.words[i] in {",", ")", *DASHES}:
            phrase = before_brackets(row, i - 1, low)
            if not (phrase and phrase.start and row.words[phrase.start - 1] in row.lexicon.list("including")):
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
        if row.classes[j] & kind.RELATIVE and row.words[j] in row.lexicon.list("personal"):
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
    end = i + 1 if row.words[i] == ")" else i
    inserted = _relative_comma(row, i, low) or i
    if inserted != i and (phrase := before_brackets(row, inserted - 1, low)):
        before = _name_with_apposition(row, phrase, low)
        return Phrase(before.start, i, before.head)
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
        if row.words[mark] != "(" and not _apposition(row, mark + 1):
            end = mark
        before = _name_with_apposition(row, phrase, low)
        return Phrase(before.start, end, before.head)
    return None


def before_brackets(row: Stream, i: int, low: int) -> Phrase | None:
    """The phrase that ends at word `i`, brackets and all: `sen. moore ( d - mo. )`."""
    mark = _opening(row, i, low) if row.words[i] == ")" else None
    return phrase_before(row, i if mark is None else mark - 1, low)


def _relative_comma(row: Stream, i: int, low: int) -> int | None:
    """The comma that opens the relative clause that ends at word `i`: `, whose firm , X , sells …,`."""
    if row.words[i] != ",":
        return None
    for j in range(i - 1, max(low, i - 40), -1):
        if row.classes[j] & (kind.QUOTE | kind.END):
            return None
        if (
            row.words[j] == ","
            and row.classes[j + 1] & kind.RELATIVE
            and row.words[j + 1] in row.lexicon.list("personal")
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
    """`phrase`, or the name before it if `phrase` is an apposition, too: `Jane , a doctor , a mother ,`."""
    if (
        phrase.start - 1 > low
        and row.words[phrase.start - 1] == ","
        and row.classes[phrase.start] & kind.DETERMINER
    ):
        before = phrase_before(row, phrase.start - 2, low)
        if (
            before
            and not (row.classes[before.start] & kind.PARTICIPLE or row.classes[before.head] & kind.TIME)
            and before.start >= 1
            and (before.start == low or row.classes[before.start - 1] & (kind.END | kind.QUOTE))
        ):
            return before
    return phrase


def shared_subject(row: Stream, verb: int, low: int) -> Phrase | None:
    """The subject of the verb just before, which this one shares: `he laughed and | said`."""
    if verb <= low or not row.classes[verb - 1] & kind.COORDINATOR:
        return None
    for j in range(verb - 2, max(low, verb - _SHARED), -1):
        if row.classes[j] & kind.QUOTE:
            return None
        if is_verb(row, j) and (phrase := subject_before(row, j, low)):
            return phrase
    return None


def main_subject(row: Stream, low: int, high: int) -> Phrase | None:
    """The subject of the first finite verb between words `low` and `high` that has one of its own."""
    tried = 0
    for j in range(low, high):
        if not (row.classes[j] & kind.AUXILIARY and not row.classes[j] & kind.POSSESSIVE) and not is_verb(
            row, j
        ):
            continue
        phrase = subject_before(row, j, low)
        if phrase is None and row.words[j - 1] == ",":
            phrase = phrase_before(row, j - 2, low)
        if phrase and not (_subordinate(row, phrase.start, low) and high - j > _SUBORDINATE):
            return phrase
        tried += 1
        if tried == _TRIED:
            break
    return None


def _subordinate(row: Stream, start: int, low: int) -> bool:
    return start > low and bool(row.classes[start - 1] & (kind.SUBORDINATOR | kind.RELATIVE))
