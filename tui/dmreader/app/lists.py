"""Commands that list something and jump to what is chosen: sentences only here, classes, places."""

from collections.abc import Iterator

from dmreader.app.picker import Item, Picker
from dmreader.app.screen import ReaderScreen
from dmreader.marks import WORDS
from dmreader.model import Member
from dmreader.reading import CLASSES


def unique(screen: ReaderScreen) -> None:
    """All sentences that only one source has."""
    _jump(screen, "Only here", list(_members(screen, "unique")), "Every sentence has a partner.")


def hits(screen: ReaderScreen) -> None:
    """The sentences of the class that next and previous go by: all search hits, all moved ones, and so on."""
    kind = screen.reading.current_class
    title = CLASSES[kind].title.capitalize()
    _jump(
        screen, title, list(_members(screen, kind)), f"Nothing here is of this class: {CLASSES[kind].title}."
    )


def _jump(screen: ReaderScreen, title: str, items: list[Item[Member]], none: str) -> None:
    if not items:
        screen.say(none)
        return
    cursor = screen.reading.cursor
    at = next((i for i, item in enumerate(items) if item.value >= cursor), 0)
    screen.app.push_screen(Picker(title, items, screen.glyphs, at=at), screen.go)


def _members(screen: ReaderScreen, kind: str) -> Iterator[Item[Member]]:
    reading = screen.reading
    for source in reading.order:
        for sentence in reading.of_class(kind, source):
            member = Member(source, sentence)
            if reading.passes(member):
                text = reading.text(member)
                mark = reading.marks[source].sentences[sentence]
                place = f"{reading.names[source]}:{sentence + 1}"
                sign = f"{screen.glyphs.marks[mark.kind]} "
                yield Item(
                    ((sign, ("quiet",)), (text, ())), place, f"{place} {text} {WORDS[mark.kind]}", member
                )


def step_class(screen: ReaderScreen) -> None:
    """Choose what next and previous go by."""

    def chosen(kind: str | None) -> None:
        if kind is not None:
            screen.reading.step_class = kind
            screen.draw()

    kinds = [c for c in CLASSES.values() if c.id != "hit"]
    at = next(i for i, c in enumerate(kinds) if c.id == screen.reading.step_class)
    items = [Item(((c.title, ()),), "", c.title, c.id) for c in kinds]
    screen.app.push_screen(Picker("Next and previous go by", items, screen.glyphs, at=at), chosen)
