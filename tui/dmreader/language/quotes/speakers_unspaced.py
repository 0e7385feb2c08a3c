"""Speakers in Chinese, Japanese and Korean: told by what stands right beside the marks.

Words cannot be told apart by spaces there, so that the sentence around a quotation is held against a few
expressions of its language (`reporting/unspaced.toml`) after the pattern of `「…」と鈴木は述べた`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dmreader.bundled import folder
from dmreader.language.quotes.spans import QuoteSpan

_FIRST = "\u2e80"  # the scripts in question stand behind it
_SAMPLE = 20_000  # code points that tell the language
_SHARE = 0.3  # of the letters of a text that must be of a script
_KANA = 0.05  # of the letters of a Japanese text that are not Chinese characters
_BEFORE, _BEHIND = 160, 90  # code points around a quotation that are looked at
_MEMORY = 800  # code points in which a pronoun finds its person
_END = re.compile(r"[。！？!?\n]|(?<=[a-z\uac00-\ud7a3])[.]\s")
_OPENING = " \t\u3000「『“\"‘'«《（("
_CLOSING = "」』”\"’'»》"
_LETTER = re.compile(r"[^\W\d_]")


class Named(NamedTuple):
    """`text[start:end]` names the speaker `name`; `known` is False for a pronoun that is nobody's."""

    name: str
    start: int
    end: int
    why: str
    known: bool = True


@dataclass(frozen=True)
class _Language:
    before: re.Pattern[str]
    after: re.Pattern[str]
    needs: re.Pattern[str] | None
    signed: re.Pattern[str] | None
    leads: re.Pattern[str]
    times: re.Pattern[str]
    prepositions: re.Pattern[str] | None
    pronouns: Mapping[str, str]


@cache
def _data() -> dict[str, dict[str, str]]:
    source = folder("dmreader.language.quotes.reporting").joinpath("unspaced.toml")
    return tomllib.loads(source.read_text("utf-8"))


def unspaced_language(text: str) -> str | None:
    """The language of `text` if it is written without spaces, or is Korean."""
    sample = text[:_SAMPLE]
    if max(sample, default="") < _FIRST:
        return None
    letters = len(_LETTER.findall(sample)) or 1
    shares = {code: len(re.findall(of["letters"], sample)) / letters for code, of in _data().items()}
    kana = len(re.findall(_data()["zh"]["kana"], sample)) / letters
    if shares["ko"] >= _SHARE:
        return "ko"
    if shares["zh"] + kana < _SHARE:
        return None
    return "ja" if kana >= _KANA else "zh"


@cache
def _language(code: str) -> _Language:
    data = _data()[code]
    verbs = "|".join(sorted(data["verbs"].split(), key=len, reverse=True))
    times = "|".join(sorted(data["times"].split(), key=len, reverse=True)) or "(?!)"

    def pattern(name: str) -> re.Pattern[str] | None:
        return re.compile(data[name].replace("VERB", verbs).replace("TIME", times)) if name in data else None

    before, after = pattern("before"), pattern("after")
    assert before is not None and after is not None  # noqa: PT018
    prepositions = "|".join(data["prepositions"].split())
    pronouns: Mapping[str, str] = data["pronouns"]  # type: ignore[assignment]
    return _Language(
        before,
        after,
        pattern("needs"),
        pattern("signed"),
        re.compile(rf"(?:{'|'.join(data['leads'].split()) or '(?!)'})+"),
        re.compile(rf"(?:{times})+"),
        re.compile(prepositions) if prepositions else None,
        {word: gender for gender, words in pronouns.items() for word in words.split()},
    )


def unspaced_speakers(text: str, quotes: Sequence[QuoteSpan], code: str) -> list[Named | None]:
    """The speaker of each of `quotes` (in order) of a text in the language `code`, or None."""
    language = _language(code)
    found: list[Named | None] = []
    people = _People(language.pronouns)
    for k, span in enumerate(quotes):
        low = quotes[k - 1].end if k else 0
        high = quotes[k + 1].start if k + 1 < len(quotes) else len(text)
        place = _place(text, span, language, max(low, span.start - _BEFORE), min(high, span.end + _BEHIND))
        if place is None:
            goes_on = k > 0 and _goes_on(text, low, span, language)
            previous = found[-1] if goes_on else None
            found.append(previous._replace(why="goes on from the quotation before") if previous else None)
            continue
        start, end, why = place
        name, known = people.name(text[start:end], start)
        found.append(Named(name, start, end, why, known))
    return found


