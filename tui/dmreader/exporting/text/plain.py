"""The printed comparison in plain sentences, one after the other: for screen readers, braille, simple tools.

Nothing is drawn, nothing stands in columns, every sign is said in words, and nothing is left out.
"""

from collections.abc import Iterator, Sequence

from dmreader.exporting.disagreements import disagreements
from dmreader.exporting.formats import Style
from dmreader.exporting.naming import source_labels, title, words
from dmreader.exporting.quotations import Quotation, evidence_line, places, quotations, speaker_name
from dmreader.exporting.text.wrap import wrap
from dmreader.marks import WORDS, Partner, SourceMarks, counted, mark, partners, percent, pieces
from dmreader.model import Comparison, Quote, one_line


def plain_lines(comparison: Comparison, style: Style) -> Iterator[str]:
    """The whole comparison as lines of at most `style.width` cells."""
    for paragraph in _paragraphs(comparison):
        if not paragraph:
            yield ""
        for start, end in wrap(paragraph, style.width):
            yield paragraph[start:end].rstrip()


def _paragraphs(comparison: Comparison) -> Iterator[str]:
    names = source_labels(comparison)
    yield f"Comparison of {counted(len(names), 'source')}."
    yield ""
    yield from _figures(comparison, names)
    marks = mark(comparison)
    for source, name in enumerate(names):
        yield ""
        yield f"Source {name}, {counted(len(comparison.sentences[source]), 'sentence')}:"
        yield ""
        if not comparison.sentences[source]:
            yield "No sentence in it."
        for sentence in range(len(comparison.sentences[source])):
            yield from _sentence(comparison, marks, names, source, sentence)
    yield from _facts(comparison, names)
    yield from _quotations(comparison, names)


def _figures(comparison: Comparison, names: Sequence[str]) -> Iterator[str]:
    for name, source, of in zip(names, comparison.sources, comparison.summary.sources, strict=True):
        label = f"Source {name}" if source.name == name else f"Source {name}, {one_line(source.name)}"
        line = ": ".join(filter(None, (label, title(source))))
        yield line + ("" if line.endswith((".", "!", "?", "…")) else ".")
        figures = (of.words, "word"), (of.sentences, "sentence"), (of.quotes, "quotation")
        yield ", ".join(counted(*figure) for figure in figures) + "."
        if len(names) > 1:
            only = f"{counted(of.unique_sentences, 'sentence')} only here"
            yield f"{percent(of.shared)} of its words are in other sources; {only}."
        yield from (one_line(notice) for notice in source.notices)
    for pair in comparison.summary.pairs:
        yield (
            f"{names[pair.a]} and {names[pair.b]} share {percent(pair.a_shared)} of {names[pair.a]} and "
            f"{percent(pair.b_shared)} of {names[pair.b]}, in {counted(pair.links, 'link')}."
        )


def _sentence(
    comparison: Comparison,
    marks: Sequence[SourceMarks],
    names: Sequence[str],
    source: int,
    sentence: int,
) -> Iterator[str]:
    span = comparison.sentences[source][sentence]
    yield f"{sentence + 1}. {words(comparison.sources[source], span.start, span.end)}"
    mark_of = marks[source].sentences[sentence]
    others = partners(comparison, marks, source, sentence)
    statements = [_said(partner, names, source) for partner in others]
    if len(names) > 1 and (not others or others[0].source == source):
        where = " and ".join(names[other] for other in sorted(mark_of.sources))
        statements.insert(0, WORDS[mark_of.kind] + (f" in {where}" if where else ""))
    if statements:
        said = "; ".join(statements)
        yield f"{said[0].upper()}{said[1:]}."
    if mark_of.kind != "unique":
        for piece in pieces(comparison, marks, source, sentence):
            text = words(comparison.sources[source], piece.start, piece.end).strip()
            if piece.kind == "unique" and any(c.isalnum() for c in text):
                yield f"These words are only here: {text}"


def _said(partner: Partner, names: Sequence[str], source: int) -> str:
    place = f"sentence {partner.sentence + 1}"
    if partner.source == source:
        return f"said again here, {place}"
    moved = f", {WORDS['moved']}" if partner.moved else ""
    return f"{WORDS[partner.relation]} in {names[partner.source]}, {place}{moved}"


def _facts(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    found = disagreements(comparison, names)
    if found:
        yield from ("", "Where they differ:", "")
    for kind, topic, sides in found:
        values = "; ".join(f"{value}, in {' and '.join(places)}" for value, places in sides)
        yield f"{topic}, {kind}: {values}."


def _quotations(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    found = quotations(comparison)
    if found:
        yield ""
        yield f"{counted(len(found), 'quotation')}:"
        yield ""
    for quotation in found:
        yield f"{quotation.number}. {quotation.variants[0].text}"
        yield from _about(comparison, quotation, names)


def _about(comparison: Comparison, quotation: Quotation, names: tuple[str, ...]) -> Iterator[str]:
    speakers = [
        f"{speaker_name(each)} according to {' and '.join(names[s] for s in each.sources)}"
        for each in quotation.speakers
    ]
    said = f"Said by {'; '.join(speakers)}." if speakers else "Speaker not known."
    said += " Named differently." if quotation.named_differently else ""
    said += " The words differ." if quotation.words_differ else ""
    yield f"{said} Kind: {', '.join(quotation.kinds)}. In {_places(comparison, names, quotation.quotes)}."
    for variant in quotation.variants[1:]:
        said = WORDS[variant.kind].capitalize()
        yield f"{said} in {_places(comparison, names, variant.quotes)}: {variant.text}"
    if quotation.similar:
        yield f"Similar to quotation {', '.join(map(str, quotation.similar))}."
    for quote in quotation.evidence:
        yield f"{evidence_line(comparison, names, quote)}."


def _places(comparison: Comparison, names: tuple[str, ...], quotes: Sequence[Quote]) -> str:
    return "; ".join(place.replace(":", ", sentence ") for place in places(comparison, names, quotes))
