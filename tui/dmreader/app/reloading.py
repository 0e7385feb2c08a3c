"""Files that changed while they were read: told, and read again when the reader says so."""

import asyncio
from typing import TYPE_CHECKING, cast

from dmreader.app.notes_keeping import Keeping, keeping
from dmreader.marks import mark
from dmreader.model import Source
from dmreader.sources import SourceError, load
from dmreader.store.anchors import anchor, find
from dmreader.store.watch import Watch

if TYPE_CHECKING:
    from dmreader.app.reader import ReaderApp
    from dmreader.app.screen import ReaderScreen

EVERY = 3.0
"""Seconds between two looks at the files; a look is one `stat` a file."""


def offer(screen: "ReaderScreen") -> None:
    """Say once which files have changed, and how to read them again."""
    watch = keeping(screen).watch
    changed = watch.changed()
    if changed:
        watch.accept(changed)
        names = " and ".join(screen.reading.names[number] for number in changed)
        screen.notify(f"{names} changed on disk; F5 reads it again.", timeout=8, markup=False)


async def reload(screen: "ReaderScreen") -> None:
    """Read all files again and compare anew; the cursor stays at its words, where they still are."""
    kept, old = keeping(screen), screen.reading.comparison.sources
    _tell(screen, "reading again")
    try:
        sources = await asyncio.to_thread(lambda: [_again(source) for source in old])
        kept.watch = Watch(sources)
        if all(new.sha256 == before.sha256 for new, before in zip(sources, old, strict=True)):
            screen.say("Nothing has changed.")
            return
        await _take(screen, kept, sources)
    except SourceError as error:
        screen.notify(str(error), severity="error", markup=False)
    finally:
        _tell(screen, "")


async def _take(screen: "ReaderScreen", kept: Keeping, sources: list[Source]) -> None:
    from dmreader.comparing import compare  # the whole engine, only for who asks for it

    reading = screen.reading
    cast("ReaderApp", screen.app).cancel_comparing()  # what is still being compared is no longer read
    at, rows = reading.cursor.source, reading.sentences(reading.cursor.source)
    display = reading.comparison.sources[at].display
    place = anchor(display, *rows[reading.cursor.sentence]) if rows else None
    comparison = await asyncio.to_thread(compare, sources, reading.comparison.options)
    await asyncio.to_thread(kept.book.turn_to, sources)
    fresh = await asyncio.to_thread(kept.corrected, comparison, mark(comparison))
    found = find(place, sources[at].display) if place else None
    reading.compare(*fresh)
    if found:
        reading.put(reading.at(at, found.start))
    await kept.renew(screen)
    screen.say("Read again and compared anew.")


def _again(source: Source) -> Source:
    return source if source.path is None else load(source.path, source.name, source.encoding)


def _tell(screen: "ReaderScreen", progress: str) -> None:
    screen.status.progress = progress
    screen.status.update()
