"""The reader on the screen; the only room that imports Textual, and only when somebody reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dmreader.model import Options, Source

if TYPE_CHECKING:
    from dmreader.store.settings import Settings

__all__ = ["read"]


def read(
    sources: Sequence[Source], options: Options | None = None, settings: "Settings | None" = None
) -> int:
    """Open the reader on `sources`; returns the exit status when it is left.

    0 for an ordinary end, 130, 143 or 129 when a signal ended it, 2 after trouble, which is told in one
    sentence on standard error. The comparison is made while the screen is already there.
    """
    from dmreader.app.run import run

    return run(sources, options, settings)
