"""dmreader: read several sources side by side; what they share, what each alone says, who said what.

    >>> from dmreader import Source, compare
    >>> found = compare([
    ...     Source("morning", "The dancing man was found in London. He is called Sean."),
    ...     Source("evening", "In the end, the dancing man was found in London."),
    ... ])
    >>> [(p.words, p.occurrences) for p in found.passages]
    [(7, (Place(source=0, start=0, end=35), Place(source=1, start=12, end=47)))]
    >>> [found.sources[u.source].text[u.start:u.end] for u in found.unique]
    ['He is called Sean.']

`load("a file")` reads a source as the command line does, `load_all` several, each with a name of its own;
`dmreader.exporting` makes a comparison into text, HTML, Markdown or JSON. Nothing heavy is imported until it
is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dmreader.comparing import compare
    from dmreader.model import Comparison, Options, Source
    from dmreader.sources import load, load_all, source

__version__ = "0.1.0"
__all__ = ["Comparison", "Options", "Source", "__version__", "compare", "load", "load_all", "source"]

_HOMES = {
    "Comparison": "dmreader.model",
    "Options": "dmreader.model",
    "Source": "dmreader.model",
    "compare": "dmreader.comparing",
    "load": "dmreader.sources",
    "load_all": "dmreader.sources",
    "source": "dmreader.sources",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dmreader' has no attribute {name!r}")
