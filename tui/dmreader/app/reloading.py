"""Files that changed while they were read: told, and read again when the reader says so."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from dmreader.app.comparer import Comparer, Unpacked
from dmreader.app.making import Making
from dmreader.app.notes_keeping import keeping
from dmreader.model import Options, Source
from dmreader.sources import SourceError, load
from dmreader.store.anchors import anchor, find
from dmreader.store.watch import Watch

if TYPE_CHECKING:
    from dmreader.app.reader import ReaderApp
    from dmreader.app.screen import ReaderScreen

EVERY = 3.0
"""Seconds between two looks at the files; a look is one `stat` a file."""
_STOPPED = "Comparing anew was stopped; what was there before stays."


def offer(screen: "ReaderScreen") -> None:
    """Say once which files have changed, and how to read them again."""
    watch = keeping(screen).watch
    changed = watch.changed()
    if changed:
        watch.accept(changed)
        names = " and ".join(screen.reading.names[number] for number in changed)
        screen.notify(f"{names} changed on disk; F5 reads it again.", timeout=8, markup=False)


def reload(screen: "ReaderScreen") -> None:
    """Read all files again and compare anew, while the screen lives."""
    cast("ReaderApp", screen.app).work(partial(_reload, screen), "reload")


async def _reload(screen: "ReaderScreen") -> None:
    """Read all files again and compare anew; the cursor stays at its words, where they still are.

    What was read before stays on the screen until the new comparison is there, and if it is cancelled.
    """
    app = cast("ReaderApp", screen.app)
    kept, old = keeping(screen), screen.reading.comparison.sources
    app.tell("reading again")
    try:
        sources = await asyncio.to_thread(lambda: [_again(source) for source in old])
    except SourceError as error:
        screen.notify(str(error), severity="error", markup=False)
        return
    finally:
        app.tell("")
    kept.watch = Watch(sources)
    if all(new.sha256 == before.sha256 for new, before in zip(sources, old, strict=True)):
        screen.say("Nothing has changed.")
        return
    await _compare(screen, sources, screen.reading.comparison.options, "Read again and compared anew.")


async def compare_otherwise(screen: "ReaderScreen", options: Options) -> None:
    """Compare the same texts with other options, while the screen lives."""
    await _compare(screen, screen.reading.comparison.sources, options, "Compared anew.")


async def _compare(screen: "ReaderScreen", sources: Sequence[Source], options: Options, done: str) -> None:
    """Compare in a process of its own; say `done` when it is shown."""
    app = cast("ReaderApp", screen.app)
    if app.making is not None:
        app.making.cancel()  # what is still being compared is no longer wanted
    app.tell("comparing anew")
    starting = asyncio.ensure_future(asyncio.to_thread(Comparer, sources, options, afresh=True))
    try:
        comparer = await asyncio.shield(starting)
    except asyncio.CancelledError:
        starting.add_done_callback(lambda started: started.result().stop())
        raise

    async def take(made: Unpacked) -> None:
        await _take(screen, made, done)

    app.making = Making(app, comparer, take, _STOPPED, first=False)
    app.making.begin()
    await app.making.over.wait()


async def _take(screen: "ReaderScreen", made: Unpacked, done: str) -> None:
    reading, (comparison, marks, changes) = screen.reading, made
    kept, sources = keeping(screen), comparison.sources
    await asyncio.to_thread(kept.book.turn_to, sources)
    fresh = await asyncio.to_thread(kept.corrected, comparison, marks)
    at, rows = reading.cursor.source, reading.sentences(reading.cursor.source)
    display = reading.comparison.sources[at].display
    place = anchor(display, *rows[reading.cursor.sentence]) if rows else None
    found = find(place, sources[at].display) if place else None
    reading.compare(*fresh, changes if fresh[0] is comparison else None)
    if found:
        reading.put(reading.at(at, found.start))
    kept.note()
    screen.renew()
    screen.say(done)


def _again(source: Source) -> Source:
    if source.path is None:
        return source
    return load(source.path, source.name, source.encoding, may_be_empty=not source.text.strip())
