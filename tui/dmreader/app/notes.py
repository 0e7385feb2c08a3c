"""Commands of notes and bookmarks."""

from collections.abc import Callable, Sequence

from dmreader.app.notes_dialog import NoteDialog
from dmreader.app.notes_keeping import keeping
from dmreader.app.screen import ReaderScreen
from dmreader.app.stepping import step_to
from dmreader.model import Member
from dmreader.store.database import StateError
from dmreader.store.items import Item


def note(screen: ReaderScreen) -> None:
    """Write a note on the sentence, or go on writing the one that is there."""
    kept = keeping(screen)
    there = kept.here("note")
    if there:
        edit(screen, there[0])
    else:
        _write(screen, [screen.reading.cursor])


def note_everywhere(screen: ReaderScreen) -> None:
    """Write one note on the sentence and all that say the same."""
    reading = screen.reading
    _write(screen, [reading.cursor, *(Member(p.source, p.sentence) for p in reading.partners())])


def _write(screen: ReaderScreen, members: Sequence[Member]) -> None:
    kept = keeping(screen)
    if not on_sentence(screen):
        return
    names = ", ".join(kept.name(member) for member in dict.fromkeys(members))

    async def save(body: str | None) -> None:
        if body:
            await saved(screen, lambda: kept.book.add("note", map(kept.place, dict.fromkeys(members)), body))

    screen.app.push_screen(NoteDialog(f"Note on {names}", screen.reading.text(members[0])), save)


def edit(screen: ReaderScreen, item: Item) -> None:
    """Write on in a note; one left empty is removed."""
    kept = keeping(screen)

    async def save(body: str | None) -> None:
        if body:
            await saved(screen, lambda: kept.book.change(item, body))
        elif body is not None:
            await remove_item(screen, item)

    screen.app.push_screen(NoteDialog(f"Note of {item.changed[:10]}", item.quoted[0], item.body), save)


async def bookmark(screen: ReaderScreen) -> None:
    """Put a bookmark on the sentence, or take it away."""
    kept = keeping(screen)
    if not on_sentence(screen):
        return
    there = kept.here("bookmark")
    if there:
        await saved(screen, lambda: kept.book.remove(there[0]), "The bookmark is gone.")
    else:
        place = kept.place(screen.reading.cursor)
        await saved(screen, lambda: kept.book.add("bookmark", [place]), "Bookmarked.")


async def remove(screen: ReaderScreen) -> None:
    """Remove the note or bookmark at the cursor."""
    there = keeping(screen).here("note", "bookmark")
    if there:
        await remove_item(screen, there[0])
    else:
        screen.say("There is no note on this sentence.")


async def remove_item(screen: ReaderScreen, item: Item) -> None:
    """Remove any item, and say how to bring it back."""
    kept = keeping(screen)
    await saved(screen, lambda: kept.book.remove(item), "Removed; Z brings it back.")


async def restore(screen: ReaderScreen) -> None:
    """Bring back what was removed last."""
    kept = keeping(screen)
    if not await saved(screen, kept.book.restore):
        screen.say("Nothing was removed.")


async def saved(screen: ReaderScreen, change: Callable[[], object], said: str = "") -> bool:
    """Make a change of the notebook and show it; False if there was nothing to change, or it could not be."""
    kept = keeping(screen)
    try:
        result = change()
    except StateError as error:
        screen.notify(str(error), severity="error", markup=False)
        return True
    await kept.renew(screen)
    if said:
        screen.say(said)
    return result is not None or bool(said)


def next_note(screen: ReaderScreen) -> None:
    """To the next sentence with a note."""
    step_to(screen, "note", 1)


def previous_note(screen: ReaderScreen) -> None:
    """To the one before."""
    step_to(screen, "note", -1)


def on_sentence(screen: ReaderScreen) -> bool:
    """Whether there is a sentence at the cursor; that there is none is said."""
    if screen.reading.sentences(screen.reading.cursor.source):
        return True
    screen.say("There is no sentence here.")
    return False
