"""The persons behind the words that name speakers: variants of one name are merged, pronouns resolved.

Names are told by their words alone, so that `ms fairbanks` and `Cassandra Fairbanks` meet in both styles.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.cases import stem
from dmreader.language.quotes.lexicon import words as words_of
from dmreader.language.quotes.people_accounts import account, accounts
from dmreader.language.quotes.people_names import Words, core, key, may_be_person, shown, variants
from dmreader.language.quotes.speakers_phrases import Phrase, phrase_before
from dmreader.language.quotes.speakers_stream import Stream
from dmreader.language.quotes.speakers_subjects import main_subject

_MEMORY = 90  # words back in which a pronoun finds its person
_NAME = 4  # words between a title and the name that it goes with
_SAYS = 9  # words between a name and the verb that says what he or she said
_GENDERS = ("female", "male")


def given_gender(names: Sequence[str]) -> str | None:
    """The gender of the first given name among `names`, as the lists of common ones have it."""
    return next((g for name in names for g in _GENDERS if name in words_of(f"{g}_names")), None)


class People:
    """Persons of one text, gathered from the phrases that name speakers."""

    def __init__(self, row: Stream, phrases: Sequence[Phrase | None]) -> None:
        self._row = row
        self._list = row.lexicon.list
        self._named = sorted({p for p in phrases if p and not self._pronoun(p)}, key=lambda p: p.start)
        self._accounts = accounts(row) if any(row.words[p.start][0] == "@" for p in self._named) else {}
        self._titles = {word: g for g in _GENDERS for word in self._list(f"{g}_titles")}
        self._full = variants(row, self._named)
        self._cores: dict[Phrase, tuple[Words, tuple[str, ...]]] = {}
        self._speakers = {(last,) for last in self._full}
        self._subject_of: dict[tuple[int, int], Phrase | None] = {}
        self._gender = self._genders()

    def name(self, phrase: Phrase) -> tuple[str, bool]:
        """The person that `phrase` stands for, in words of the text, and whether it is one.

        A pronoun for which nobody fits is its own word in small letters.
        """
        row = self._row
        if any(row.words[i] in self._list("artefacts") for i in range(phrase.start, phrase.head + 1)):
            new = row.words[phrase.start] in self._list("indefinite")
            makers = [] if new else self._subjects(max(0, phrase.start - _MEMORY), phrase.start)
            return self._variant(makers[-1] if makers else phrase), True
        if not self._pronoun(phrase):
            return self._variant(self._accounts.get(account(row, phrase.start), phrase)), True
        if row.words[phrase.start] in self._list("partitives"):
            (first, _), known = self._core(phrase)
            named = known and first > phrase.start  # `one of them , Tom Reed , 71`
            return self._variant(phrase) if named else self._one_of(phrase), True
        person = self._antecedent(phrase)
        # `-elle` of `dit-elle` is a word of its own only here.
        if person is None:
            return self._word(phrase), False
        _, known = self._core(person)
        if known and (gender := self._gender_of(row.words[phrase.start])):
            self._gender.setdefault(known[-1], gender)  # who was `she` once is not `he` later
        return self._variant(person), True

    def _core(self, phrase: Phrase) -> tuple[Words, tuple[str, ...]]:
        """The name alone in a phrase, and the words by which it is known."""
        if phrase not in self._cores:
            words = core(self._row, phrase)
            self._cores[phrase] = words, key(self._row, words)
        return self._cores[phrase]

    def _word(self, phrase: Phrase) -> str:
        """A pronoun as it stands inside a sentence."""
        word = self._own(phrase).rpartition("-")[2]
        return word if word == "I" else word.lower()

    def _own(self, phrase: Phrase) -> str:
        return shown(self._row, (phrase.start, phrase.end))

    def _one_of(self, phrase: Phrase) -> str:
        """`another` with the group that it is of: `another (members of the group)`."""
        row = self._row
        if any(not row.classes[i] & (kind.INNER | kind.OBJECT) for i in range(phrase.start + 1, phrase.end)):
            return self._own(phrase)
        low = max(0, phrase.start - _MEMORY)
        for i in range(phrase.start - 1, low, -1):
            if row.words[i] in self._list("groups") and (group := phrase_before(row, i, low)):
                return f"{self._own(phrase)} ({self._own(group)})"
        return self._own(phrase)

    def _pronoun(self, phrase: Phrase) -> bool:
        return bool(self._row.classes[phrase.start] & kind.SUBJECT) and phrase.head == phrase.start

    def _variant(self, phrase: Phrase) -> str:
        """The longest name that the text has for the same person."""
        words, known = self._core(phrase)
        whole = self._full.get(known[-1]) if known else None
        if (
            whole is None
            or self._row.classes[words[0]] & kind.DETERMINER
            or self._gender.get(known[-1]) == "both"
        ):
            return shown(self._row, words)
        return whole if len(known) == 1 or set(known) <= self._stems(whole) else shown(self._row, words)

    def _stems(self, name: str) -> set[str]:
        return {stem(word, self._row.lexicon.language) for word in name.lower().split()}

    def _genders(self) -> dict[str, str]:
        """What the titles beside a name tell, by the last word of the name: `female`, `male`, or `both`."""
        row = self._row
        found: dict[str, set[str]] = defaultdict(set)
        for i, word in enumerate(row.words):
            if word not in self._titles:
                continue
            for j in range(i + 1, min(i + _NAME, len(row.words))):
                if row.classes[j] and not row.classes[j] & kind.TITLE:
                    break
                found[stem(row.words[j], row.lexicon.language)].add(self._titles[word])
        for phrase in self._named:
            _, known = self._core(phrase)
            gender = self._agreeing(phrase) or self._said_of(phrase)
            if known and not found.get(known[-1]) and gender:
                found[known[-1]].add(gender)
            elif known and known[-1] in found and (given := given_gender(known[:-1])):
                found[known[-1]].add(given)  # Mrs. Quill is not Bill Quill
        return {word: next(iter(told)) if len(told) == 1 else "both" for word, told in found.items() if told}

    def _agreeing(self, phrase: Phrase) -> str | None:
        """The gender that an article tells, with which pronouns agree (`la maire de Lyon`), or a verb."""
        row = self._row
        first = row.words[phrase.start]
        article = next((g for g in _GENDERS if first in self._list(f"{g}_articles")), None)
        if article and self._speaks(phrase):
            return article
        beside = [i for i in (phrase.start - 1, phrase.end) if 0 <= i < len(row.words)]
        verb = next((row.words[i] for i in beside if row.classes[i] & kind.SAY), None)
        return next((g for g, form in row.lexicon.genders.items() if verb and form.search(verb)), None)

    def _speaks(self, phrase: Phrase) -> bool:
        """Whether `phrase` names a speaker: things have a gender, too (`une tempête`)."""
        k = bisect_left(self._named, phrase.start, key=lambda p: p.start)
        return k < len(self._named) and self._named[k].start == phrase.start

    def _said_of(self, phrase: Phrase) -> str | None:
        """The gender of the pronoun in `X said she hoped`."""
        row = self._row
        for j in range(phrase.end, min(phrase.end + _SAYS, len(row.words) - 1)):
            if row.classes[j] & kind.SAY:
                return self._gender_of(row.words[j + 1])
            if row.classes[j] & (kind.END | kind.QUOTE):
                return None
        return None

    def _gender_of(self, pronoun: str) -> str | None:
        return next((g for g in _GENDERS if pronoun in self._list(g)), None)

    def _antecedent(self, pronoun: Phrase) -> Phrase | None:
        """The nearest person before `pronoun` that agrees with it, a known gender before an unknown one."""
        word = self._row.words[pronoun.start]
        gender = self._gender_of(word)
        if gender is None and word not in self._list("plural"):
            return None
        low = max(0, pronoun.start - _MEMORY)
        first = bisect_left(self._named, low, key=lambda p: p.start)
        near = self._named[first : bisect_left(self._named, pronoun.start, key=lambda p: p.start)]
        likely: Phrase | None = None
        possible: Phrase | None = None
        for phrase in sorted([*near, *self._subjects(low, pronoun.start)], key=lambda p: -p.start):
            if self._row.classes[phrase.head] & kind.CARRIER:
                continue
            told = self._told(phrase)
            if gender is not None and told == gender:
                return phrase
            if likely is None and told in {None, "both"} and self._may_be(phrase, gender):
                possible = possible or phrase
                likely = phrase if self._is_person(phrase, gender) else None
        return likely or possible

    def _may_be(self, phrase: Phrase, gender: str | None) -> bool:
        """Whether nothing speaks against a person of `gender`: no office, and no given name, of the other."""
        words, known = self._core(phrase)
        office = self._office(phrase)
        if {office, self._given(phrase)} - {None, gender} and gender is not None:
            return False
        return bool(known or office) and (gender is None or may_be_person(self._row, words))

    def _is_person(self, phrase: Phrase, gender: str | None) -> bool:
        """Whether a title, a given name, or a person who speaks tells that `phrase` is a person."""
        known = self._core(phrase)[1]
        titled = any(self._row.classes[i] & kind.TITLE for i in range(phrase.start, phrase.end))
        given = self._given(phrase) == gender or not words_of("either_names").isdisjoint(known[:-1])
        return titled or gender is None or given or known[-1:] in self._speakers

    def _told(self, phrase: Phrase) -> str | None:
        """The gender that the text tells of a person: by a title beside the name, or by `said she`."""
        known = self._core(phrase)[1]
        beside = next((self._gender[word] for word in reversed(known) if word in self._gender), None)
        if beside == "both":
            beside = self._office(phrase) or given_gender(known[:-1]) or beside
        return beside or self._agreeing(phrase) or self._said_of(phrase)

    def _given(self, phrase: Phrase) -> str | None:
        """The gender of a given name, of the phrase or else of the full name of the person."""
        known = self._core(phrase)[1]
        if len(known) > 1:
            return given_gender(known[:-1])
        if not known or self._gender.get(known[-1]) == "both":
            return None
        return given_gender(self._full.get(known[0], known[0]).lower().split()[:1])

    def _office(self, phrase: Phrase) -> str | None:
        """The gender of an office in a description: it speaks against the other gender, not for a person."""
        return next(
            (self._titles[w] for w in self._row.words[phrase.start : phrase.end] if w in self._titles), None
        )

    def _subjects(self, low: int, high: int) -> list[Phrase]:
        """The subjects of the sentences between words `low` and `high` that are no pronouns."""
        ends = self._ends[bisect_left(self._ends, low) : bisect_left(self._ends, high)]
        edges = pairwise([low - 1, *ends, high])
        return [phrase for before, end in edges if (phrase := self._subject(before + 1, end))]

    def _subject(self, start: int, end: int) -> Phrase | None:
        """The subject of the words between two, unless it is a pronoun."""
        if (start, end) not in self._subject_of:
            phrase = main_subject(self._row, start, end)
            self._subject_of[start, end] = phrase if phrase and not self._pronoun(phrase) else None
        return self._subject_of[start, end]

    @cached_property
    def _ends(self) -> list[int]:
        """The words at which sentences are over, and colons."""
        row = self._row
        ends = {i for i, flags in enumerate(row.classes) if flags & kind.END}
        ends.update(i for i, word in enumerate(row.words) if word == ":")
        return sorted(ends.union(row.where[k] for k in row.finals))
