"""What the reader wants to see; the rest is dimmed and stepped over."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dmreader.model import Member
from dmreader.model.columns import column, field
from dmreader.reading.targets import CLASSES

if TYPE_CHECKING:
    from dmreader.reading.reading import Reading


class Filter(NamedTuple):
    """What a sentence must be to pass; nothing asked passes everything.

    `kind` is a class id of `CLASSES`. `within` are sources that must say it (its own counts), `without` such
    as must not. `min_words` is the least number of words of the sentence; `speaker` a part of the name of
    somebody quoted in it.
    """

    kind: str | None = None
    within: frozenset[int] = frozenset()
    without: frozenset[int] = frozenset()
    min_words: int = 0
    speaker: str = ""

    def __bool__(self) -> bool:
        return self != _NOTHING


_NOTHING = Filter()


def passes(reading: "Reading", member: Member) -> bool:
    """Whether `member` passes the filter of `reading`."""
    asked = reading.filter
    if not asked:
        return True
    if asked.kind is not None and not CLASSES[asked.kind].test(reading, member):
        return False
    mark = reading.marks[member.source].sentences[member.sentence]
    return (
        _said_by_these(asked, member.source, mark.sources)
        and _long_enough(reading, member)
        and (not asked.speaker or _spoken(reading, asked.speaker.casefold(), mark.quotes))
    )


def passing(reading: "Reading", source: int) -> Sequence[int]:
    """The sentences of one source that pass the filter of `reading`, in order."""
    asked, marks = reading.filter, reading.marks[source].sentences
    rows: Sequence[int] = range(len(reading.sentences(source)))
    if asked.kind is not None:
        rows = reading.of_class(asked.kind, source)
    if asked.within or asked.without:
        among = [_said_by_these(asked, source, sources) for sources in column(marks, "sources")]
        rows = [n for n in rows if among[n]]
    if asked.min_words:
        rows = [n for n in rows if _long_enough(reading, Member(source, n))]
    if asked.speaker:
        speaker, quotes_of = asked.speaker.casefold(), field(marks, "quotes")
        rows = [n for n in rows if _spoken(reading, speaker, quotes_of(n))]
    return rows


def _said_by_these(asked: Filter, source: int, others: frozenset[int]) -> bool:
    having = others | {source}
    return asked.within <= having and not asked.without & having


def _long_enough(reading: "Reading", member: Member) -> bool:
    if not reading.filter.min_words:
        return True
    span = reading.sentences(member.source)[member.sentence]
    text = reading.comparison.sources[member.source].text
    return len(text[span.start : span.end].split()) >= reading.filter.min_words


def _spoken(reading: "Reading", speaker: str, quotes: Iterable[int]) -> bool:
    said = (reading.comparison.quotes[n] for n in quotes)
    return any(q.speaker is not None and speaker in q.speaker.name.casefold() for q in said)


def stated(asked: Filter, names: tuple[str, ...]) -> str:
    """The filter in words, as the status line says it; empty when nothing is asked."""
    said = []
    if asked.kind is not None:
        said.append(CLASSES[asked.kind].title)
    if len(names) > 1 and len(asked.within) == len(names):
        said.append("in every source")
    elif asked.within:
        said.append("in " + " and ".join(names[s] for s in sorted(asked.within)))
    if asked.without:
        said.append("not in " + " or ".join(names[s] for s in sorted(asked.without)))
    if asked.min_words:
        said.append(f"{asked.min_words} words or more")
    if asked.speaker:
        said.append(f"said by {asked.speaker}")
    return ", ".join(said)
