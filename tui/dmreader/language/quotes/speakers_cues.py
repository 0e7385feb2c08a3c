"""What around a quotation says whose it is: verbs before and after, `according to`, labels, carriers."""

from typing import NamedTuple

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_following import phrase_after
from dmreader.language.quotes.speakers_phrases import Phrase, is_verb, phrase_before
from dmreader.language.quotes.speakers_stream import Stream
from dmreader.language.quotes.speakers_subjects import subject_before

_REACH = 60  # words that are looked at on either side
_NEAR = 30  # words in which a subject right behind a quotation has its verb
_DASHES = {"-", "–", "—", "--"}


class Cue(NamedTuple):
    """A phrase that may name the speaker, how strongly it does, and what says so."""

    phrase: Phrase
    strength: float
    why: str


def _says(row: Stream, i: int) -> bool:
    return bool(row.classes[i] & (kind.SAY | kind.JUDGE)) and is_verb(row, i)


def _according(row: Stream, i: int) -> Phrase | None:
    """The source that an `according to` at word `i` names."""
    for phrase in row.lexicon.according:
        if row.words[i] == phrase[0] and tuple(row.words[i : i + len(phrase)]) == phrase:
            return phrase_after(row, i + len(phrase))
    return None


def cues_after(row: Stream, at: int, comma: bool, final: bool) -> list[Cue]:
    """Cues behind the quotation at word `at`.

    `comma`: the quotation ends as one does that is followed by its speaker; `final`: as a sentence does.
    """
    i = at + 1
    size = len(row.words)
    while i < size and row.words[i] in {",", *_DASHES}:
        comma = comma or row.words[i] == ","
        i += 1
    if i >= size or row.classes[i] & (kind.END | kind.QUOTE) or final:
        return []
    if source := _according(row, i):
        return [Cue(source, 5.0, "according to")]
    if row.words[i] in row.lexicon.lists["as"]:
        i += 1
    if is_verb(row, i) and (comma or row.classes[i] & kind.SAY):
        phrase = phrase_after(row, i + 1)
        if phrase and not _goes_on_with_verb(row, phrase):
            return [
                Cue(
                    phrase, 6.0 if row.classes[i] & (kind.SAY | kind.JUDGE) else 3.5, "verb and speaker after"
                )
            ]
    if row.classes[i] & kind.COORDINATOR:
        return _closing(row, i)
    return _following(row, i, comma) or _closing(row, i)


def _following(row: Stream, i: int, comma: bool) -> list[Cue]:
    """`“…” , Mr. Moore said`: a subject from word `i` on, and its verb."""
    for j in range(i, min(i + _NEAR, len(row.words))):
        if row.classes[j] & (kind.END | kind.QUOTE) or row.words[j] in {":", ";"}:
            break
        if not is_verb(row, j):
            continue
        phrase = subject_before(row, j, i)
        if phrase is None:
            continue
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
    for j in range(i, min(i + 12, len(row.words))):
        flags = row.classes[j]
        if flags & (
            kind.END
            | kind.MARK
            | kind.QUOTE
            | kind.COORDINATOR
            | kind.SUBORDINATOR
            | kind.RELATIVE
            | kind.PREPOSITION
        ):
            return row.words[j] == "that"
        if flags & kind.AUXILIARY or is_verb(row, j):
            return True
    return False


