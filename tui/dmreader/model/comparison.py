"""The comparison of one set of sources: immutable, plain data, all that views and exports take."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from dmreader.model.options import Options
from dmreader.model.source import Place, Source, Span

Relation = Literal["verbatim", "near-verbatim", "reworded", "partial"]
QuoteKind = Literal["tweet", "post", "caption", "sign", "statement", "invitation", "scare", "other"]
QuoteLikeness = Literal["", "same", "part", "reworded"]
FactKind = Literal["conflict", "update", "detail", "agreement"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""The relations, the closest first."""


class Passage(NamedTuple):
    """A run of `words` shared words with every place it stands in (two or more, in order)."""

    words: int
    occurrences: tuple[Place, ...]


class LinkEnd(NamedTuple):
    """One end of a link: the sentence, and the part of it that says the same (often all of it)."""

    source: int
    sentence: int
    start: int
    end: int


class Link(NamedTuple):
    """Two sentences of different places that say the same; `a` stands before `b`.

    `score` is the probability, from 0 to 1, that a careful reader would tie them. `why` is the evidence in
    words. `moved` says that the link stands against the order of its neighbours.
    """

    a: LinkEnd
    b: LinkEnd
    relation: Relation
    moved: bool
    score: float
    why: str

    def seen_from(self, source: int, sentence: int) -> tuple[LinkEnd, LinkEnd]:
        """Its ends: the one in that sentence, and the far one."""
        return (self.a, self.b) if self.a[:2] == (source, sentence) else (self.b, self.a)


class Member(NamedTuple):
    """Sentence number `sentence` (from 0) of source number `source`."""

    source: int
    sentence: int


class Group(NamedTuple):
    """Sentences tied by links, over any number of sources, in order of source and sentence."""

    members: tuple[Member, ...]


class Speaker(NamedTuple):
    """Who a quote is given to; `start` and `end` are where the quote's own source names the speaker.

    They are None when only another source does; `source` is then that source's number. Where the quote's own
    source has a pronoun and another one the name, `start` and `end` are the pronoun's, and `source` is the
    other. `known` is False if `name` itself is a pronoun: somebody of whom the text says no more.
    """

    name: str
    start: int | None
    end: int | None
    source: int | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation: what stands between its marks, without them. `group` is shared by the same words.

    `confidence` is from 0 to 1; `why` says what decided its ends.
    """

    source: int
    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    handles: tuple[str, ...]
    hashtags: tuple[str, ...]
    group: int
    why: str = ""
    confidence: float = 1.0
    likeness: QuoteLikeness = ""
    """How its words stand to the fullest quote of its group; empty for that one, and for one alone."""
    similar: tuple[int, ...] = ()
    """Groups with similar words that are other quotations: other speakers, or too few words in common."""
    about: tuple[str, ...] = ()
    """Handles and hashtags in its sentence, outside it."""
    confirmed: tuple[int, ...] = ()
    """Sources that have the same words between surer marks, where its own marks leave a doubt."""


class FactSide(NamedTuple):
    """One value of a fact, with the places that give it."""

    value: str
    spans: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A number, date, name or claim that sources give alike or differently."""

    kind: FactKind
    topic: str
    sides: tuple[FactSide, ...]


class SourceSummary(NamedTuple):
    """One source in figures. `shared` is the share (0 to 1) of its words that another source has, too.

    A word counts as shared in a cross-source passage or in a link's part to another source.
    """

    words: int
    sentences: int
    shared: float
    verbatim: float
    unique_sentences: int
    quotes: int


class PairSummary(NamedTuple):
    """Two sources in figures: the share of each one's words that the other has, and their links by kind."""

    a: int
    b: int
    a_shared: float
    b_shared: float
    links: int
    verbatim: int
    near_verbatim: int
    reworded: int
    partial: int
    moved: int


class Summary(NamedTuple):
    """Figures per source, and per pair of sources."""

    sources: tuple[SourceSummary, ...]
    pairs: tuple[PairSummary, ...]

    def shares(self) -> dict[tuple[int, int], float]:
        """The share of the first source's words that the second one has, by the numbers of the two."""
        return {
            ends: share
            for pair in self.pairs
            for ends, share in (((pair.a, pair.b), pair.a_shared), ((pair.b, pair.a), pair.b_shared))
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was found in `sources`; `sentences[i]` are those of source `i`, in order.

    `unique` are the sentences, or parts of sentences, that no other source has, in order of place. What is
    many is a tuple as it is made, and a row of columns that looks like one once it is packed (`packing`).
    """

    sources: tuple[Source, ...]
    options: Options
    sentences: tuple[Sequence[Span], ...]
    passages: Sequence[Passage]
    links: Sequence[Link]
    groups: Sequence[Group]
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...]
    unique: Sequence[Place]
    summary: Summary
