"""The comparison as one HTML file: it loads nothing, and works without its script."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from dmreader.exporting.everywhere import everywhere
from dmreader.exporting.formats import Style
from dmreader.exporting.html.lists import common, fact_table, quotation_list, unique_lists
from dmreader.exporting.html.source import column
from dmreader.exporting.html.summary import headline, lead, legend_list, summary
from dmreader.exporting.naming import source_labels
from dmreader.exporting.quotations import quotations
from dmreader.exporting.wording import affordable
from dmreader.marks import mark
from dmreader.model import Comparison


def render(comparison: Comparison, style: Style) -> Iterator[str]:  # noqa: ARG001 - a page has its own style
    """The whole page: summary, the sources side by side with all marks, quotations, what only one says."""
    names, marks = source_labels(comparison), mark(comparison)
    found = quotations(comparison)
    count = len(names)
    shared_by_all = everywhere(comparison)
    script = _kept("export.js")
    yield from _head(", ".join(names), script)
    several = sum(len(quotation.sources) > 1 for quotation in found)
    yield f"<h1>{headline(comparison)}</h1>\n"
    yield f'<p class="lead">{lead(comparison, len(shared_by_all), len(found), several)}</p>\n'
    yield "</header>\n<main>\n"
    yield '<section aria-labelledby="summary"><h2 id="summary">Summary</h2>\n'
    yield from summary(comparison, marks, names)
    yield "</section>\n"
    if shared_by_all and count > 2:
        yield f'<section aria-labelledby="common"><h2 id="common">In all {count} sources</h2>\n'
        yield from common(comparison, names, shared_by_all)
        yield "</section>\n"
    yield '<section class="wide" aria-labelledby="sources"><h2 id="sources">Sources</h2>\n'
    yield legend_list()
    yield f'<div class="sources" style="--columns:{count}">\n'
    differences = affordable(comparison)
    for source in range(count):
        yield from column(comparison, marks, names, source, differences=differences)
    yield "</div>\n</section>\n"
    if any(fact.kind != "agreement" for fact in comparison.facts):
        yield '<section aria-labelledby="facts"><h2 id="facts">Where they differ</h2>\n'
        yield from fact_table(comparison, names)
        yield "</section>\n"
    if found:
        yield '<section aria-labelledby="quotations"><h2 id="quotations">Quotations</h2>\n'
        yield from quotation_list(comparison, names, found)
        yield "</section>\n"
    if count > 1:
        yield '<section aria-labelledby="only"><h2 id="only">Only in one source</h2>\n'
        yield from unique_lists(comparison, marks, names)
        yield "</section>\n"
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _head(title: str, script: str) -> Iterator[str]:
    digest = b64encode(sha256(script.encode()).digest()).decode()
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
    return files("dmreader.styles").joinpath(name).read_text(encoding="utf-8")
