"""The state file held open: what the program remembers by itself, and, for who asks, the notes in it."""

from pathlib import Path
from threading import Lock

from dmreader.store.database import open_state
from dmreader.store.memory import Memory


class State:
    """The state at `path`; None keeps everything in memory only.

    `notice` is a sentence that the reader should see, or empty. `lock` is held while `connection` is used.
    """

    def __init__(self, path: Path | None) -> None:
        self.connection, self.notice = open_state(path)
        self.lock = Lock()
        self.memory = Memory(self.connection, self.lock)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
