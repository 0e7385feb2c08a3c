"""Names in the phrases that name speakers: the name alone, the words it is known by, its longest variant."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dmreader.language.quotes import speakers_classes as kind
from dmreader.language.quotes.cases import declines, stem
from dmreader.language.quotes.speakers_phrases import Phrase
from dmreader.language.quotes.speakers_stream import Stream

Words = tuple[int, int]
"""A half-open run of words of a stream."""

_SMALL = (
    kind.DETERMINER | kind.TITLE | kind.ADVERB | kind.COORDINATOR | kind.MARK | kind.OBJECT | kind.PREPOSITION
)
_ACCOUNT = 6  # words behind a phrase in which its account may stand
_PARTICLE = 3  # letters of the longest particle inside a name: `van`


def core(row: Stream, phrase: Phrase) -> Words:
    """The name alone: `peter cook` of `carter 's press secretary , peter cook , who …`."""
    pieces = _pieces(row, phrase)
    if not pieces:
        return phrase.start, phrase.end
    first = pieces[0]
    no_name = kind.DETERMINER | kind.PREPOSITION | kind.NUMBER
    if len(pieces) > 1 and not row.classes[pieces[1][0]] & no_name:
        described = row.words[first[0]] in row.lexicon.list("partitives") or any(
            row.classes[i] & (kind.DETERMINER | kind.POSSESSIVE) for i in range(*first)
        )
        if described or (row.words[pieces[1][0] - 1] == "," and row.classes[first[1] - 1] & kind.TITLE):
            return _proper(row, pieces[1])
    account = _account(row, *first)
    return (first[0], account) if account else _proper(row, first)


def _pieces(row: Stream, phrase: Phrase) -> list[Words]:
    """What commas part, up to a relative clause, without what stands in brackets."""
    pieces: list[Words] = []
    start = phrase.start
    while start < phrase.head and row.classes[start] & kind.PREPOSITION:
        start += 1
    for i in range(start, phrase.end + 1):
        over = i == phrase.end or bool(row.classes[i] & kind.RELATIVE)
        if over or row.words[i] in {",", "("}:
            end = i - 1 if i > start and row.classes[i - 1] & kind.POSSESSIVE else i
            if end > start and row.words[start - 1] != "(":
                pieces.append((start, end))
            start = i + 1
        if over:
            break
    return pieces


def _proper(row: Stream, words: Words) -> Words:
    """The capitals at the end of a description: `Anna Walker` of `the campaigner Anna Walker`.

    Words without capitals, a single one (`the Times`), and those with a preposition are left alone.
    """
    start, end = words
    if any(row.classes[i] & kind.PREPOSITION for i in range(start, end)) or not _capital(row, end - 1):
        return words
    first = end - 1
    for i in range(end - 2, start - 1, -1):
        if row.classes[i] & (kind.POSSESSIVE | kind.DETERMINER | kind.COORDINATOR):
            break
        if _capital(row, i):
            first = i
        elif len(row.words[i]) > _PARTICLE:
            break
    return (first, end) if end - first > 1 else words


def _capital(row: Stream, i: int) -> bool:
    return row.text[row.starts[i]].isupper()


def _account(row: Stream, first: int, i: int) -> int | None:
    """The end of the account behind words `first` to `i`: `another user , with the handle @ tinypants`.

    A name that has its account right behind it needs no more.
    """
    beside = row.words[i] if i < len(row.words) else ""
    if beside[:1] in {"(", "@"} and not row.classes[first] & kind.DETERMINER:
        return None
    for j in range(i, min(i + _ACCOUNT, len(row.words))):
        if row.words[j][0] == "@":
            closed = row.words[j - 1] == "(" and row.words[j + 1 : j + 2] == [")"]
            return j + 1 + closed
        if row.classes[j] & (kind.END | kind.QUOTE | kind.VERB):
            return None
    return None


def shown(row: Stream, words: Words) -> str:
    """The words as the text has them, on one line."""
    return " ".join(row.text[row.starts[words[0]] : row.ends[words[1] - 1]].split())


def key(row: Stream, words: Words) -> tuple[str, ...]:
    """The words by which a name is known: no titles, no articles, no owner, nothing after a preposition.

    Where names are declined, the words have lost their endings.
    """
    found: list[str] = []
    for i in range(*words):
        flags = row.classes[i]
        if flags & kind.PREPOSITION and found:
            break
        if flags & kind.POSSESSIVE:
            found.clear()
        elif not flags & _SMALL:
            found.append(stem(row.words[i], row.lexicon.language))
    return tuple(found)


def may_be_person(row: Stream, words: Words) -> bool:
    """Whether the words can be one person's: a name, or a description by a title or an office."""
    if any(row.classes[i] & kind.TITLE for i in range(*words)):
        return True
    if any(row.classes[i] & (kind.DETERMINER | kind.NUMBER | kind.PREPOSITION) for i in range(*words)):
        return False
    return _capital(row, words[1] - 1) or not row.cased


def variants(row: Stream, named: Sequence[Phrase]) -> dict[str, str]:
    """For the last word of a name, the longest name that ends with it; none where two persons share it.

    Of a declined name the shortest form is shown, which mostly is that of a subject.
    """
    longest: dict[str, tuple[str, ...]] = {}
    full: dict[str, str] = {}
    shared: set[str] = set()
    declined = declines(row.lexicon.language)
    for phrase in named:
        words = core(row, phrase)
        known = key(row, words)
        if not known or row.classes[words[0]] & kind.DETERMINER or _joined(row, words):
            continue
        last = known[-1]
        other = longest.get(last, ())
        if len(known) > 1 and len(other) > 1 and not (set(known) <= set(other) or set(other) <= set(known)):
            shared.add(last)
        name = shown(row, words)
        nominative = declined and len(known) == len(other) and len(name) < len(full[last])
        if len(known) > len(other) or nominative:
            longest[last] = known
            full[last] = name
    full.update(_first_names(row, {last for last, known in longest.items() if len(known) == 1}))
    return {last: whole for last, whole in full.items() if last not in shared}


def _joined(row: Stream, words: Words) -> bool:
    return any(row.classes[i] & kind.COORDINATOR for i in range(*words))


def _first_names(row: Stream, wanted: set[str]) -> dict[str, str]:
    """`cassandra fairbanks` for `fairbanks`, if the text has both side by side twice or after a title."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    sure: set[str] = set()
    language = row.lexicon.language
    ends = [stem(word, language) for word in row.words] if declines(language) else row.words
    for i in range(1, len(row.words)):
        if ends[i] not in wanted or row.classes[i - 1] or not row.words[i - 1].isalpha():
            continue
        if _capital(row, i) != _capital(row, i - 1):
            continue
        both = shown(row, (i - 1, i + 1))
        found[ends[i]][both] += 1
        if _capital(row, i) or (i > 1 and row.classes[i - 2] & kind.TITLE):
            sure.add(both)
    best = {last: max(names, key=lambda both: (both in sure, names[both])) for last, names in found.items()}
    return {last: both for last, both in best.items() if both in sure or found[last][both] > 1}
