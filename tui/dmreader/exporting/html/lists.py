"""The lists of the HTML page: what all say, quotations with their variants, what only one says."""

from collections.abc import Iterator, Sequence

from dmreader.exporting.disagreements import disagreements
from dmreader.exporting.html.words import differing, glyph, isolated, link
from dmreader.exporting.naming import words
from dmreader.exporting.quotations import Quotation, evidence_line, speaker_name
from dmreader.marks import SourceMarks, sentence_at
from dmreader.model import Comparison, Group, Quote


def common_list(comparison: Comparison, names: tuple[str, ...], groups: Sequence[Group]) -> Iterator[str]:
    """What every source says, each statement in the words of each source, side by side."""
    yield "<ol>\n"
    for group in groups:
        yield f'<li style="--columns:{len(names)}">'
        for source in range(len(names)):
            yield "<div>"
            for member in group.members:
                if member.source == source:
                    span = comparison.sentences[source][member.sentence]
                    text = words(comparison.sources[source], span.start, span.end)
                    yield f"<p>{link(names, source, member.sentence)} {isolated(text)}</p>"
            yield "</div>"
        yield "</li>\n"
    yield "</ol>\n"


def fact_table(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    """What sources give differently: a row a fact, with each value and where it stands."""
    yield '<div class="scroll"><table><tbody>\n'
    for kind, topic, sides in disagreements(comparison, names):
        yield f'<tr><th scope="row">{isolated(topic)} <span class="kind">{kind}</span></th>'
        for value, places in sides:
            where = " ".join(isolated(place) for place in places)
            yield f'<td>{isolated(value)} <span class="where">{where}</span></td>'
        yield "</tr>\n"
    yield "</tbody></table></div>\n"


def quotation_list(
    comparison: Comparison, names: tuple[str, ...], found: Sequence[Quotation]
) -> Iterator[str]:
    """Every quotation once, with who said it, what it is, where it stands, and how its words differ."""
    yield "<ol>\n"
    for quotation in found:
        several = " several" if len(quotation.sources) > 1 else ""
        fullest = isolated(quotation.variants[0].text)
        yield f'<li class="quotation{several}" id="quotation-{quotation.number}" value="{quotation.number}">'
        yield f'<blockquote>{fullest}</blockquote><p class="about">{_speakers(quotation, names)} '
        yield f'<span class="kind">{", ".join(quotation.kinds)}</span>'
        yield _places(comparison, names, quotation.quotes)
        if quotation.words_differ:
            yield ' <span class="disputed">words differ</span>'
        if quotation.similar:
            yield " similar: "
            yield ", ".join(f'<a href="#quotation-{n}">{n}</a>' for n in quotation.similar)
        yield "</p>"
        for quote in quotation.evidence:
            yield f'<p class="why">{isolated(evidence_line(comparison, names, quote))}</p>'
        yield from _variants(comparison, names, quotation)
        yield "</li>\n"
    yield "</ol>\n"


def _variants(comparison: Comparison, names: tuple[str, ...], quotation: Quotation) -> Iterator[str]:
    fullest, *others = quotation.variants
    if not others:
        return
    said = "words differ" if quotation.words_differ else "in part"
    yield f'<details><summary>{said}</summary><dl class="pairs">'
    for variant in others:
        yield f"<dt>{glyph(variant.kind)} {_places(comparison, names, variant.quotes)}</dt>"
        partly = variant.kind == "partial"
        yield f"<dd>{isolated(variant.text) if partly else differing(fullest.text, variant.text)}</dd>"
    yield "</dl></details>"


def _places(comparison: Comparison, names: tuple[str, ...], quotes: Sequence[Quote]) -> str:
    at = dict.fromkeys((q.source, sentence_at(comparison, q.source, q.start)) for q in quotes)
    return "".join(f" {link(names, source, sentence)}" for source, sentence in at)


def _speakers(quotation: Quotation, names: Sequence[str]) -> str:
    if not quotation.speakers:
        return '<span class="unknown">speaker not known</span>'
    if len(quotation.speakers) == 1 and not quotation.named_elsewhere:
        return isolated(speaker_name(quotation.speakers[0]), "speaker")
    by = [", ".join(isolated(names[source]) for source in each.sources) for each in quotation.speakers]
    said = "; ".join(
        f"{isolated(speaker_name(each), 'speaker')} in {where}"
        for each, where in zip(quotation.speakers, by, strict=True)
    )
    return f'<span class="disputed">named differently</span> {said}' if quotation.named_differently else said


def unique_lists(
    comparison: Comparison, marks: Sequence[SourceMarks], names: tuple[str, ...]
) -> Iterator[str]:
    """What only one source says, source by source."""
    yield "<div>\n"
    for source, name in enumerate(names):
        yield f'<section aria-labelledby="only-{source}">'
        yield f'<h3 id="only-{source}">Only in {isolated(name)}</h3><ul>\n'
        for start, end in marks[source].unique:
            text = words(comparison.sources[source], start, end)
            if any(character.isalnum() for character in text):
                at = sentence_at(comparison, source, start)
                yield f"<li>{link(names, source, at)} {isolated(text)}</li>\n"
        yield "</ul></section>\n"
    yield "</div>\n"
