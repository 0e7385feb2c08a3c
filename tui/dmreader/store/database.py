"""The state file: an SQLite database that is opened whatever has become of it.

A file that is no database, or one of a newer dmreader, is moved aside; where nothing can be written, the
state is kept in memory. A rollback journal, because WAL needs shared memory and fails on network folders.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

VERSION = 1
WAIT = 5.0
"""Seconds to wait for another dmreader that is writing."""

_SCHEMA = """
CREATE TABLE source (
  sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, path TEXT, sketch BLOB NOT NULL
);
CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, body TEXT NOT NULL,
  created TEXT NOT NULL, changed TEXT NOT NULL
);
CREATE TABLE anchor (
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES source(sha256),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
  PRIMARY KEY (item, ordinal, sha256)
);
CREATE INDEX anchor_source ON anchor(sha256);
CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL, changed TEXT NOT NULL);
"""

_TABLES = {"source", "item", "anchor", "memory"}


class StateError(Exception):
    """The state could not be written; its text is one sentence that says why."""


def state_path() -> Path:
    """The state file in the platform's own folder."""
    from platformdirs import user_state_path

    return user_state_path("dmreader", appauthor=False) / "state.db"


def open_state(path: Path | None) -> tuple[sqlite3.Connection, str]:
    """The state at `path` (None: in memory only), and a notice for the user, empty when all is well."""
    if path is None:
        return _memory(), ""
    aside = ""
    for _ in range(2):
        number = _file_number(path)
        try:
            return _open(path), aside
        except _UnusableError as error:
            try:
                aside = _set_aside(path, number, str(error))
            except OSError as trouble:
                return _memory(), _only_memory(path, str(trouble.strerror))
        except OSError as error:
            return _readable(path), _only_memory(path, str(error.strerror))
        except sqlite3.Error as error:
            return _readable(path), _only_memory(path, str(error))
    return _memory(), aside


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing, on disk when the block ends. Raises StateError."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
    except sqlite3.Error as error:
        raise StateError(f"This could not be saved: {error}.") from error


class _UnusableError(Exception):
    """The file is there but is no state that this version can read."""


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)  # notes are nobody else's business
    connection = _connect(str(path))
    try:
        _prepare(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):  # locked, read-only, full: the file may be good
            raise
        raise _UnusableError(f"it is damaged ({error})") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=WAIT, isolation_level=None, check_same_thread=False, uri=uri)
    connection.row_factory = sqlite3.Row
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new state; refuse a newer one."""
    connection.execute("PRAGMA foreign_keys = ON")
    # under a lock, so that of two programs that start at once only one makes the tables
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == 0:
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.commit()
    if version > VERSION:
        raise _UnusableError(f"it was written by a newer dmreader (form {version}, not {VERSION})")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= _TABLES:
        raise _UnusableError("it is not a state of dmreader")
    (health,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if health != "ok":
        raise _UnusableError("it is damaged")


def _file_number(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _set_aside(path: Path, number: int, why: str) -> str:
    if _file_number(path) != number:  # another dmreader has done it and begun a new one
        return ""
    count = 1
    while (bad := path.with_name(f"{path.name}.bad-{count}")).exists():
        count += 1
    path.rename(bad)
    for tail in ("-journal", "-wal"):  # belongs to the file moved, and would be taken for the new one's
        path.with_name(path.name + tail).unlink(missing_ok=True)
    return f"The notes could not be read, because {why}; they were moved to {bad} and new ones begun."


def _only_memory(path: Path, why: str) -> str:
    return f"Notes cannot be saved in {path.parent} ({why}), so they last only until you quit."


def _memory() -> sqlite3.Connection:
    connection = _connect(":memory:")
    _prepare(connection)
    return connection


def _readable(path: Path) -> sqlite3.Connection:
    """A copy in memory of a state that can be read but not written; empty if it cannot be read either."""
    connection = _connect(":memory:")
    try:
        with closing(_connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            file.backup(connection)
        _prepare(connection)
    except (OSError, sqlite3.Error, _UnusableError):
        connection.close()
        return _memory()
    return connection
