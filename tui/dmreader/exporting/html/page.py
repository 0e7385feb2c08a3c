"""The comparison as one HTML file: it loads nothing, and works without its script."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape

from dmreader.bundled import folder
from dmreader.exporting.everywhere import everywhere
from dmreader.exporting.formats import Style
from dmreader.exporting.html.lists import common_list, fact_table, quotation_list, unique_lists
from dmreader.exporting.html.source import column
from dmreader.exporting.html.summary import headline, lead, legend_list, provenance, summary
from dmreader.exporting.naming import source_labels
from dmreader.exporting.quotations import quotations
from dmreader.exporting.wording import affordable
from dmreader.marks import SourceMarks, mark
from dmreader.model import Comparison


def render(comparison: Comparison, style: Style) -> Iterator[str]:  # noqa: ARG001 - a page has its own style
    """The whole page: summary, the sources side by side with all marks, quotations, what only one says."""
    names, marks = source_labels(comparison), mark(comparison)
    several = len(names) > 1
    found, common = quotations(comparison), everywhere(comparison)
    yield from _head(", ".join(names))
    yield f"<h1>{headline(comparison)}</h1>\n"
    yield f'<p class="lead">{lead(comparison, len(common), found)}</p>\n</header>\n<main>\n'
    yield from _section("summary", "Summary", summary(comparison, marks, names))
    if common and len(names) > 2:
        yield from _section("common", f"In all {len(names)} sources", common_list(comparison, names, common))
    yield from _section("sources", "Sources", _columns(comparison, marks, names))
    if any(fact.kind != "agreement" for fact in comparison.facts):
        yield from _section("facts", "Where they differ", fact_table(comparison, names))
    if found:
        yield from _section("quotations", "Quotations", quotation_list(comparison, names, found))
    if several:
        yield from _section("only", "Only in one source", unique_lists(comparison, marks, names))
    yield "</main>\n"
    yield from provenance(comparison, names)
    yield f"<script>{_kept('export.js')}</script>\n</body>\n</html>\n"


def _section(name: str, heading: str, body: Iterable[str]) -> Iterator[str]:
    yield f'<section class="{name}" aria-labelledby="{name}"><h2 id="{name}">{heading}</h2>\n'
    yield from body
    yield "</section>\n"


def _columns(comparison: Comparison, marks: Sequence[SourceMarks], names: tuple[str, ...]) -> Iterator[str]:
    yield legend_list(len(names))
    yield '<p class="hint">Choose a sentence to see where the others say the same.</p>\n'
    yield f'<div class="columns" style="--columns:{len(names)}">\n'
    differences = affordable(comparison)
    for source in range(len(names)):
        yield from column(comparison, marks, names, source, differences=differences)
    yield "</div>\n"


def _head(title: str) -> Iterator[str]:
    digest = b64encode(sha256(_kept("export.js").encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="dmreader">\n'
        f"<title>{escape(title)} compared</title>\n<style>\n{_kept('export.css')}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#sources">Skip to the sources</a>\n<header class="page">\n'
    )


def _kept(name: str) -> str:
    return folder("dmreader.styles").joinpath(name).read_text(encoding="utf-8")
