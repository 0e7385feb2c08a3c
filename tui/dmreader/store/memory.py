"""What the program remembers by itself: the theme chosen, the last place in each set of sources."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from threading import Lock
from zlib import crc32

from dmreader.model import Source
from dmreader.store.database import StateError, transaction

MOST = 500
"""Sets of sources whose last place is remembered; the oldest are forgotten first."""


class Memory:
    """Small values by name. Not being able to keep one is no reason to trouble the reader."""

    def __init__(self, connection: sqlite3.Connection, lock: Lock) -> None:
        self._connection = connection
        self._lock = lock

    def recall(self, key: str) -> str | None:
        """The value kept as `key`, or None."""
        with self._lock, suppress(sqlite3.Error):
            row = self._connection.execute("SELECT value FROM memory WHERE key = ?", (key,)).fetchone()
            return None if row is None else str(row["value"])
        return None

    def keep(self, key: str, value: str) -> None:
        """Keep `value` as `key`, if that can be done."""
        with self._lock, suppress(StateError), transaction(self._connection) as db:
            now = datetime.now(UTC).isoformat()
            db.execute("INSERT OR REPLACE INTO memory VALUES (?, ?, ?)", (key, value, now))
            db.execute(
                "DELETE FROM memory WHERE key IN (SELECT key FROM memory WHERE key LIKE 'place %'"
                " ORDER BY changed DESC LIMIT -1 OFFSET ?)",
                (MOST,),
            )

    def last_place(self, sources: Sequence[Source]) -> tuple[int, int] | None:
        """The source and the code point at which these very texts were left, or None."""
        source, _, offset = (self.recall(_key(sources)) or "").partition(" ")
        if not (source.isdecimal() and offset.isdecimal() and int(source) < len(sources)):
            return None
        return int(source), int(offset)

    def keep_place(self, sources: Sequence[Source], source: int, offset: int) -> None:
        """Remember that these texts were left at code point `offset` of source number `source`."""
        self.keep(_key(sources), f"{source} {offset}")


def _key(sources: Sequence[Source]) -> str:
    """Length and check sum of every text: quick, for it is asked before the first picture."""
    texts = (source.text for source in sources)
    return "place " + " ".join(f"{len(t)}:{crc32(t.encode('utf-8', 'surrogatepass')):08x}" for t in texts)
