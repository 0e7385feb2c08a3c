"""Notes written to a file for somebody else."""

import os

from dmreader.app.asking import Ask
from dmreader.app.notes_keeping import keeping
from dmreader.app.screen import ReaderScreen
from dmreader.exporting.writing import WriteError, check, write
from dmreader.model import one_line
from dmreader.store.notes_text import notes_text


def export(screen: ReaderScreen) -> None:
    """Ask for a name, and write all notes there as Markdown."""
    book = keeping(screen).book
    if not book.items and not book.lost:
        screen.say("There are no notes on these sources yet; a writes one.")
        return
    inputs = [source.path for source in book.sources if source.path is not None]

    def wrong(name: str) -> str:
        target = os.path.expanduser(name)
        if os.path.lexists(target):
            return "This is there already; give another name."
        try:
            check(target, inputs=inputs, force=False)
        except WriteError as error:
            return str(error)
        return "" if name.strip() else "A name is wanted."

    def done(name: str | None) -> None:
        if name is None:
            return
        target = os.path.expanduser(name)
        try:
            write(target, [notes_text(book.sources, book.items, book.lost)], inputs=inputs, force=False)
        except WriteError as error:
            screen.notify(str(error), severity="error", markup=False)
        else:
            screen.say(f"Wrote the notes to {one_line(target)}.")

    screen.app.push_screen(Ask("Write the notes to", "notes.md", "Markdown; Esc leaves", wrong), done)
