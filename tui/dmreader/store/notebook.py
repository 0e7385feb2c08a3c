"""The notes, bookmarks and corrections on one set of sources, kept between runs.

Every change is on disk when its method returns. Several programs may use one state at the same time.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from dmreader.model import Place, Source
from dmreader.model.harmless import harmless
from dmreader.store.anchors import Anchor, anchor
from dmreader.store.database import StateError, transaction
from dmreader.store.items import Item, ItemKind, Kept
from dmreader.store.placing import Found, Placing, plain
from dmreader.store.state import State


class Notebook:
    """What a reader added to `sources`.

    `state` is where they are kept, or the file to keep them in; None keeps them in memory only. `notice`
    is a sentence that the reader should see, or empty. `items` are those with a place, `lost` those whose
    sources are open but whose place is not found. `unplaced` is the number of items that a `search` may yet
    find. Call `search` (from a thread, if one likes) to look for the places of items whose texts have
    changed.
    """

    def __init__(self, sources: Sequence[Source], state: State | Path | None) -> None:
        self.sources = tuple(sources)
        self.state = state if isinstance(state, State) else State(state)
        self.notice = self.state.notice
        self.memory = self.state.memory
        self._connection, self._lock = self.state.connection, self.state.lock
        self._placing = Placing(self.sources)
        self.items: tuple[Item, ...] = ()
        self.lost: tuple[Item, ...] = ()
        self.unplaced = 0
        self._edition = 0
        self._version = -1
        self.read()

    def close(self) -> None:
        """Let go of the state file."""
        self.state.close()

    def turn_to(self, sources: Sequence[Source]) -> None:
        """Go on with these sources, which may be later forms of the ones before, and look for all places."""
        with self._lock:
            self.sources = tuple(sources)
            self._placing = Placing(self.sources)
            self._edition += 1
        self.search()

    def add(self, kind: ItemKind, places: Iterable[Place], body: str = "") -> Item:
        """Add an item on `places` of the open sources. Raises StateError when it cannot be saved."""
        now = _now()
        standing = tuple(places)
        for place in standing:  # before others are kept waiting
            self._placing.sketch(place.source)
        with self._writing() as db:
            number = db.execute(
                "INSERT INTO item (kind, body, created, changed) VALUES (?, ?, ?, ?)",
                (kind, harmless(body), now, now),
            ).lastrowid
            assert number is not None
            for ordinal, place in enumerate(standing):
                self._keep(db, number, ordinal, place)
        self.read()
        return self.item(number)

    def change(self, item: Item, body: str) -> Item:
        """Give `item` another text. Raises StateError."""
        with self._writing() as db:
            db.execute(
                "UPDATE item SET body = ?, changed = ? WHERE id = ?", (harmless(body), _now(), item.id)
            )
        self.read()
        return self.item(item.id)

    def remove(self, item: Item) -> None:
        """Remove `item`; `restore` brings it back. Raises StateError."""
        with self._lock:
            self._removed = (item, self._kept([item.id])[item.id])
        with self._writing() as db:
            db.execute("DELETE FROM item WHERE id = ?", (item.id,))
        self.read()

    def restore(self) -> Item | None:
        """Bring back what was removed last, as it was; None if nothing was. Raises StateError."""
        if self._removed is None:
            return None
        item, anchors = self._removed
        with self._writing() as db:
            db.execute(
                "INSERT INTO item (id, kind, body, created, changed) VALUES (?, ?, ?, ?, ?)",
                (item.id, item.kind, item.body, item.created, item.changed),
            )
            for kept in (kept for versions in anchors.values() for kept in versions):
                _insert(db, kept.item, kept.ordinal, kept.sha256, kept.anchor)
        self._removed = None
        self.read()
        return self.item(item.id)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The state to oneself, to change it: all or nothing. A search that is under way begins anew."""
        with self._lock, transaction(self._connection) as db:
            yield db
            self._edition += 1

    def item(self, number: int) -> Item:
        """The item of that id. Raises KeyError when there is none."""
        for item in (*self.items, *self.lost):
            if item.id == number:
                return item
        raise KeyError(number)

    def at(self, place: Place, *kinds: ItemKind) -> tuple[Item, ...]:
        """The items of `kinds` (all, if none) that touch `place`."""
        return tuple(
            item
            for item in self.items
            if (not kinds or item.kind in kinds)
            and any(p.source == place.source and p.start < place.end and place.start < p.end
                    for p in item.standing)
        )  # fmt: skip

    def changed_elsewhere(self) -> bool:
        """Whether another program has written to the state since it was last read."""
        with self._lock:
            return self._data_version() != self._version

    def read(self) -> None:
        """Read the state anew, with the places that need no search."""
        self._read(search=False)

    def search(self) -> None:
        """Read the state anew and look for the places of items whose texts have changed.

        A place that is found is kept beside the first one, so that it is there at once the next time.
        """
        self._read(search=True)

    def _read(self, *, search: bool) -> None:
        with self._lock:
            edition, placing = self._edition, self._placing
            self._version = self._data_version()
            rows = {row["id"]: row for row in self._connection.execute("SELECT * FROM item ORDER BY id")}
            kept = self._kept(rows)
        found = []
        for number, row in rows.items():  # a long search leaves the state to others
            places = {o: self._place(placing, versions, search) for o, versions in kept[number].items()}
            found.append(_item(row, kept[number], places))
        if edition != self._edition:
            self._read(search=search)
            return
        self.unplaced = 0 if search else sum(not known or not item.placed for item, known in found)
        here = [(item, known) for item, known in found if known]
        self.items = tuple(item for item, _ in here if item.placed)
        self.lost = tuple(item for item, _ in here if not item.placed)

    def _place(self, placing: Placing, versions: Sequence[Kept], search: bool) -> Found | None:
        found = placing.at_once(versions)
        if found is None and search:
            found = placing.by_search(versions)
            if found and found.place and placing is self._placing:
                placing.sketch(found.place.source)
                first = versions[0]
                # a place that cannot be kept is looked for again the next time
                with suppress(StateError), self._lock, transaction(self._connection) as db:
                    self._keep(db, first.item, first.ordinal, found.place)
        return found

    def _keep(self, db: sqlite3.Connection, item: int, ordinal: int, place: Place) -> None:
        source = self.sources[place.source]
        db.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET name = excluded.name,"
            " path = excluded.path",
            (source.sha256, source.name, plain(source.path), self._placing.sketch(place.source)),
        )
        _insert(db, item, ordinal, source.sha256, anchor(source.display, place.start, place.end))

    def _kept(self, items: Iterable[int]) -> dict[int, dict[int, list[Kept]]]:
        """The anchors of `items` by ordinal, each in the forms it was found in, first form first."""
        wanted = set(items)
        kept: dict[int, dict[int, list[Kept]]] = {number: defaultdict(list) for number in wanted}
        for row in self._connection.execute(
            "SELECT * FROM anchor JOIN source USING (sha256) ORDER BY item, ordinal, anchor.rowid"
        ):
            if row["item"] in wanted:
                place = Anchor(row["start"], row["end"], row["exact"], row["prefix"], row["suffix"])
                kept[row["item"]][row["ordinal"]].append(
                    Kept(row["item"], row["ordinal"], row["sha256"], place, row["name"], row["path"],
                         row["sketch"])
                )  # fmt: skip
        return kept

    def _data_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    _removed: tuple[Item, dict[int, list[Kept]]] | None = None


def _insert(db: sqlite3.Connection, item: int, ordinal: int, sha256: str, at: Anchor) -> None:
    db.execute(
        "INSERT OR REPLACE INTO anchor VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (item, ordinal, sha256, at.start, at.end, at.exact, at.prefix, at.suffix),
    )


def _item(row: sqlite3.Row, kept: dict[int, list[Kept]], found: dict[int, Found | None]) -> tuple[Item, bool]:
    """The item of `row`, and whether it concerns the open sources: a correction needs all of its own."""
    ordinals = sorted(kept)
    item = Item(
        row["id"], row["kind"], row["body"], row["created"], row["changed"],
        places=tuple(f.place if (f := found[o]) else None for o in ordinals),
        quoted=tuple(kept[o][0].anchor.exact for o in ordinals),
        names=tuple(kept[o][-1].name for o in ordinals),
        moved=any(f.moved for f in found.values() if f),
    )  # fmt: skip
    known = [found[o] is not None for o in ordinals]
    return item, any(known) if item.kind in ("note", "bookmark") else bool(known) and all(known)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
