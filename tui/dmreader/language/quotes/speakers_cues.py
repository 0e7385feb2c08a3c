"""What before a quotation says whose it is: verbs, owners of words, labels, what carries the words."""

from typing import NamedTuple

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_following import phrase_after
from dmreader.language.quotes.speakers_phrases import DASHES, Phrase, is_verb, phrase_before
from dmreader.language.quotes.speakers_stream import Stream
from dmreader.language.quotes.speakers_subjects import (
    before_brackets,
    main_subject,
    shared_subject,
    subject_before,
)

_REACH = 60  # words that are looked at before a quotation
_FAR = 15  # words from which a verb before a quotation may well be of another clause
_WEAK = 2.1  # how strongly such a verb speaks at least
_TRIED = 4  # verbs without a subject after which the search is given up
_BARE = 5  # words between a quotation and a verb without a subject
_LABEL = 8  # words of the longest label before a colon
_OWNED = 8  # words between an owner's words and the quotation


class Cue(NamedTuple):
    """A phrase that may name the speaker, how strongly it does (2 is weak, 6 is sure), and what says so."""

    phrase: Phrase
    strength: float
    why: str


def according(row: Stream, i: int, phrases: tuple[tuple[str, ...], ...]) -> Phrase | None:
    """The source that one of `phrases` (`according to`) at word `i` names."""
    for phrase in phrases:
        if row.words[i] == phrase[0] and tuple(row.words[i : i + len(phrase)]) == phrase:
            return phrase_after(row, i + len(phrase))
    return None


def _before_clause(row: Stream, source: Phrase) -> Phrase:
    """`source` without the subject of a clause that follows: `according to Mr. Moore , | the bridge is …`."""
    commas = [i for i in range(source.start, source.end) if row.words[i] == ","]
    if not commas or row.words[source.end : source.end + 1] == [","]:
        return source
    return Phrase(source.start, commas[-1], min(source.head, commas[-1] - 1))


def cues_before(row: Stream, at: int, low: int) -> list[Cue]:
    """Cues between word `low`, where the sentence starts, and the quotation at word `at`."""
    found = [cue for cue in (_owner_beside(row, at, low), _label(row, at - 1, low)) if cue]
    clause = _clause_start(row, at, low)
    tried = 0
    for j in range(at - 1, max(low, at - _REACH) - 1, -1):
        flags = row.classes[j]
        if flags & kind.SPEECH and not is_verb(row, j) and (owner := _owner(row, j, low, at)):
            found.append(owner)
        if flags & kind.CARRIER and (maker := _maker(row, j, at)):
            found.append(maker)
        if source := according(row, j, row.lexicon.according):
            source = _before_clause(row, source)
            found.append(Cue(source, 3.2 - (at - j) / 40, "according to"))
        if not flags & (kind.SAY | kind.JUDGE):
            continue
        if cue := _governing(row, j, low, at):
            found.append(cue if j >= clause else cue._replace(strength=cue.strength - 1.5))
        else:
            tried += 1
        if tried == _TRIED or (cue and flags & kind.SAY):
            break
    if subject := _sentence(row, at, low, clause):
        found.append(subject)
    return found


def bare_verb(row: Stream, at: int, low: int) -> bool:
    """Whether a verb of saying without a subject leads to, or follows, the quotation at word `at`.

    Only languages that leave out pronouns have such: `и добавил : « … »`.
    """
    if not row.lexicon.list("pro_drop"):
        return False
    before = range(max(low, at - _BARE), at)
    after = range(at + 1, min(at + 1 + _BARE, len(row.words)))
    for places in (before, after):
        for i in places:
            if row.classes[i] & (kind.END | kind.QUOTE):
                break
            if row.classes[i] & kind.SAY:
                return True
    return False


def _clause_start(row: Stream, at: int, low: int) -> int:
    """The word after the last colon before the quotation: captions run on (`a clue : Mr. Moore wrote …`)."""
    return next((j + 1 for j in range(at - 2, low, -1) if row.words[j] == ":"), low)


def _sentence(row: Stream, at: int, low: int, clause: int) -> Cue | None:
    """The subject of a sentence that leads up to the quotation, or that is what carries the words."""
    phrase = main_subject(row, clause, at)
    if phrase is None:
        return None
    if row.words[at - 1] in {",", ":"} | row.lexicon.list("that") and not _nobody_put(row, at, low):
        return Cue(phrase, 2.1, "subject of the sentence")
    if any(row.classes[i] & kind.CARRIER for i in range(phrase.start, phrase.head + 1)):
        return Cue(phrase, 2.0, "what carries the words")
    return None


def _nobody_put(row: Stream, at: int, low: int) -> bool:
    """Whether nobody is said to have put the words there: `photos were posted with the caption : “…”`."""
    if at - 2 < low or not row.classes[at - 2] & kind.CARRIER:
        return False
    verb = next((j for j in range(at - 2, low, -1) if is_verb(row, j)), None)
    return verb is not None and bool(row.classes[verb - 1] & kind.BEING)


