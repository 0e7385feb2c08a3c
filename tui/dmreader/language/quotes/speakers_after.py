"""What behind a quotation says whose it is: `“…” , said Mr. Moore`, `“…” , she wrote`."""

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_cues import Cue, according
from dmreader.language.quotes.speakers_following import phrase_after
from dmreader.language.quotes.speakers_phrases import DASHES, Phrase, is_verb, phrase_before
from dmreader.language.quotes.speakers_stream import Stream
from dmreader.language.quotes.speakers_subjects import subject_before

_REACH = 60  # words in which the sentence may end with its speaker
_NEAR = 30  # words in which a subject right behind a quotation has its verb
_CLAUSE = 12  # words in which the verb of a new clause must come
_SMALL = kind.AUXILIARY | kind.ADVERB | kind.OBJECT
_DASHES = [[dash] for dash in DASHES]
_NAMED = 12  # words of a signature
_AUXILIARIES = 3  # small words between a quotation and its verb: `s' est écrié`
_ENDS = {":", ";"}


def cues_after(row: Stream, at: int, comma: bool) -> list[Cue]:
    """Cues behind the quotation at word `at`; `comma`: it ends as one does that its speaker follows."""
    i = at + 1
    size = len(row.words)
    while i < size and row.words[i] in {",", *DASHES}:
        comma = comma or row.words[i] == ","
        i += 1
    if i >= size or row.classes[i] & (kind.END | kind.QUOTE):
        return []
    anew = row.cased and row.text[row.starts[i]].isupper()  # `“Go!” According to Mr. Moore …`
    if not anew and (source := according(row, i, row.lexicon.according + row.lexicon.parenthetical)):
        return [Cue(source, 5.0, "according to")]
    if row.words[i] in row.lexicon.list("as") and i + 1 < size:
        i += 1
    verb = _inverted(row, i)
    if is_verb(row, verb) and (comma or row.classes[verb] & kind.SAY):
        phrase = phrase_after(row, verb + 1)
        if phrase and not _is_subject(row, phrase):
            said = row.classes[verb] & (kind.SAY | kind.JUDGE)
            return [Cue(phrase, 6.0 if said else 3.5, "verb and speaker after")]
    if row.classes[i] & kind.COORDINATOR:
        return _closing(row, i)
    return _following(row, i, comma) or _closing(row, i)


def signature(row: Stream, at: int) -> list[Cue]:
    """`“…” — Mara Quill`, `“…” — Mara Quill (@ quill)`: a name alone behind a dash."""
    if row.words[at + 1 : at + 2] not in _DASHES:
        return []
    phrase = phrase_after(row, at + 2)
    if phrase is None or phrase.end - phrase.start > _NAMED or row.classes[phrase.head] & kind.SUBJECT:
        return []
    end = phrase.head + 1
    over = end >= len(row.words) or row.classes[end] & kind.BREAK or row.words[end] == "("
    return [Cue(phrase._replace(end=end), 4.5, "signed behind it")] if over else []


def _inverted(row: Stream, i: int) -> int:
    """The verb that may stand before its subject, behind its auxiliaries: `a déclaré M. Dupont`."""
    j = i
    while j < len(row.words) - 1 and row.classes[j] & _SMALL and j - i < _AUXILIARIES:
        j += 1
    return j if row.classes[j] & kind.SAY else i


def _following(row: Stream, i: int, comma: bool) -> list[Cue]:
    """`“…” , Mr. Moore said`: a subject from word `i` on, and its verb."""
    for j in range(i, min(i + _NEAR, len(row.words))):
        if row.classes[j] & (kind.END | kind.QUOTE) or row.words[j] in _ENDS:
            break
        phrase = subject_before(row, j, i) if is_verb(row, j) else None
        if phrase is None:
            continue
        if phrase.start > i + 1 and row.words[phrase.start - 1] == ",":
            described = phrase_before(row, phrase.start - 2, i)
            pronoun = row.classes[phrase.start] & kind.SUBJECT
            if described and not pronoun and not row.classes[described.head] & kind.TIME:
                phrase = phrase._replace(start=described.start)
        if phrase.start > i + 1 or not (comma or row.classes[j] & kind.SAY):
            break
        strength = 5.5 if row.classes[j] & kind.SAY else 4.5 if row.classes[j] & kind.JUDGE else 3.0
        if not comma or _new_clause(row, j + 1):
            strength = min(3.0, strength - 1.5)
        return [Cue(phrase, strength, "speaker and verb after")]
    return []


def _new_clause(row: Stream, i: int) -> bool:
    """Whether what follows the verb before word `i` is a claim of its own: `said : …`, `said that …`."""
    if i >= len(row.words) or row.classes[i] & (kind.END | kind.QUOTE):
        return False
    if row.words[i] == ":":
        return True
    stops = kind.MARK | kind.COORDINATOR | kind.SUBORDINATOR | kind.RELATIVE | kind.PREPOSITION
    for j in range(i, min(i + _CLAUSE, len(row.words))):
        flags = row.classes[j]
        if flags & (kind.END | kind.QUOTE | stops):
            return row.words[j] in row.lexicon.list("that")
        if flags & kind.AUXILIARY or is_verb(row, j):
            return True
    return False


def _is_subject(row: Stream, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of what follows instead: `“…” said he was …`."""
    i = phrase.end
    if any(row.words[k] == "," for k in range(phrase.start, i)):
        return False
    return i < len(row.words) and is_verb(row, i) and not row.classes[i] & (kind.SAY | kind.JUDGE)


def _closing(row: Stream, i: int) -> list[Cue]:
    """The clause that ends the sentence: `“…” in Ohio , Mr. Moore said on Friday .`"""
    for j in range(i, min(i + _REACH, len(row.words))):
        if row.classes[j] & kind.END or row.words[j] in _ENDS:
            break
        if source := according(row, j, row.lexicon.according):
            return [Cue(source, 2.5, "according to")]
        if not (row.classes[j] & kind.SAY and is_verb(row, j)):
            continue
        if row.words[j - 1] == "," and (phrase := phrase_after(row, j + 1)):
            return [Cue(phrase, 3.0, "verb and speaker at the end")]
        phrase = subject_before(row, j, i)
        if phrase and phrase.start > i and row.words[phrase.start - 1] == "," and not _new_clause(row, j + 1):
            return [Cue(phrase, 3.2, "speaker and verb at the end")]
    return []


def heading(row: Stream, at: int, low: int) -> Phrase | None:
    """`“…” : Mr. Moore wrote on his page …`: the subject of what the quotation is the heading of."""
    if at != low:
        return None
    for j in range(at + 2, min(at + 2 + _NEAR, len(row.words))):
        if row.classes[j] & (kind.END | kind.QUOTE):
            break
        if is_verb(row, j):
            return subject_before(row, j, at + 2)
    return None
