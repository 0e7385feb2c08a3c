"""What the reader wants to see; the rest is dimmed and stepped over."""

from typing import TYPE_CHECKING, NamedTuple

from dmreader.model import Member
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
    having = mark.sources | {member.source}
    if not asked.within <= having or asked.without & having:
        return False
    if asked.min_words:
        span = reading.comparison.sentences[member.source][member.sentence]
        if (
            len(reading.comparison.sources[member.source].text[span.start : span.end].split())
            < asked.min_words
        ):
            return False
    if asked.speaker:
        wanted = asked.speaker.casefold()
        quotes = (reading.comparison.quotes[n] for n in mark.quotes)
        return any(q.speaker is not None and wanted in q.speaker.name.casefold() for q in quotes)
    return True


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