def _governing(row: Stream, verb: int, low: int, at: int) -> Cue | None:
    """The subject of the verb at word `verb`, before the quotation at word `at`."""
    flags = row.classes[verb]
    strength = _nearness(row, verb, at)
    before = row.classes[verb - 1] if verb > low else kind.END
    progressive = bool(before & kind.BEING)
    if (flags & kind.PARTICIPLE and not progressive) or (
        verb > low and row.words[verb - 1] in row.lexicon.list("to")
    ):
        phrase = _participle_subject(row, verb, low)
        return Cue(phrase, strength - 0.6, "verb before, its clause's subject") if phrase else None
    if not is_verb(row, verb) and not flags & kind.PARTICIPLE:
        return None
    if progressive and not flags & kind.PARTICIPLE:
        agent = _agent(row, verb, at)
        return Cue(agent, strength, "named by") if agent else None
    inverts = row.lexicon.list("inverts")
    if "first" in inverts and (phrase := _inverted(row, verb, at)):
        return Cue(phrase, strength, "verb and speaker before")
    behind = _inverted(row, verb, at) if "yes" in inverts else None
    phrase = subject_before(row, verb, low) or shared_subject(row, verb, low)
    if phrase and not (behind and _governed(row, phrase)):
        return Cue(phrase, strength, "speaker and verb before")
    if behind:
        return Cue(behind, strength, "verb and speaker before")
    phrase = main_subject(row, low, verb)
    return Cue(phrase, strength - 0.8, "speaker and verb before") if phrase else None


def _governed(row: Stream, phrase: Phrase) -> bool:
    """Whether the phrase is the object of a preposition, and no subject: `auf Twitter | schrieb`."""
    return phrase.start > 0 and bool(row.classes[phrase.start - 1] & kind.PREPOSITION)


def _inverted(row: Stream, verb: int, at: int) -> Phrase | None:
    """The subject behind its verb, before the quotation at word `at`: `am Montag sagte | Eva Klein : „…“`."""
    phrase = phrase_after(row, verb + 1)
    return phrase if phrase and phrase.end <= at and not row.classes[phrase.head] & kind.OBJECT else None


def _nearness(row: Stream, verb: int, at: int) -> float:
    """The strength of a verb before a quotation: most where nothing but a mark or a time stands between."""
    gap = at - verb - 1
    strength = (3.0 if row.classes[verb] & kind.SAY else 2.0) + max(0.0, 1.5 - gap / 10)
    if gap > _FAR:
        strength = max(min(strength, _WEAK), strength - (gap - _FAR) / 20)
    if row.words[at - 1] in {":", ","} and gap < 12:
        strength += 0.8
    between = (
        row.classes[i] & (kind.MARK | kind.TIME) or row.words[i] in row.lexicon.list("that")
        for i in range(verb + 1, at)
    )
    if row.classes[verb] & kind.SAY and gap <= 4 and all(between):
        strength += 2.5
    return strength


def _agent(row: Stream, verb: int, at: int) -> Phrase | None:
    """Who does what a passive says, before the quotation or right behind it: `is called “…” by Mr. Moore`."""
    for j in range(verb + 1, min(at + 2, len(row.words))):
        if row.words[j] in row.lexicon.list("by"):
            return phrase_after(row, j + 1)
    return None


def _participle_subject(row: Stream, verb: int, low: int) -> Phrase | None:
    """Whose act a participle or an infinitive is: its own subject's, the speaker's, or the sentence's."""
    own = phrase_before(row, verb - 1, low)
    if own and own.start > low and not row.classes[own.head] & kind.CARRIER:
        before = own.start - 1
        if row.classes[before] & (kind.PREPOSITION | kind.COORDINATOR) or row.words[before] in DASHES:
            return own
    own = phrase_before(row, verb - 1, low, governed=True)
    if own and own.start > low and row.words[own.start - 1] in row.lexicon.list("with"):
        return own
    for j in range(verb - 1, low, -1):
        if row.classes[j] & kind.SAY and is_verb(row, j):
            return subject_before(row, j, low) or main_subject(row, low, j)
    return main_subject(row, low, verb)


def _owner(row: Stream, noun: int, low: int, at: int) -> Cue | None:
    """`Mr. Moore 's claim that “…”`: the owner of the words."""
    if at - noun > _OWNED:
        return None
    for j in range(noun - 1, max(low, noun - 4), -1):
        if row.classes[j] & kind.POSSESSIVE:
            phrase = phrase_before(row, j - 1, low)
            return Cue(phrase._replace(end=j + 1), 2.2, "owner of the words") if phrase else None
    return None


def _maker(row: Stream, carrier: int, at: int) -> Cue | None:
    """`tweet by @ quill : “…”`: whose is what carries the words, with nothing but a mark behind it."""
    if row.words[carrier + 1 : carrier + 2] == [] or row.words[carrier + 1] not in row.lexicon.list("makers"):
        return None
    phrase = phrase_after(row, carrier + 2)
    if phrase is None or not at - 1 <= phrase.end <= at:
        return None
    return Cue(phrase, 2.6, "author of what carries the words")


def _owner_beside(row: Stream, at: int, low: int) -> Cue | None:
    """`Mr. Moore 's “…” remark`."""
    if at - 1 <= low or at + 1 >= len(row.words) or not row.classes[at - 1] & kind.POSSESSIVE:
        return None
    phrase = phrase_before(row, at - 2, low) if row.classes[at + 1] & kind.SPEECH else None
    return Cue(phrase._replace(end=at), 4.0, "owner of the words") if phrase else None


def _label(row: Stream, colon: int, low: int) -> Cue | None:
    """`moore : “…”`: a name and a colon, nothing else."""
    if colon <= low or row.words[colon] != ":":
        return None
    phrase = before_brackets(row, colon - 1, low)
    if (
        phrase
        and phrase.start <= low + 1
        and colon - phrase.start <= _LABEL
        and not row.classes[phrase.head] & (kind.CARRIER | kind.PARTICIPLE)
    ):
        return Cue(phrase, 2.4, "label")
    return None
