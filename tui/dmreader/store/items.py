"""What a reader adds to sources: notes, bookmarks, and corrections of the comparison."""

from dataclasses import dataclass
from typing import Literal, get_args

from dmreader.model import Place
from dmreader.store.anchors import Anchor

Correction = Literal["together", "apart", "no-quote"]
"""These two belong together; these two do not; this is no quotation."""

ItemKind = Literal["note", "bookmark", "together", "apart", "no-quote"]

CORRECTIONS: tuple[Correction, ...] = get_args(Correction)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was added, where it stands in the sources that are open.

    `places` follow `quoted`, the words it was put on; None where a place is not found, or its source is not
    open. `moved` says that a place was found in a text that has changed since. Times are UTC, ISO 8601.
    """

    id: int
    kind: ItemKind
    body: str
    created: str
    changed: str
    places: tuple[Place | None, ...]
    quoted: tuple[str, ...]
    names: tuple[str, ...]
    moved: bool = False

    @property
    def standing(self) -> tuple[Place, ...]:
        """The places that are known, in order."""
        return tuple(place for place in self.places if place is not None)

    @property
    def placed(self) -> bool:
        """Whether it can be shown where it belongs: a correction only with all of its places."""
        return None not in self.places if self.kind in CORRECTIONS else bool(self.standing)


@dataclass(frozen=True, slots=True)
class Kept:
    """One anchor as it is kept: of `sha256`, the text it was made for or found in."""

    item: int
    ordinal: int
    sha256: str
    anchor: Anchor
    name: str
    path: str | None
    sketch: bytes