def _goes_on_with_verb(row: Stream, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of what follows instead: `“…” said he was …`."""
    i = phrase.end
    if any(row.words[k] == "," for k in range(phrase.start, i)):
        return False
    return i < len(row.words) and is_verb(row, i) and not row.classes[i] & (kind.SAY | kind.JUDGE)


def _closing(row: Stream, i: int) -> list[Cue]:
    """The clause that ends the sentence: `“…” in Ohio , Mr. Moore said on Friday .`"""
    for j in range(i, min(i + _REACH, len(row.words))):
        if row.classes[j] & kind.END or row.words[j] in {":", ";"}:
            break
        if source := _according(row, j):
            return [Cue(source, 2.5, "according to")]
        if not (row.classes[j] & kind.SAY and is_verb(row, j)):
            continue
        if row.words[j - 1] == "," and (phrase := phrase_after(row, j + 1)):
            return [Cue(phrase, 3.0, "verb and speaker at the end")]
        phrase = subject_before(row, j, i)
        if phrase and phrase.start > i and row.words[phrase.start - 1] == "," and not _new_clause(row, j + 1):
            return [Cue(phrase, 3.2, "speaker and verb at the end")]
    return []


def sentence_start(row: Stream, at: int, finals: frozenset[int]) -> int:
    """The first word of the sentence that word `at` is in; `finals` are quotations that end a sentence."""
    i = at - 1
    while i >= 0 and not row.classes[i] & kind.END and not (row.quote[i] >= 0 and row.quote[i] in finals):
        i -= 1
    return i + 1


def cues_before(row: Stream, at: int, low: int) -> list[Cue]:
    """Cues between the start of the sentence, word `low`, and the quotation at word `at`."""
    found: list[Cue] = []
    j = at - 1
    while j >= low and (row.classes[j] & kind.MARK) and row.words[j] != ":":
        j -= 1
    if (
        j > low
        and row.classes[j] & kind.POSSESSIVE
        and at + 1 < len(row.words)
        and row.classes[at + 1] & kind.SPEECH
    ):
        phrase = phrase_before(row, j - 1, low)
        if phrase:
            found.append(Cue(phrase, 4.0, "owner of the words"))
    label = _label(row, at - 1, low)
    if label:
        found.append(label)
    first = max(low, at - _REACH)
    clause = _clause_start(row, at, low)
    for j in range(at - 1, first - 1, -1):
        flags = row.classes[j]
        if flags & kind.SPEECH and not flags & kind.VERB and (cue := _owner(row, j, low, at)):
            found.append(cue)
        if source := _according(row, j):
            found.append(Cue(source, 3.2 - (at - j) / 40, "according to"))
        if not flags & (kind.SAY | kind.JUDGE):
            continue
        cue = _governing(row, j, low, at)
        if cue and j < clause:
            cue = cue._replace(strength=cue.strength - 1.5)
        if cue is None:
            continue
        found.append(cue)
        if flags & kind.SAY:
            break
    if phrase := main_subject(row, clause, at):
        if row.words[at - 1] in {",", ":", "that"} and not _passive_carrier(row, low, at):
            found.append(Cue(phrase, 2.1, "subject of the sentence"))
        elif any(row.classes[i] & kind.CARRIER for i in range(phrase.start, phrase.head + 1)):
            found.append(Cue(phrase, 2.0, "what carries the words"))
    return found


def _clause_start(row: Stream, at: int, low: int) -> int:
    """The word after the last colon before the quotation: captions run on (`deserving man : Mr. Moore wrote …`)."""
    for j in range(at - 2, low, -1):
        if row.words[j] == ":":
            return j + 1
    return low


def _passive_carrier(row: Stream, low: int, at: int) -> bool:
    """Whether nobody is said to have put the words there: `two photos were posted with the caption : “…”`."""
    if at - 2 < low or not row.classes[at - 2] & kind.CARRIER:
        return False
    for j in range(at - 2, low, -1):
        if is_verb(row, j):
            return bool(row.classes[j - 1] & kind.BEING)
    return False


def _governing(row: Stream, verb: int, low: int, at: int) -> Cue | None:
    """The subject of the verb at word `verb`, before the quotation at word `at`."""
    flags = row.classes[verb]
    gap = at - verb - 1
    near = max(0.0, 1.5 - gap / 10) + (0.8 if row.words[at - 1] in {":", ","} and gap < 12 else 0)
    strength = (3.0 if flags & kind.SAY else 2.0) + near
    if (
        flags & kind.SAY
        and gap <= 4
        and all(
            row.classes[i] & (kind.MARK | kind.TIME) or row.words[i] == "that" for i in range(verb + 1, at)
        )
    ):
        strength += 2.5
    progressive = verb > low and bool(row.classes[verb - 1] & kind.BEING)
    if (flags & kind.PARTICIPLE and not progressive) or (
        verb > low and row.words[verb - 1] in row.lexicon.lists.get("to", ())
    ):
        phrase = _participle_subject(row, verb, low)
        return Cue(phrase, strength - 0.6, "verb before, its clause's subject") if phrase else None
    if not is_verb(row, verb) and not flags & kind.PARTICIPLE:
        return None
    if progressive and not flags & kind.PARTICIPLE:
        agent = _agent(row, verb, at)
        return Cue(agent, strength, "named by") if agent else None
    phrase = subject_before(row, verb, low) or _shared_subject(row, verb, low)
    if phrase is None:
        phrase = main_subject(row, low, verb)
        strength -= 0.8
    return Cue(phrase, strength, "speaker and verb before") if phrase else None


def _shared_subject(row: Stream, verb: int, low: int) -> Phrase | None:
    """The subject of the verb before, which this one shares: `he laughed and | said`."""
    if verb <= low or not row.classes[verb - 1] & kind.COORDINATOR:
        return None
    for j in range(verb - 2, max(low, verb - 6), -1):
        if row.classes[j] & kind.QUOTE:
            return None
        if is_verb(row, j) and (phrase := subject_before(row, j, low)):
            return phrase
    return None


def _agent(row: Stream, verb: int, at: int) -> Phrase | None:
    for j in range(verb + 1, min(at + 2, len(row.words))):
        if row.words[j] in row.lexicon.lists.get("by", ()):
            return phrase_after(row, j + 1)
    return None


def _participle_subject(row: Stream, verb: int, low: int) -> Phrase | None:
    """Whose act a participle or an infinitive is: its own subject after `with`, else the clause's."""
    own = phrase_before(row, verb - 1, low) or _after_with(row, verb - 1, low)
    if own and own.start > low and not row.classes[own.head] & kind.CARRIER:
        before = own.start - 1
        if row.classes[before] & (kind.PREPOSITION | kind.COORDINATOR) or row.words[before] in _DASHES:
            return own
    for j in range(verb - 1, low, -1):
        if row.classes[j] & kind.SAY and is_verb(row, j) and not row.classes[j] & kind.PARTICIPLE:
            return subject_before(row, j, low) or main_subject(row, low, j)
    return main_subject(row, low, verb)


def _after_with(row: Stream, i: int, low: int) -> Phrase | None:
    """`with many users | calling it “…”`"""
    phrase = phrase_before(row, i, low, governed=True)
    return phrase if phrase and row.words[phrase.start - 1] in row.lexicon.lists.get("with", ()) else None


def _owner(row: Stream, noun: int, low: int, at: int) -> Cue | None:
    """`Mr. Moore 's claim that “…”`: the owner of the words."""
    if at - noun > 8:
        return None
    j = noun - 1
    while j > low and noun - j < 4 and not row.classes[j] & kind.POSSESSIVE:
        j -= 1
    if j <= low or not row.classes[j] & kind.POSSESSIVE:
        return None
    phrase = phrase_before(row, j - 1, low)
    return Cue(phrase, 2.2, "owner of the words") if phrase else None


def main_subject(row: Stream, low: int, high: int) -> Phrase | None:
    """The subject of the first finite verb between words `low` and `high` that has one."""
    for j in range(low, high):
        if row.classes[j] & kind.QUOTE:
            continue
        if not (
            (row.classes[j] & kind.AUXILIARY and row.words[j] not in row.lexicon.lists["possessive"])
            or is_verb(row, j)
        ):
            continue
        phrase = subject_before(row, j, low)
        if phrase is None and row.words[j - 1] == ",":
            phrase = phrase_before(row, j - 2, low)
        if phrase is None:
            continue
        if _subordinate(row, phrase.start, low) and high - j > 3:
            continue
        return phrase
    return None


def _subordinate(row: Stream, start: int, low: int) -> bool:
    return start > low and bool(row.classes[start - 1] & (kind.SUBORDINATOR | kind.RELATIVE))


def heading(row: Stream, at: int, low: int) -> Phrase | None:
    """`“…” : Mr. Moore wrote on his page …`: the subject of what a quotation is the heading of."""
    if at != low or at + 1 >= len(row.words) or row.words[at + 1] != ":":
        return None
    for j in range(at + 2, min(at + 2 + _NEAR, len(row.words))):
        if row.classes[j] & (kind.END | kind.QUOTE):
            break
        if is_verb(row, j):
            return subject_before(row, j, at + 2)
    return None


def _label(row: Stream, colon: int, low: int) -> Cue | None:
    """`moore : “…”`: a name and a colon, nothing else."""
    if colon <= low or row.words[colon] != ":":
        return None
    phrase = phrase_before(row, colon - 1, low)
    if (
        phrase
        and phrase.start <= low + 1
        and colon - phrase.start <= 8
        and not row.classes[phrase.head] & kind.CARRIER
    ):
        return Cue(phrase, 2.4, "label")
    return None
