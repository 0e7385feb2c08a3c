"""Commands that set the comparison right: these belong together, these do not, this is no quotation."""

from collections.abc import Iterator
from typing import Literal

from dmreader.app.commands import command
from dmreader.app.keynames import first_key
from dmreader.app.notes import on_sentence, remove_item, saved
from dmreader.app.notes_keeping import Keeping, keeping
from dmreader.app.notes_list import NAMES
from dmreader.app.picker import Item as Row
from dmreader.app.picker import Picker
from dmreader.app.screen import ReaderScreen
from dmreader.marks import WORDS
from dmreader.model import Member, Place
from dmreader.store.items import CORRECTIONS, Correction, Item

Step = (
    tuple[Literal["begin", "forget"], None]
    | tuple[Correction, tuple[Place, ...]]
    | tuple[Literal["undo"], Item]
)
"""What to do, and with what."""


async def tie(screen: ReaderScreen) -> None:
    """Remember this sentence; asked again at another one, tie the two."""
    kept, cursor = keeping(screen), screen.reading.cursor
    if not screen.has_comparison():
        return
    if not on_sentence(screen):
        return
    if kept.tie_from is None or kept.tie_from == cursor:
        _begin(screen, kept)
    else:
        await _tie(screen, kept)


def _begin(screen: ReaderScreen, kept: Keeping) -> None:
    kept.tie_from = screen.reading.cursor
    key = first_key(screen, command("tie"))
    then = f"press {key} there" if key else "tie it there"
    screen.say(f"Go to the sentence that belongs to {kept.name(kept.tie_from)}, and {then}.")


async def _tie(screen: ReaderScreen, kept: Keeping) -> None:
    assert kept.tie_from is not None
    first, second = kept.tie_from, screen.reading.cursor
    kept.tie_from = None
    places = [kept.place(first), kept.place(second)]
    said = f"{kept.name(first)} and {kept.name(second)} belong together now."
    await saved(screen, lambda: kept.book.add("together", places), said)


def correct(screen: ReaderScreen) -> None:
    """Choose what to set right about the sentence at the cursor."""
    if not screen.has_comparison():
        return
    if not on_sentence(screen):
        return
    kept = keeping(screen)

    async def done(step: Step | None) -> None:
        if step is not None:
            await _carry_out(screen, kept, step)

    rows = list(_steps(screen, kept))
    title = f"Set right {kept.name(screen.reading.cursor)}"
    screen.app.push_screen(Picker(title, rows, screen.glyphs), done)


async def _carry_out(screen: ReaderScreen, kept: Keeping, step: Step) -> None:
    if step[0] == "begin":
        _begin(screen, kept)
    elif step[0] == "forget":
        kept.tie_from = None
    elif step[0] == "undo":
        await remove_item(screen, step[1])
    elif step[0] == "together":
        await _tie(screen, kept)
    else:
        kind, places = step
        await saved(screen, lambda: kept.book.add(kind, places), _SAID[kind])


_SAID: dict[Correction, str] = {
    "together": "They belong together now.",
    "apart": "They do not belong together now.",
    "no-quote": "This is no quotation now.",
}


def _steps(screen: ReaderScreen, kept: Keeping) -> Iterator[Row[Step]]:
    reading, glyphs = screen.reading, screen.glyphs
    here = kept.place(reading.cursor)
    if kept.tie_from is not None and kept.tie_from != reading.cursor:
        places = (kept.place(kept.tie_from), here)
        yield _row(f"It belongs together with {kept.name(kept.tie_from)}", reading.text(kept.tie_from),
                   ("together", places))  # fmt: skip
        yield _row(f"Leave {kept.name(kept.tie_from)} alone", "", ("forget", None))
    else:
        yield _row("It belongs with another one", "the sentence to which you go next", ("begin", None))
    for partner in reading.partners():
        other = Member(partner.source, partner.sentence)
        said = f"It does not belong to {kept.name(other)}"
        relation = f"{glyphs.marks[partner.relation]} {WORDS[partner.relation]}: {reading.text(other)}"
        yield _row(said, relation, ("apart", (here, kept.place(other))))
    for number in reading.marks[here.source].sentences[reading.cursor.sentence].quotes:
        quote = reading.comparison.quotes[number]
        text = reading.comparison.sources[quote.source].display[quote.start : quote.end]
        yield _row("This is no quotation", text, ("no-quote", (Place(quote.source, quote.start, quote.end),)))
    for item in kept.here(*CORRECTIONS):
        yield _row(f"Undo: {NAMES[item.kind]}", item.quoted[-1], ("undo", item))


def _row(said: str, about: str, step: Step) -> Row[Step]:
    left = [(said, ("strong",)), ("  " + " ".join(about.split()), ("quiet",))]
    return Row([(text, names) for text, names in left], "", f"{said} {about}", step)
