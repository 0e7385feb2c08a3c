"""Accounts and their owners, where the text ties them: `Quill (@quill)`, `quill , who tweets as @ quill`."""

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_phrases import Phrase, phrase_before
from dmreader.language.quotes.speakers_stream import Stream

_DATED = (["·"], ["|"])  # what parts an account from a date in the line above a post
_REACH = 6  # words between a name and its account


def account(row: Stream, i: int) -> str:
    """The account that word `i` is, in one form; empty if it is none."""
    word = row.words[i]
    return word.replace(" ", "") if word[0] == "@" else ""


def accounts(row: Stream) -> dict[str, Phrase]:
    """By account, the words that name its owner; an account that two names have is nobody's."""
    owners: dict[str, Phrase] = {}
    names: dict[str, set[str]] = {}
    for i in range(1, len(row.words)):
        if row.words[i][0] == "@" and (owner := _owner(row, i)):
            own = account(row, i)
            owners.setdefault(own, owner)
            names.setdefault(own, set()).add(row.words[owner.head])
    return {own: owner for own, owner in owners.items() if len(names[own]) == 1}


def _owner(row: Stream, i: int) -> Phrase | None:
    """Whose account word `i` is: who stands before it in brackets, beside it, or `who tweets as` it."""
    low = row.sentence_start(i)
    end = i - 1
    if row.words[end] in row.lexicon.list("as"):
        while end > max(low, i - _REACH) and not row.classes[end] & kind.RELATIVE:
            end -= 1
        if not row.classes[end] & kind.RELATIVE:
            return None
        end -= 1
    elif row.words[end] != "(" and row.words[i + 1 : i + 2] not in _DATED:
        return None
    while end > low and row.words[end] in {"(", ","}:
        end -= 1
    phrase = phrase_before(row, end, low)
    named = phrase and row.words[phrase.start][0] != "@" and not row.classes[phrase.start] & kind.DETERMINER
    return phrase if named and phrase and not row.classes[phrase.head] & kind.SUBJECT else None
