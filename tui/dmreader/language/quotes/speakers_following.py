"""The noun phrase behind a verb: `said | Mr. Moore , a farmer , who …`."""

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_phrases import (
    DASHES,
    Phrase,
    hyphen,
    is_verb,
    noun,
)
from dmreader.language.quotes.speakers_stream import Stream

_LONGEST = 40  # words of a phrase with all that hangs on it


def phrase_after(row: Stream, i: int) -> Phrase | None:
    """The noun phrase that starts at word `i`, with its appositions and relative clauses, or None."""
    size = len(row.words)
    while i < size and row.classes[i] & kind.ADVERB and not row.classes[i] & kind.DETERMINER:
        i += 1
    if i >= size:
        return None
    flags = row.classes[i]
    another = (flags & kind.DETERMINER and i + 1 < size and noun(row, i + 1)) or _one_of(row, i)
    if flags & (kind.SUBJECT | kind.OBJECT) and not another:
        return Phrase(i, i + 1, i)
    if not (noun(row, i) or flags & (kind.DETERMINER | kind.NUMBER)):
        return None
    end = i
    head = None
    while end < min(size, i + _LONGEST) and _continues(row, end, i):
        if (head is None and row.words[end] in {",", "("}) or row.classes[end] & kind.INNER:
            head = head if head is not None else end - 1
        if row.classes[end] & kind.RELATIVE:
            end = _clause_end(row, end)
            break
        end += 1
    trailing = kind.MARK | kind.COORDINATOR | kind.INNER | kind.DETERMINER
    while end > i and row.classes[end - 1] & trailing and row.words[end - 1] != ")":
        end -= 1
    return Phrase(i, end, min(end - 1 if head is None else head, end - 1)) if end > i else None


def _one_of(row: Stream, i: int) -> bool:
    """Whether word `i` is one of several whom the words behind it tell: `one of them , Tom Reed`."""
    if row.words[i] not in row.lexicon.list("partitives") or i + 1 >= len(row.words):
        return False
    named = row.words[i + 1] == "," and _goes_on(row, i + 2)
    return named or (bool(row.classes[i + 1] & kind.INNER) and not _leads_out(row, i + 1))


def _continues(row: Stream, j: int, start: int) -> bool:
    """Whether word `j` still belongs to the phrase that starts at word `start`."""
    flags = row.classes[j]
    word = row.words[j]
    if flags & (kind.END | kind.QUOTE) or word in {":", ";"}:
        return False
    if flags & (kind.POSSESSIVE | kind.DETERMINER | kind.NUMBER) or word == ")":
        return True
    if flags & kind.RELATIVE:
        return j > start
    if word in {",", "("}:
        return _goes_on(row, j + 1)
    if word in DASHES:
        return hyphen(row, j)
    if flags & kind.INNER:
        return not _leads_out(row, j)
    if flags & kind.COORDINATOR:
        return word in row.lexicon.list("joiners") and _goes_on(row, j + 1)
    if flags & (kind.ADVERB | kind.SUBJECT | kind.TIME):
        return j == start or bool(row.classes[j - 1] & kind.DETERMINER)
    if row.cased and row.lexicon.list("capital_nouns") and j > start and word.islower():
        after_noun = row.text[row.starts[j - 1]].isupper() and not row.text[row.starts[j]].isupper()
        if after_noun:
            return False  # where nouns have capitals, a word without one behind a noun is its verb
    return not flags & (kind.PREPOSITION | kind.SUBORDINATOR | kind.AUXILIARY) and not is_verb(row, j)


def _clause_end(row: Stream, j: int) -> int:
    """Where the relative clause from word `j` ends: with the sentence, or at the comma of a participle."""
    end = j + 1
    while end < min(len(row.words), j + _LONGEST) and not row.classes[end] & (kind.END | kind.QUOTE):
        if row.words[end] in {";", ":", *DASHES} and not hyphen(row, end):
            break
        if row.words[end] == "," and end + 1 < len(row.words) and row.classes[end + 1] & kind.PARTICIPLE:
            break
        end += 1
    # A clause that leads to another quotation belongs to that.
    return j if end < len(row.words) and row.classes[end] & kind.QUOTE else end


def _goes_on(row: Stream, i: int) -> bool:
    """Whether an apposition, the rest of a list or a relative clause starts at word `i`."""
    if i >= len(row.words) or row.classes[i] & (kind.END | kind.QUOTE):
        return False
    flags = row.classes[i]
    known = row.lexicon.list("personal") | row.lexicon.list("origin")
    if flags & (kind.DETERMINER | kind.NUMBER) or row.words[i] in known:
        return True
    return not flags & (kind.PARTICIPLE | kind.ADVERB | kind.TIME | kind.SUBJECT) and noun(row, i)


def _leads_out(row: Stream, i: int) -> bool:
    """Whether the preposition at word `i` opens a time or a carrier: `in a statement`, `on Monday`."""
    for k in range(i + 1, min(i + 5, len(row.words))):
        flags = row.classes[k]
        if flags & (kind.TIME | kind.CARRIER):
            return True
        if flags & (kind.MARK | kind.END | kind.QUOTE | kind.PREPOSITION | kind.VERB):
            return False
    return False
