"""The table of formats: a new one is a new file and one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from dmreader.model import Comparison


@dataclass(frozen=True, slots=True)
class Style:
    """How a text for reading is drawn: with colour or not, `width` cells wide, with box drawing or not."""

    colour: bool = False
    width: int = 80
    plain: bool = False


Exporter = Callable[[Comparison, Style], str]
"""An export: the whole comparison as one text."""

FORMATS: dict[str, tuple[str, tuple[str, ...]]] = {
    "json": ("dmreader.exporting.json:render", (".json",)),
}


def format_of(path: str) -> str | None:
    """The format that the suffix of `path` means, if any."""
    return next((name for name, (_, suffixes) in FORMATS.items() if path.lower().endswith(suffixes)), None)


def exporter(name: str) -> Exporter:
    """The exporter of that name, loaded now."""
    module, _, function = FORMATS[name][0].partition(":")
    found: Exporter = getattr(import_module(module), function)
    return found
