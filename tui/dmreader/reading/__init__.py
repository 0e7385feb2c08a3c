"""The reader's state without a screen: cursor, partners, history, filter, search, what comes next.

Every view stands on one `Reading`: it holds the comparison, its marks, the cursor and what is chosen. A view
asks it to move, then draws it anew; two views of one `Reading` always show the same place.
"""

from typing import TYPE_CHECKING, Any

from dmreader.reading.filters import Filter
from dmreader.reading.reading import Reading
from dmreader.reading.targets import CLASSES, Class
from dmreader.reading.uncompared import uncompared

if TYPE_CHECKING:
    from dmreader.reading.search import Hit, Query, QueryError, Search

__all__ = [
    "CLASSES",
    "Class",
    "Filter",
    "Hit",
    "Query",
    "QueryError",
    "Reading",
    "Search",
    "uncompared",
]


def __getattr__(name: str) -> Any:
    """What searching needs, loaded when somebody searches."""
    if name in ("Hit", "Query", "QueryError", "Search"):
        from dmreader.reading import search

        return getattr(search, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
