"""Whether the files of the open sources have changed since they were read."""

import os
from collections.abc import Sequence

from dmreader.model import Source

Stamp = tuple[int, int, int]
"""Time of the last change in nanoseconds, size in bytes, and the file's number."""


class Watch:
    """Remembers how the files were when it was made; one `stat` a file is all that asking costs."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._paths = [source.path for source in sources]
        self._stamps = [_stamp(path) for path in self._paths]

    def changed(self) -> list[int]:
        """The numbers of the sources whose files have changed and are there."""
        found = []
        for number, (path, before) in enumerate(zip(self._paths, self._stamps, strict=True)):
            now = _stamp(path)
            if now is not None and before is not None and now != before:
                found.append(number)
        return found

    def accept(self, numbers: Sequence[int] | None = None) -> None:
        """Take the files as they are now: all of them, or those of some sources."""
        for number in range(len(self._paths)) if numbers is None else numbers:
            self._stamps[number] = _stamp(self._paths[number])


def _stamp(path: str | None) -> Stamp | None:
    if path is None:
        return None
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