def _place(
    text: str, span: QuoteSpan, language: _Language, low: int, high: int
) -> tuple[int, int, str] | None:
    """Where the speaker of `span` is named between `low` and `high`, and how."""
    behind = span.end
    while behind < high and text[behind] in _CLOSING:
        behind += 1
    stop = span.start
    while stop > low and text[stop - 1] in _OPENING:
        stop -= 1
    low = max([low, *(end.end() for end in _END.finditer(text, low, stop))])
    while low < stop and text[low] in _CLOSING:
        low += 1
    right = text[behind:high]
    if language.signed and (match := language.signed.match(right)):
        return behind + match.start("who"), behind + match.end("who"), "signed behind it"
    if language.needs and not language.needs.match(right):
        return None
    if language.needs is None and (before := _before(text, low, stop, language)):
        return *before, "speaker and verb before"
    if match := language.after.match(right):
        start, end = _clean(text, behind + match.start("who"), behind + match.end("who"), language)
        if start < end:
            return start, end, "speaker and verb after"
    if language.needs and (before := _before(text, low, stop, language)):
        return *before, "topic of the sentence"
    return None


def _before(text: str, low: int, stop: int, language: _Language) -> tuple[int, int] | None:
    match = language.before.search(text[low:stop])
    if match is None:
        return None
    start, end = _clean(text, low + match.start("who"), low + match.end("who"), language)
    if start < end:
        return start, end
    for a, b in _clauses(text, low, low + match.start("who")):  # 王某在会上，对记者说：「…」
        start, end = _clean(text, a, b, language)
        if start < end < b:
            return start, end
    return None


def _clauses(text: str, low: int, stop: int) -> Iterator[tuple[int, int]]:
    start = low
    for comma in re.finditer("[，,、]", text[low:stop]):
        yield start, low + comma.start()
        start = low + comma.end()


def _clean(text: str, start: int, end: int, language: _Language) -> tuple[int, int]:
    """The name in `text[start:end]` without what leads to it, times, and what a preposition opens."""
    while start < end and text[start].isspace():
        start += 1
    for around in (language.leads, language.times, language.leads):
        if (match := around.match(text, start, end)) and match.end() < end:
            start = match.end()
    if language.prepositions and (match := language.prepositions.search(text, start, end)):
        end = match.start()
    while match := next((m for m in language.times.finditer(text, start, end) if m.end() == end), None):
        end = match.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _goes_on(text: str, previous: int, span: QuoteSpan, language: _Language) -> bool:
    """Whether nothing stands between two quotations, or a verb behind this one has no subject of its own."""
    between = text[previous : span.start]
    if "\n" in between:
        return False
    bare = between.strip(_OPENING + _CLOSING + "，。、")
    behind = text[span.end : span.end + _BEHIND].lstrip(_CLOSING)
    return not bare or bool(language.needs and language.needs.match(behind))


class _People:
    """Persons by the names they were given so far."""

    def __init__(self, pronouns: Mapping[str, str]) -> None:
        self._pronouns = pronouns
        self._named: list[tuple[str, int]] = []
        self._gender: dict[str, str] = {}

    def name(self, words: str, at: int) -> tuple[str, bool]:
        """The person that `words` at offset `at` stand for, and whether it is one."""
        gender = self._pronouns.get(words)
        if gender is None:
            whole = next(
                (n for n, _ in reversed(self._named) if n.endswith(words) or words.endswith(n)), words
            )
            whole = max(whole, words, key=len)
            self._named.append((whole, at))
            return whole, True
        for name, place in reversed(self._named):
            if gender == "either" or at - place > _MEMORY:
                break
            if self._gender.setdefault(name, gender) == gender:
                return name, True
        return words, False
