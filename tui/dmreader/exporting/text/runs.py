"""Sentences as painted runs: what stands elsewhere, what only here, what differs from a partner."""

from collections.abc import Iterator, Sequence

from dmreader.exporting.formats import Style
from dmreader.exporting.naming import words
from dmreader.exporting.text.paint import Role
from dmreader.exporting.text.wrap import Run
from dmreader.exporting.wording import weave
from dmreader.marks import MarkKind, Partner, SourceMarks, pieces
from dmreader.model import Comparison

ROLES: dict[MarkKind, Role] = {
    "verbatim": "same",
    "near-verbatim": "same",
    "reworded": "other words",
    "partial": "other words",
    "unique": "only here",
}


def brackets(style: Style) -> tuple[str, str]:
    """What stands around words that the others do not have, so that colour is never needed to see it."""
    return ("{", "}") if style.ascii else ("⟦", "⟧")


def own_runs(
    comparison: Comparison, marks: Sequence[SourceMarks], source: int, sentence: int, around: tuple[str, str]
) -> list[Run]:
    """A sentence of `source`; the words of a shared one that only it has stand within brackets."""
    shared = marks[source].sentences[sentence].kind != "unique"
    runs: list[Run] = []
    for piece in pieces(comparison, marks, source, sentence):
        text = words(comparison.sources[source], piece.start, piece.end)
        quoted: tuple[Role, ...] = () if piece.quote is None else ("quote",)
        if piece.kind == "unique" and shared:
            runs += _bracketed(text, quoted, around)
        else:
            runs.append(Run(text, (*quoted, "same") if piece.kind == "verbatim" else quoted))
    return runs


def partner_runs(comparison: Comparison, source: int, partner: Partner, around: tuple[str, str]) -> list[Run]:
    """A partner's words; those that the sentence of `source` does not have stand within brackets."""
    here = words(comparison.sources[source], partner.start, partner.end)
    there = words(comparison.sources[partner.source], *partner.there)
    return list(woven_runs(here, there, around))


def woven_runs(first: str, second: str, around: tuple[str, str]) -> Iterator[Run]:
    """`second`; words that `first` does not have stand within brackets."""
    for thread, text in weave(first, second):
        if thread == "only second":
            yield from _bracketed(text, (), around)
        elif thread != "only first":
            yield Run(text)


def _bracketed(text: str, roles: tuple[Role, ...], around: tuple[str, str]) -> Iterator[Run]:
    inner = text.strip()
    if not any(character.isalnum() for character in inner):
        yield Run(text, roles)
        return
    before = len(text) - len(text.lstrip())
    yield Run(text[:before])
    yield Run(f"{around[0]}{inner}{around[1]}", (*roles, "only here"))
    yield Run(text[before + len(inner) :])
