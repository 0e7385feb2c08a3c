"""The lists of the HTML page: what all say, quotations with their variants, what only one says."""

from collections.abc import Iterator, Sequence

from dmreader.exporting.html_words import differing, isolated, link
from dmreader.exporting.naming import words
from dmreader.exporting.quotations import Quotation
from dmreader.marks import SourceMarks, sentence_at
from dmreader.model import Comparison, Group


def common(comparison: Comparison, names: tuple[str, ...], groups: Sequence[Group]) -> Iterator[str]:
    """What every source says, each statement in the words of each source, side by side."""
    yield '<ol class="common">\n'
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


def quotation_list(
    comparison: Comparison, names: tuple[str, ...], found: Sequence[Quotation]
) -> Iterator[str]:
    """Every quotation once, with who said it, what it is, where it stands, and how its words differ."""
    yield '<ol class="quotations">\n'
    for quotation in found:
        fullest = quotation.variants[0]
        several = " several" if len(quotation.sources) > 1 else ""
        yield f'<li class="quotation{several}"><blockquote>{isolated(fullest.text)}</blockquote>'
        yield f'<p class="about">{_speakers(quotation, names)} '
        yield f'<span class="kind">{", ".join(quotation.kinds)}</span>'
        for variant in sorted(quotation.variants, key=lambda v: (v.quote.source, v.quote.start)):
            at = sentence_at(comparison, variant.quote.source, variant.quote.start)
            yield f" {link(names, variant.quote.source, at)}"
        yield "</p>"
        changed = [variant for variant in quotation.variants if variant.differs]
        if changed:
            yield '<details><summary>words differ</summary><dl class="pairs">'
            for variant in changed:
                at = sentence_at(comparison, variant.quote.source, variant.quote.start)
                yield f"<dt>{link(names, variant.quote.source, at)}</dt>"
                yield f"<dd>{differing(fullest.text, variant.text)}</dd>"
            yield "</dl></details>"
        yield "</li>\n"
    yield "</ol>\n"


def _speakers(quotation: Quotation, names: Sequence[str]) -> str:
    if not quotation.speakers:
        return '<span class="unknown">speaker not known</span>'
    if len(quotation.speakers) == 1:
        return isolated(quotation.speakers[0][0], "speaker")
    told = "; ".join(
        f"{isolated(name, 'speaker')} in {', '.join(isolated(names[source]) for source in where)}"
        for name, where in quotation.speakers
    )
    return f'<span class="disputed">speakers differ</span> {told}' if quotation.disputed else told


def unique_lists(
    comparison: Comparison, marks: Sequence[SourceMarks], names: tuple[str, ...]
) -> Iterator[str]:
    """What only one source says, source by source."""
    yield '<div class="only">\n'
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
