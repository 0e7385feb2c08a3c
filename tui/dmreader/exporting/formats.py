"""The table of formats: a new one is a new file and one line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from dmreader.model import Comparison


@dataclass(frozen=True, slots=True)
class Style:
    """How a text for reading is drawn.

    `width` is in terminal cells. `plain` is for screen readers and pipes: no columns, nothing drawn, words in
    place of signs. `ascii` says that the output can carry no sign beyond ASCII; the sources' own text is
    never changed.
    """

    colour: bool = False
    width: int = 80
    plain: bool = False
    ascii: bool = False


Exporter = Callable[[Comparison, Style], Iterator[str]]
"""An export: the comparison as pieces of one text, in order, so that a large one is never held whole."""

FORMATS: dict[str, tuple[str, tuple[str, ...]]] = {
    "text": ("dmreader.exporting.text.report:render", (".txt",)),
    "html": ("dmreader.exporting.html.page:render", (".html", ".htm")),
    "markdown": ("dmreader.exporting.markdown.document:render", (".md", ".markdown")),
    "json": ("dmreader.exporting.json.document:render", (".json",)),
}
"""Name of a format: where its exporter stands, and the file suffixes that mean it."""


def format_of(path: str) -> str | None:
    """The format that the suffix of `path` means, if any."""
    return next((name for name, (_, suffixes) in FORMATS.items() if path.lower().endswith(suffixes)), None)


def exporter(name: str) -> Exporter:
    """The exporter of that name, loaded now; raises `KeyError` for a name that is not in `FORMATS`."""
    module, _, function = FORMATS[name][0].partition(":")
    found: Exporter = getattr(import_module(module), function)
    return found
