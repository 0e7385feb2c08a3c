"""The head of the HTML page: the answer in a sentence, figures, a map of every source, the legend."""

from collections.abc import Iterator, Sequence
from html import escape

from dmreader.exporting.html.words import anchor, drawn, isolated
from dmreader.exporting.naming import title
from dmreader.exporting.quotations import Quotation
from dmreader.marks import WORDS, SourceMarks, counted, legend_of, percent
from dmreader.model import Comparison, one_line

_BESIDE = 4
"""Up to so many sources the figures have room for a column for each; more have a table of their own."""
_MATRIX = 8
"""Up to so many sources are shown with what each shares with each other one."""
_MAP = 1500
"""Sentences of a source that a map can still show."""


def headline(comparison: Comparison) -> str:
    """What was compared, as a heading."""
    count = len(comparison.sources)
    return "One source on its own" if count == 1 else f"{count} sources side by side"


def lead(comparison: Comparison, common: int, found: Sequence[Quotation]) -> str:
    """The answer in a few sentences."""
    count = len(comparison.sources)
    only = sum(of.unique_sentences for of in comparison.summary.sources)
    total = sum(of.sentences for of in comparison.summary.sources)
    sentences = []
    if count > 1:
        every = "Both sources" if count == 2 else f"All {count} sources"
        sentences.append(f"{every} have {counted(common, 'sentence')} in common.")
        rest = f"{only:,} of {counted(total, 'sentence')} are found in one source only."
        sentences.append(rest if only else "No sentence is found in one source only.")
    if found:
        shared = sum(len(quotation.sources) > 1 for quotation in found)
        more = f", {shared:,} of them in more than one source" if count > 1 else ""
        sentences.append(
            f"There {'is' if len(found) == 1 else 'are'} {counted(len(found), 'quotation')}{more}."
        )
    return " ".join(sentences)


def summary(comparison: Comparison, marks: Sequence[SourceMarks], names: tuple[str, ...]) -> Iterator[str]:
    """The table of sources, with what each shares with each other one, and the maps."""
    count = len(names)
    heads = [*(["shared", "only here"] if count > 1 else []), "quotations", "words", "sentences"]
    rows = [
        [*([_share(of.shared), f"{of.unique_sentences:,}"] if count > 1 else []),
         f"{of.quotes:,}", f"{of.words:,}", f"{of.sentences:,}"]
        for of in comparison.summary.sources
    ]  # fmt: skip
    titles = [
        f'<a href="#source-{source}">{isolated(name, "label")}</a> '
        f"{isolated(title(comparison.sources[source]), 'title')}"
        for source, name in enumerate(names)
    ]
    pairs = [f"in {isolated(name)}" for name in names]
    if 1 < count <= _BESIDE:
        heads += pairs
        rows = [row + shares for row, shares in zip(rows, _shares(comparison), strict=True)]
    yield from _table(["source", *heads], titles, rows)
    if _BESIDE < count <= _MATRIX:
        yield from _table(["shared", *pairs], [isolated(n, "label") for n in names], _shares(comparison))
    if count > 1:
        yield from _maps(comparison, marks, names)


def _table(heads: Sequence[str], titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f'<div class="scroll"><table class="figures"><thead><tr>{cells}</tr></thead><tbody>\n'
    for told, row in zip(titles, rows, strict=True):
        yield f'<tr><th scope="row">{told}</th>{"".join(f"<td>{cell}</td>" for cell in row)}</tr>\n'
    yield "</tbody></table></div>\n"


def _shares(comparison: Comparison) -> list[list[str]]:
    """For each source, how much of it each source has."""
    shares = {}
    for pair in comparison.summary.pairs:
        shares[pair.a, pair.b], shares[pair.b, pair.a] = pair.a_shared, pair.b_shared
    every = range(len(comparison.sources))
    itself = '<span class="self">·</span>'
    return [[itself if a == b else _share(shares.get((a, b), 0.0)) for b in every] for a in every]


def _share(share: float) -> str:
    return f'<span class="share" style="--share:{share * 100:.1f}%">{percent(share)}</span>'


def _maps(comparison: Comparison, marks: Sequence[SourceMarks], names: tuple[str, ...]) -> Iterator[str]:
    """Each source as a strip from its beginning to its end; for the eye and the mouse only."""
    yield '<div class="maps" aria-hidden="true">\n'
    for source, (name, spans) in enumerate(zip(names, comparison.sentences, strict=True)):
        if not 0 < len(spans) <= _MAP:
            continue
        yield f'<div>{isolated(name, "label")}<span class="map">'
        for sentence, (start, end) in enumerate(spans):
            kind = marks[source].sentences[sentence].kind
            yield (
                f'<a class="{kind}" style="flex-grow:{end - start}" tabindex="-1" '
                f'href="#{anchor(source, sentence)}" title="{escape(name)}:{sentence + 1} {WORDS[kind]}"></a>'
            )
        yield "</span></div>\n"
    yield "</div>\n"


def provenance(comparison: Comparison, names: tuple[str, ...]) -> Iterator[str]:
    """What exactly was compared, so that a reader can make sure of it."""
    yield "<footer><h2>What was compared</h2><dl>\n"
    for name, source in zip(names, comparison.sources, strict=True):
        called = "" if source.name == name else f" {isolated(one_line(source.name))}"
        yield f"<dt>{isolated(name, 'label')}{called}</dt><dd>SHA-256 {source.sha256}</dd>\n"
    yield "</dl></footer>\n"


def legend_list(sources: int) -> str:
    """The signs that so many sources need, and what they mean."""
    entries = "".join(f"<li>{drawn(sign)} {WORDS[sign]}</li>" for sign in legend_of(sources))
    return f'<ul class="legend" aria-label="Legend">{entries}</ul>\n'
