"""The list of all notes, bookmarks and corrections, also of those whose place is gone."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from dmreader.app.glyphs import Glyphs
from dmreader.app.notes import edit, remove_item
from dmreader.app.notes_keeping import Keeping, keeping
from dmreader.app.picker import Item as Row
from dmreader.app.picker import Picker
from dmreader.app.screen import ReaderScreen
from dmreader.store.items import Item, ItemKind

if TYPE_CHECKING:
    from dmreader.app.reader import ReaderApp

Chosen = tuple[str, Item]
"""What to do ("go", "edit", "remove") with which item."""

NAMES: dict[ItemKind, str] = {
    "note": "note",
    "bookmark": "bookmark",
    "together": "belong together",
    "apart": "do not belong together",
    "no-quote": "no quotation",
}


class NotesPicker(Picker[Chosen]):
    """A picker in which an item can also be changed or removed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "do('edit')", show=False, priority=True),
        Binding("ctrl+d,delete", "do('remove')", show=False, priority=True),
    ]

    def action_do(self, what: str) -> None:
        """Give back the marked item with another thing to do."""
        if self.list.items:
            value = self.list.items[self.list.at].value
            assert isinstance(value, tuple)
            self.dismiss((what, value[1]))


async def _show_when_placed(screen: ReaderScreen, at: int) -> None:
    kept = keeping(screen)
    await asyncio.to_thread(kept.book.search)
    await kept.renew(screen)
    if screen.app.screen is screen:
        _show(screen, at)


def show(screen: ReaderScreen, at: int = 0) -> None:
    """List everything that was added to these sources, once it is known where it stands."""
    kept = keeping(screen)
    if kept.book.unplaced:
        cast("ReaderApp", screen.app).work(partial(_show_when_placed, screen, at))
    else:
        _show(screen, at)


def _show(screen: ReaderScreen, at: int) -> None:
    kept = keeping(screen)
    rows = list(_rows(kept, screen.glyphs))
    if not rows:
        screen.say("There are no notes on these sources yet; a writes one.")
        return

    async def done(chosen: Chosen | None) -> None:
        if chosen is None:
            return
        what, item = chosen
        if what == "remove":
            await remove_item(screen, item)
            if kept.book.items or kept.book.lost:
                show(screen, next(n for n, row in enumerate(rows) if row.value[1].id == item.id))
        elif what == "edit" and item.kind == "note":
            edit(screen, item)
        elif item.standing:
            screen.go(kept.members(item.standing[0])[0])
        else:
            screen.say("Its words are not in this text any more; Ctrl+D removes the note.")

    hint = "Type to find, Enter goes there, Ctrl+E edits, Ctrl+D removes, Esc leaves"
    picker = NotesPicker("Notes", rows, screen.glyphs, at=min(at, len(rows) - 1), hint=hint)
    screen.app.push_screen(picker, done)


def _rows(kept: Keeping, glyphs: Glyphs) -> Iterator[Row[Chosen]]:
    placed = sorted(kept.book.items, key=lambda item: (item.standing, item.id))
    for item in (*placed, *kept.book.lost):
        said = item.body or item.quoted[0]
        sign = glyphs.note if item.kind == "note" else glyphs.more
        where = ", ".join(kept.name(kept.members(place)[0]) for place in item.standing)
        if not item.placed:
            where = f"no longer in {', '.join(dict.fromkeys(item.names))}"
        elif item.moved:
            where += ", text changed"
        tone: tuple[str, ...] = () if item.body else ("quote",)
        left = ((f"{sign} ", ("quiet",)), (said, tone))
        right = where if item.kind == "note" else f"{NAMES[item.kind]} {glyphs.dot} {where}"
        words = " ".join((NAMES[item.kind], where, item.body, *item.quoted))
        yield Row(left, right, words, ("go", item))
