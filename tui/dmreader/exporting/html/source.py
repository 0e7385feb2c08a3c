"""A source in the HTML page: one column, sentence by sentence, each a target with links to its partners."""

from collections.abc import Iterator, Sequence
from html import escape

from dmreader.exporting.html.words import anchor, differing, glyph, isolated, link, marked
from dmreader.exporting.naming import title, words
from dmreader.marks import Partner, SourceMarks, counted, partners, percent, pieces
from dmreader.model import Comparison, one_line

_MOST = 8
"""Partners that a sentence lists; more are counted only."""


def column(
    comparison: Comparison,
    marks: Sequence[SourceMarks],
    names: tuple[str, ...],
    source: int,
    *,
    differences: bool,
) -> Iterator[str]:
    """The column of one source; with the word differences of its links if asked for."""
    of = comparison.summary.sources[source]
    figures = f"{counted(of.words, 'word')} · {counted(of.sentences, 'sentence')}"
    if len(names) > 1:
        figures += f" · {percent(of.shared)} shared · {of.unique_sentences:,} only here"
    yield (
        f'<article class="source" id="source-{source}" aria-labelledby="name-{source}" tabindex="0">\n'
        f'<header><h3 id="name-{source}">{isolated(names[source], "label")} '
        f"{isolated(title(comparison.sources[source]), 'title')}</h3>\n<p>{figures}</p></header>\n"
    )
    for notice in comparison.sources[source].notices:
        yield f'<p class="notice">{isolated(one_line(notice))}</p>\n'
    text, spans = comparison.sources[source].text, comparison.sentences[source]
    for sentence, span in enumerate(spans):
        gap = sentence and "\n\n" in text[spans[sentence - 1].end : span.start]
        yield from _sentence(comparison, marks, names, source, sentence, bool(gap), differences)
    yield "</article>\n"


def _sentence(
    comparison: Comparison,
    marks: Sequence[SourceMarks],
    names: tuple[str, ...],
    source: int,
    sentence: int,
    gap: bool,
    differences: bool,
) -> Iterator[str]:
    mark = marks[source].sentences[sentence]
    others = partners(comparison, marks, source, sentence)
    name = anchor(source, sentence)
    sign = glyph(mark.kind) if len(names) > 1 else "<span></span>"
    text = marked(comparison, names, source, pieces(comparison, marks, source, sentence))
    yield (
        f'<div class="sentence {mark.kind}{" paragraph" if gap else ""}" id="{name}">'
        f'<a class="number" href="#{name}" aria-label="{escape(names[source])}, sentence {sentence + 1}">'
        f"{sentence + 1}</a>{sign}"
        f'<p lang="" dir="auto">{text}</p>'
    )
    if others:
        yield '<div class="more"><ul class="partners">'
        for partner in others[:_MOST]:
            yield f"<li>{_reference(partner, names, source)}</li>"
        if len(others) > _MOST:
            yield f"<li>and {len(others) - _MOST} more</li>"
        yield "</ul>"
    differ = [p for p in others[:_MOST] if p.relation != "verbatim" and p.source != source]
    if differences and differ:
        yield '<details><summary>what differs</summary><dl class="pairs">'
        for partner in differ:
            yield from _pair(comparison, names, source, partner)
        yield "</dl></details>"
    yield "</div></div>\n" if others else "</div>\n"


def _reference(partner: Partner, names: tuple[str, ...], source: int) -> str:
    sign = "repeat" if partner.source == source else partner.relation
    moved = glyph("moved") if partner.moved else ""
    return link(names, partner.source, partner.sentence, sign) + moved


def _pair(comparison: Comparison, names: tuple[str, ...], source: int, partner: Partner) -> Iterator[str]:
    here = words(comparison.sources[source], partner.start, partner.end)
    there = words(comparison.sources[partner.source], *partner.there)
    why = comparison.links[partner.link].why
    yield f"<dt>{link(names, partner.source, partner.sentence, partner.relation)}</dt>"
    yield f"<dd>{differing(here, there)}"
    if why:
        yield f'<p class="why">{isolated(one_line(why))}</p>'
    yield "</dd>"
