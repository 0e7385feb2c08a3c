"""dmreader: read several sources side by side; what they share, what each alone says, who said what.

    from dmreader import Source, compare

Nothing heavy is imported until it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dmreader.comparing import compare
    from dmreader.model import Comparison, Options, Source
    from dmreader.sources import load, source

__version__ = "0.1.0"
__all__ = ["Comparison", "Options", "Source", "__version__", "compare", "load", "source"]

_HOMES = {
    "Comparison": "dmreader.model",
    "Options": "dmreader.model",
    "Source": "dmreader.model",
    "compare": "dmreader.comparing",
    "load": "dmreader.sources",
    "source": "dmreader.sources",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dmreader' has no attribute {name!r}")
