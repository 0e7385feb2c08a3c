"""The comparison as Markdown, for handing on: tables and lists that any editor, forge or wiki draws.

It holds no image, no link and no HTML; everything from outside is escaped, so that it shows as it stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dmreader.exporting.disagreements import disagreements
from dmreader.exporting.formats import Style
from dmreader.exporting.markdown.words import bold, escape, italic, row, rule, sign
from dmreader.exporting.naming import name_and_title, place_reference, reference, source_labels, words
from dmreader.exporting.quotations import Quotation, evidence_line, places, quotations, speaker_name
from dmreader.marks import LEGEND, UNICODE, WORDS, SourceMarks, counted, mark, percent
from dmreader.model import RELATIONS, Comparison, Group, Quote

_COLUMNS = 4
"""Up to so many sources of a group stand side by side; more are listed."""


def render(comparison: Comparison, style: Style) -> Iterator[str]:  # noqa: ARG001 - a document has no style
    """Summary, what is shared, side by side, what only one says, quotations with their speakers."""
    for line in _lines(comparison):
        yield line + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    names, marks = source_labels(comparison), mark(comparison)
    yield f"# {counted(len(names), 'source')} compared"
    yield ""
    yield from _summary(comparison, names)
    if comparison.groups:
        yield from ("", "## Shared", "", _legend(), "")
        for number, group in enumerate(_widest_first(comparison.groups), start=1):
            yield from _group(comparison, marks, names, number, group)
    if len(names) > 1:
        yield from _unique(comparison, names)
    yield from _facts(comparison, names)
    found = quotations(comparison)
    if found:
        yield from ("", "## Quotations", "")
        for quotation in found:
            yield from _quotation(comparison, names, quotation)


def _summary(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    several = len(names) > 1
    heads = ["source", "title", "words", "sentences", "quotations"]
    heads += ["shared", "only here"] if several else []
    yield row(heads)
    yield rule(len(heads), numbers_from=2)
    for name, source, of in zip(names, comparison.sources, comparison.summary.sources, strict=True):
        cells = [
            escape(name),
            escape(name_and_title(source, name)),
            f"{of.words:,}",
            f"{of.sentences:,}",
            f"{of.quotes:,}",
        ]
        yield row([*cells, *([percent(of.shared), f"{of.unique_sentences:,}"] if several else [])])
    if several:
        heads = ["pair", "of the first", "of the second", "links", *RELATIONS, "moved"]
        yield ""
        yield row(heads)
        yield rule(len(heads), numbers_from=1)
    for pair in comparison.summary.pairs:
        figures = (pair.links, pair.verbatim, pair.near_verbatim, pair.reworded, pair.partial, pair.moved)
        both = f"{escape(names[pair.a])} and {escape(names[pair.b])}"
        yield row([both, percent(pair.a_shared), percent(pair.b_shared), *(f"{n:,}" for n in figures)])


def _legend() -> str:
    return ", ".join(f"{sign(UNICODE[each])} {WORDS[each]}" for each in LEGEND if each != "quote")


def _widest_first(groups: Sequence[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: -len({member.source for member in group.members}))


def _group(
    comparison: Comparison,
    marks: Sequence[SourceMarks],
    names: tuple[str, ...],
    number: int,
    group: Group,
) -> Iterator[str]:
    said: defaultdict[int, list[str]] = defaultdict(list)
    for source, sentence in group.members:
        span = comparison.sentences[source][sentence]
        of = marks[source].sentences[sentence]
        glyphs = UNICODE["repeat" if of.kind == "unique" else of.kind]
        glyphs += UNICODE["moved"] if of.moved else ""
        place = escape(reference(names, source, sentence))
        text = escape(words(comparison.sources[source], span.start, span.end))
        said[source].append(f"{bold(place)} {sign(glyphs)} {text}")
    yield f"### {number}. {' and '.join(escape(names[source]) for source in said)}"
    yield ""
    if 2 <= len(said) <= _COLUMNS:
        yield row([escape(names[source]) for source in said])
        yield rule(len(said))
        for at in range(max(map(len, said.values()))):
            yield row([texts[at] if at < len(texts) else "" for texts in said.values()])
    else:
        yield from (f"- {text}" for texts in said.values() for text in texts)
    yield ""


def _unique(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    yield from ("", "## Only in one source")
    last = -1
    for source, start, end in sorted(comparison.unique):
        text = words(comparison.sources[source], start, end).strip()
        if not any(character.isalnum() for character in text):
            continue
        if source != last:
            yield from ("", f"### Only in {escape(names[source])}", "")
            last = source
        yield f"- {bold(escape(place_reference(comparison, names, source, start)))} {escape(text)}"


def _facts(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    found = disagreements(comparison, names)
    if found:
        yield from ("", "## Where they differ", "", row(["about", "kind", "sides"]), rule(3))
    for kind, topic, sides in found:
        values = (f"{escape(value)} ({' '.join(map(escape, places))})" for value, places in sides)
        yield row([escape(topic), kind, "; ".join(values)])


def _quotation(comparison: Comparison, names: tuple[str, ...], quotation: Quotation) -> Iterator[str]:
    attributed = len(quotation.speakers) > 1 or quotation.named_elsewhere
    speakers = [
        bold(escape(speaker_name(each)))
        + (f" ({', '.join(escape(names[s]) for s in each.sources)})" if attributed else "")
        for each in quotation.speakers
    ]
    said = "; ".join(speakers) or "speaker not known"
    about = [f"named differently: {said}" if quotation.named_differently else said]
    about += [", ".join(quotation.kinds), _places(comparison, names, quotation.quotes)]
    about += ["words differ"] if quotation.words_differ else []
    about += [f"similar: {', '.join(map(str, quotation.similar))}"] if quotation.similar else []
    yield f"{quotation.number}. {italic(escape(quotation.variants[0].text))}"
    yield f"   {' · '.join(about)}"
    for variant in quotation.variants[1:]:
        where = _places(comparison, names, variant.quotes)
        yield f"   - {sign(UNICODE[variant.kind])} {where}: {italic(escape(variant.text))}"
    for quote in quotation.evidence:
        yield f"   - {escape(evidence_line(comparison, names, quote))}"


def _places(comparison: Comparison, names: tuple[str, ...], quotes: Sequence[Quote]) -> str:
    return " ".join(escape(place) for place in places(comparison, names, quotes))
