"""A small comparison made by hand, so that tests of views stand still whatever the engine finds."""

from collections.abc import Sequence
from typing import NamedTuple

from dmreader.model import (
    Comparison,
    Group,
    Link,
    LinkEnd,
    Member,
    Options,
    PairSummary,
    Passage,
    Place,
    Quote,
    QuoteKind,
    Relation,
    Source,
    SourceSummary,
    Span,
    Speaker,
    Summary,
)

TEXTS = (
    (
        "one",
        "The ship left the harbour at dawn. Nobody on the quay waved. The captain said: “We will be back by Friday.”",  # noqa: E501
        "Rain fell all day. The cook sang “old songs of the sea” to the crew. It was cold.",
    ),
    (
        "two",
        "The ship left the harbour at dawn. Rain fell all day.",
        "“We will be back on Friday,” the captain told them. The mayor posted “Good luck to all of you!”",
    ),
    (
        "three",
        "Songs of the sea were heard. The ship left the harbour at dawn, says the mayor.",
        "A dog [barked] at 港は静かだった。船は夜明けに出た。 and שלום. She wrote “cafe\u0301 👩‍🚀 at nine”.",
    ),
)
CUTS = (
    ("The ship", "Nobody", "The captain", "Rain", "The cook", "It was"),
    ("The ship", "Rain", "“We", "The mayor"),
    ("Songs", "The ship", "A dog", "She wrote"),
)
LINKS: tuple[tuple[tuple[int, int], tuple[int, int], Relation, bool, float], ...] = (
    ((0, 0), (1, 0), "verbatim", False, 1.0),
    ((0, 0), (2, 1), "near-verbatim", False, 0.9),
    ((0, 2), (1, 2), "reworded", False, 0.8),
    ((0, 3), (1, 1), "verbatim", True, 0.95),
    ((0, 4), (2, 0), "partial", False, 0.6),
    ((1, 0), (2, 1), "near-verbatim", False, 0.9),
)


class Where(NamedTuple):
    """Where sentences and words stand in `texts`, as the parts of a comparison have it."""

    texts: Sequence[str]
    sentences: Sequence[Sequence[Span]]

    def end(self, source: int, sentence: int) -> LinkEnd:
        """The end of a link that ties a whole sentence."""
        return LinkEnd(source, sentence, *self.sentences[source][sentence])

    def place(self, source: int, words: str) -> Place:
        """The first place of `words` in a source."""
        at = self.texts[source].index(words)
        return Place(source, at, at + len(words))


def made() -> Comparison:
    """Three sources of six, four and four sentences, two paragraphs each."""
    sources = tuple(Source(name, "\n\n".join(paragraphs)) for name, *paragraphs in TEXTS)
    sentences = tuple(_cut(source.text, cuts) for source, cuts in zip(sources, CUTS, strict=True))
    where = Where([source.text for source in sources], sentences)
    place = where.place

    def quote(source: int, words: str, kind: QuoteKind, name: str | None, group: int) -> Quote:
        speaker = Speaker(name, None, None) if name else None
        return Quote(*place(source, words), kind, speaker, (), (), group)

    links = tuple(
        Link(where.end(*a), where.end(*b), relation, moved, score, "made by hand")
        for a, b, relation, moved, score in LINKS
    )
    ship, rain = "he ship left the harbour at dawn", "ain fell all day"
    return Comparison(
        sources=sources,
        options=Options(),
        sentences=sentences,
        passages=(
            Passage(7, tuple(place(s, ship) for s in range(3))),
            Passage(4, tuple(place(s, rain) for s in range(2))),
        ),
        links=links,
        groups=(
            Group((Member(0, 0), Member(1, 0), Member(2, 1))),
            Group((Member(0, 2), Member(1, 2))),
            Group((Member(0, 3), Member(1, 1))),
            Group((Member(0, 4), Member(2, 0))),
        ),
        quotes=(
            quote(0, "We will be back by Friday.", "statement", "the captain", 0),
            quote(0, "old songs of the sea", "other", None, 1),
            quote(1, "We will be back on Friday,", "statement", "the captain", 0),
            quote(1, "Good luck to all of you!", "tweet", "the mayor", 2),
            quote(2, "cafe\u0301 👩‍🚀 at nine", "post", None, 3),
        ),
        facts=(),
        unique=tuple(Place(s, *sentences[s][i]) for s, i in ((0, 1), (0, 5), (1, 3), (2, 2), (2, 3))),
        summary=Summary(
            (
                SourceSummary(38, 6, 0.68, 0.3, 2, 2),
                SourceSummary(27, 4, 0.75, 0.4, 1, 2),
                SourceSummary(26, 4, 0.45, 0.25, 2, 1),
            ),
            (
                PairSummary(0, 1, 0.6, 0.8, 3, 2, 0, 1, 0, 1),
                PairSummary(0, 2, 0.4, 0.5, 2, 0, 1, 0, 1, 0),
                PairSummary(1, 2, 0.3, 0.3, 1, 0, 1, 0, 0, 0),
            ),
        ),
    )


def _cut(text: str, beginnings: tuple[str, ...]) -> tuple[Span, ...]:
    starts: list[int] = []
    for words in beginnings:
        starts.append(text.index(words, starts[-1] + 1 if starts else 0))
    ends = [*starts[1:], len(text)]
    return tuple(Span(a, a + len(text[a:b].rstrip())) for a, b in zip(starts, ends, strict=True))
