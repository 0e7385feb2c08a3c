"""The persons behind the words that name speakers: variants of one name are merged, pronouns resolved.

Names are told by their words alone, so that `ms fairbanks` and `Cassandra Fairbanks` meet in both styles.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.speakers_phrases import Phrase, phrase_before
from dmreader.language.quotes.speakers_stream import Stream
from dmreader.language.quotes.speakers_subjects import main_subject

_MEMORY = 90  # words back in which a pronoun finds its person
_SMALL = kind.DETERMINER | kind.TITLE | kind.ADVERB | kind.COORDINATOR | kind.MARK | kind.OBJECT


class People:
    """Persons of one text, gathered from the phrases that name speakers."""

    def __init__(self, row: Stream, phrases: Sequence[Phrase | None]) -> None:
        self._row = row
        self._list = row.lexicon.list
        self._named = sorted({p for p in phrases if p and not self._pronoun(p)}, key=lambda p: p.start)
        self._full = self._merge()
        self._gender = self._genders()

    def name(self, phrase: Phrase) -> str:
        """The person that `phrase` stands for, in words of the text; a pronoun's own word if nobody fits."""
        row = self._row
        if any(row.words[i] in self._list("artefacts") for i in range(phrase.start, phrase.head + 1)):
            owner = self._subjects(max(0, phrase.start - _MEMORY), phrase.start)
            return self._variant(owner[-1]) if owner else self._variant(phrase)
        if not self._pronoun(phrase):
            return self._variant(phrase)
        if row.words[phrase.start] in self._list("partitives"):
            return self._one_of(phrase)
        person = self._antecedent(phrase)
        # `-elle` of `dit-elle` is a word of its own only here.
        return self._variant(person) if person else self._words(phrase.start, phrase.end).rpartition("-")[2]

    def _one_of(self, phrase: Phrase) -> str:
        """`another` with the group that it is of: `another (members of the group)`."""
        row = self._row
        low = max(0, phrase.start - _MEMORY)
        groups = self._list("groups")
        for i in range(phrase.start - 1, low, -1):
            if row.words[i] in groups and (group := phrase_before(row, i, low)):
                return f"{self._words(phrase.start, phrase.end)} ({self._words(group.start, group.end)})"
        return self._words(phrase.start, phrase.end)

    def _words(self, start: int, end: int) -> str:
        return " ".join(self._row.text[self._row.starts[start] : self._row.ends[end - 1]].split())

    def _pronoun(self, phrase: Phrase) -> bool:
        start = phrase.start
        return bool(self._row.classes[start] & kind.SUBJECT) and phrase.head == start

    def _core(self, phrase: Phrase) -> tuple[int, int]:
        """The words of the name alone: `peter cook` of `carter 's press secretary , peter cook`."""
        row = self._row
        pieces: list[tuple[int, int]] = []
        start = phrase.start
        while start < phrase.head and row.classes[start] & kind.PREPOSITION:
            start += 1
        for i in range(start, phrase.end + 1):
            if i == phrase.end or row.words[i] in {",", "("} or row.classes[i] & kind.RELATIVE:
                if i > start:
                    pieces.append((start, i))
                start = i + 1
                if i < phrase.end and row.classes[i] & kind.RELATIVE:
                    break
        if not pieces:
            return phrase.start, phrase.end
        pieces = [(a, b - 1 if row.classes[b - 1] & kind.POSSESSIVE else b) for a, b in pieces]
        first = pieces[0]
        described = any(row.classes[i] & (kind.DETERMINER | kind.POSSESSIVE) for i in range(*first))
        if (
            described
            and len(pieces) > 1
            and not row.classes[pieces[1][0]] & (kind.DETERMINER | kind.PREPOSITION)
        ):
            return pieces[1]
        if len(pieces) > 1 and row.words[pieces[1][0] - 1] == "," and row.classes[first[1] - 1] & kind.TITLE:
            return (
                pieces[1] if not row.classes[pieces[1][0]] & (kind.DETERMINER | kind.PREPOSITION) else first
            )
        return first[0], self._handle(first[1]) or first[1]

    def _handle(self, i: int) -> int | None:
        """The end of the account name that follows word `i`: `another user , with the handle @ tinypants`."""
        row = self._row
        for j in range(i, min(i + 6, len(row.words))):
            if row.words[j][0] == "@":
                return j + 1
            if row.classes[j] & (kind.END | kind.QUOTE | kind.VERB):
                return None
        return None

    def _key(self, start: int, end: int) -> tuple[str, ...]:
        """The words by which a name is known: no titles, no articles, nothing after a preposition."""
        row = self._row
        words: list[str] = []
        for i in range(start, end):
            flags = row.classes[i]
            if flags & kind.PREPOSITION and words:
                break
            if flags & kind.POSSESSIVE:
                words.clear()
            elif not flags & _SMALL and not flags & kind.PREPOSITION:
                words.append(row.words[i])
        return tuple(words)

    def _merge(self) -> dict[str, str]:
        """For the last word of every name, the longest name that ends with it."""
        full: dict[str, str] = {}
        longest: dict[str, int] = defaultdict(int)
        for phrase in self._named:
            start, end = self._core(phrase)
            key = self._key(start, end)
            if not key or self._row.classes[start] & kind.DETERMINER:
                continue
            if len(key) > longest[key[-1]]:
                longest[key[-1]] = len(key)
                full[key[-1]] = self._words(start, end)
        self._places = self._index({word for word, size in longest.items() if size == 1})
        for last in [word for word, size in longest.items() if size == 1]:
            if whole := self._first_name(last):
                full[last] = whole
        return full

    def _index(self, words: set[str]) -> dict[str, list[int]]:
        """Where each of `words` stands, the first word of the text left out."""
        places: dict[str, list[int]] = {word: [] for word in words}
        for i, word in enumerate(self._row.words):
            if i and word in places:
                places[word].append(i)
        return places

    def _first_name(self, last: str) -> str | None:
        """`cassandra fairbanks` for `fairbanks`, where the text has the two side by side."""
        row = self._row
        found: Counter[str] = Counter()
        sure: set[str] = set()
        for i in self._places[last]:
            if row.classes[i - 1] or not row.words[i - 1].isalpha():
                continue
            shown = self._words(i - 1, i + 1)
            if not shown.islower() and not (shown[0].isupper() and shown.split()[-1][0].isupper()):
                continue
            found[shown] += 1
            if i > 1 and row.classes[i - 2] & kind.TITLE:
                sure.add(shown)
        best = max(found, key=lambda shown: (shown in sure, found[shown]), default=None)
        return best if best and (best in sure or found[best] > 1 or not best.islower()) else None

    def _variant(self, phrase: Phrase) -> str:
        start, end = self._core(phrase)
        key = self._key(start, end)
        if key and not self._row.classes[start] & kind.DETERMINER:
            whole = self._full.get(key[-1])
            if whole and (len(key) == 1 or set(key) <= set(whole.lower().split())):
                return whole
        return self._words(start, end)

    def _genders(self) -> dict[str, str]:
        """Which of `female` and `male` the titles beside a name tell, by the last word of the name."""
        row = self._row
        genders: dict[str, str] = {}
        for i in range(len(row.words) - 1):
            if not row.classes[i] & kind.TITLE:
                continue
            for gender in ("female", "male"):
                if row.words[i] in self._list(f"{gender}_titles"):
                    for j in range(i + 1, min(i + 4, len(row.words))):
                        if row.classes[j] and not row.classes[j] & kind.TITLE:
                            break
                        genders[row.words[j]] = gender
        for phrase in self._named:
            key = self._key(*self._core(phrase))
            if key and (known := self._said_of(phrase)):
                genders.setdefault(key[-1], known)
        return genders

    def _said_of(self, phrase: Phrase) -> str | None:
        """The gender of the pronoun in `X said she hoped`."""
        row = self._row
        for j in range(phrase.end, min(phrase.end + 9, len(row.words) - 1)):
            if row.classes[j] & kind.SAY:
                word = row.words[j + 1]
                return next((g for g in ("female", "male") if word in self._list(g)), None)
            if row.classes[j] & (kind.END | kind.QUOTE):
                return None
        return None

    def _antecedent(self, pronoun: Phrase) -> Phrase | None:
        """The nearest person before `pronoun` that agrees with it, a known gender before an unknown one."""
        row = self._row
        word = row.words[pronoun.start]
        gender = next((g for g in ("female", "male") if word in self._list(g)), None)
        if gender is None and word not in self._list("plural"):
            return None
        low = max(0, pronoun.start - _MEMORY)
        first = bisect_left(self._named, low, key=lambda p: p.start)
        near = self._named[first : bisect_left(self._named, pronoun.start, key=lambda p: p.start)]
        near += self._subjects(low, pronoun.start)
        possible: Phrase | None = None
        for phrase in sorted(near, key=lambda p: -p.start):
            key = self._key(*self._core(phrase))
            known = next((self._gender[w] for w in reversed(key) if w in self._gender), self._said_of(phrase))
            if not key or row.classes[phrase.head] & kind.CARRIER:
                continue
            if known == gender and gender is not None:
                return phrase
            if known is None and possible is None:
                possible = phrase
        return possible

    def _subjects(self, low: int, high: int) -> list[Phrase]:
        """The subjects of the sentences between words `low` and `high` that are no pronouns."""
        row = self._row
        found: list[Phrase] = []
        start = low
        for i in range(low, high + 1):
            if i == high or row.classes[i] & kind.END or row.quote[i] in row.finals:
                phrase = main_subject(row, start, i)
                if phrase and not self._pronoun(phrase):
                    found.append(phrase)
                start = i + 1
        return found
