"""A small comparison made by hand: everything a view must draw, and text that tries to break out of it.

It does not depend on the engine, so that what these tests say about the formats stays true whatever it finds.
"""

from dataclasses import replace

from dmreader.model import (
    Comparison,
    Fact,
    FactSide,
    Group,
    Link,
    Member,
    Options,
    PairSummary,
    Passage,
    Place,
    Quote,
    Source,
    SourceSummary,
    Span,
    Speaker,
    Summary,
)
from tests.made import Where

HOSTILE = (
    "He said [sic] </script><script>alert(1)</script> & <img src=x onerror=alert(1)> `code` | a *b* _c_ "
    "![i](http://x.example/i.png) [l](javascript:alert(1)) http://x.example/p www.x.example $x$ @you :smile: "
    "&lt;b&gt; {% raw %} \\ #12 ~~z~~"
)
ESCAPES = "Red \x1b[31mtext\x1b[0m, \x1b]52;c;UFdORUQ=\x07 title, \x9b2J, \u202etxet\u202c and \ud800 end."
_SENTENCES = (
    (
        "A party was held in London.",
        "Nobody was ashamed of dancing.",
        HOSTILE,
        ESCAPES,
        "“Never stop,” he said.",
    ),
    (
        "Before it, a party was held in London.",
        "No one felt ashamed about dancing.",
        "איש אחד רקד בלונדון אתמול.",
        "“Never, ever stop,” she said.",
        "Before it, a party was held in London.",
    ),
    (
        "日本語の文章がここにあります。",
        "彼は「踊り続けて」と言った。",
        "A party was held in London.",
        "+ plus",
        "1. one",
    ),
)
_TEXTS = tuple("\n\n".join(row) for row in _SENTENCES)


def _spans(text: str, sentences: tuple[str, ...]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for sentence in sentences:
        at = text.index(sentence, spans[-1].end if spans else 0)
        spans.append(Span(at, at + len(sentence)))
    return tuple(spans)


def hostile_comparison() -> Comparison:
    """Three sources with every relation, a repeat, a moved link, a disputed quotation, and a fact."""
    spans = tuple(_spans(text, row) for text, row in zip(_TEXTS, _SENTENCES, strict=True))
    names = ("a<b>\x1b[31m", "two | words", "三")
    sources = tuple(Source(name, text, title="", path=None) for name, text in zip(names, _TEXTS, strict=True))

    end, place = Where(_TEXTS, spans).end, Where(_TEXTS, spans).place

    def quote(source: int, words: str, group: int, speaker: Speaker | None) -> Quote:
        return Quote(
            *place(source, words), "statement", speaker, ("@you",), (), group, why="between its marks"
        )

    party = "party was held in London"
    return Comparison(
        sources=sources,
        options=Options(),
        sentences=spans,
        passages=(Passage(5, (place(0, party), place(1, party), place(2, party))),),
        links=(
            Link(end(0, 0), end(1, 0), "near-verbatim", False, 0.97, "5 words in common: <party>"),
            Link(end(0, 0), end(2, 2), "verbatim", True, 1.0, "the same words"),
            Link(end(0, 1), end(1, 1), "reworded", False, 0.8123456, "ashamed, dancing"),
            Link(end(0, 4), end(1, 3), "partial", False, 0.5, "never, stop"),
            Link(end(1, 0), end(1, 4), "verbatim", False, 1.0, "the same words"),
        ),
        groups=(
            Group((Member(0, 0), Member(1, 0), Member(1, 4), Member(2, 2))),
            Group((Member(0, 1), Member(1, 1))),
            Group((Member(0, 4), Member(1, 3))),
        ),
        quotes=(
            quote(0, "Never stop,", 0, Speaker("Sean <b>", *place(0, "he said")[1:])),
            quote(1, "Never, ever stop,", 0, Speaker("Cassandra Fairbanks", *place(1, "she said")[1:])),
            quote(2, "踊り続けて", 1, Speaker("Moby", None, None, source=0)),
            quote(0, "[sic] </script>", 2, None),
            replace(quote(2, "held in London", 0, None), likeness="part"),
        ),
        facts=(
            Fact(
                "conflict",
                "who said <it>",
                (FactSide("he", (place(0, "he said"),)), FactSide("she", (place(1, "she said"),))),
            ),
        ),
        unique=(
            Place(0, *spans[0][2]),
            Place(0, *spans[0][3]),
            place(1, "Before it"),
            Place(1, *spans[1][2]),
            *(Place(2, *spans[2][n]) for n in (0, 1, 3, 4)),
        ),
        summary=Summary(
            tuple(SourceSummary(20 + n, 5, 0.999 - n / 3, 0.4, 2 + n, 2 - n) for n in range(3)),
            (
                PairSummary(0, 1, 0.6, 0.5, 3, 0, 1, 1, 1, 0),
                PairSummary(0, 2, 0.4, 0.3, 1, 1, 0, 0, 0, 1),
                PairSummary(1, 2, 0.0, 0.0, 0, 0, 0, 0, 0, 0),
            ),
        ),
    )
