"""Commands that list something and jump to what is chosen: quotes, sentences only here, classes, places."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dmreader.app.picker import Item, Picker
from dmreader.app.screen import ReaderScreen
from dmreader.marks import WORDS
from dmreader.model import Member, Quote
from dmreader.reading import CLASSES, Reading


def quotes(screen: ReaderScreen) -> None:
    """All quotes and tweets, with who said them and who carries them."""
    items = list(_quotes(screen))
    _jump(screen, "Quotes and tweets", items, "No quotation was found.")


def unique(screen: ReaderScreen) -> None:
    """All sentences that only one source has."""
    _jump(screen, "Only here", list(_members(screen, "unique")), "Every sentence has a partner.")


def hits(screen: ReaderScreen) -> None:
    """The sentences of the class that next and previous go by: all search hits, all moved ones, and so on."""
    kind = "hit" if screen.reading.search else screen.reading.step_class
    title = CLASSES[kind].title.capitalize()
    _jump(
        screen, title, list(_members(screen, kind)), f"Nothing here is of this class: {CLASSES[kind].title}."
    )


def _jump(screen: ReaderScreen, title: str, items: list[Item[Member]], none: str) -> None:
    if not items:
        screen.say(none)
        return

    def go(member: Member | None) -> None:
        if member is not None:
            screen.go(member)

    cursor = screen.reading.cursor
    at = next((i for i, item in enumerate(items) if item.value >= cursor), 0)
    screen.app.push_screen(Picker(title, items, screen.glyphs, at=at), go)


def _members(screen: ReaderScreen, kind: str) -> Iterator[Item[Member]]:
    reading = screen.reading
    test = CLASSES[kind].test
    for source in reading.order:
        for sentence in range(len(reading.sentences(source))):
            member = Member(source, sentence)
            if test(reading, member) and reading.passes(member):
                text = reading.text(member)
                mark = reading.marks[source].sentences[sentence]
                place = f"{reading.names[source]}:{sentence + 1}"
                sign = f"{screen.glyphs.marks[mark.kind]} "
                yield Item(
                    ((sign, ("quiet",)), (text, ())), place, f"{place} {text} {WORDS[mark.kind]}", member
                )


def _quotes(screen: ReaderScreen) -> Iterator[Item[Member]]:
    reading = screen.reading
    groups: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in reading.comparison.quotes:
        groups[quote.group].append(quote)
    carried = {group: carriers(reading, same) for group, same in groups.items()}
    for quote in sorted(reading.comparison.quotes, key=lambda q: (q.source, q.start)):
        text = reading.comparison.sources[quote.source].display[quote.start : quote.end]
        speaker = quote.speaker.name if quote.speaker else "nobody named"
        dot = screen.glyphs.dot
        right = f"{quote.kind} {dot} {speaker} {dot} {carried[quote.group]}"
        words = f"{text} {right} {' '.join(quote.handles)} {' '.join(quote.hashtags)}"
        yield Item(((text, ("quote",)),), right, words, reading.at(quote.source, quote.start))


def carriers(reading: Reading, same: Sequence[Quote]) -> str:
    """The names of the sources that carry the quotes of one group, and whether words or speakers differ.

    That other quotations are similar is told, too: they are not the same, and no carriers.
    """
    told = [reading.names[s] for s in sorted({q.source for q in same})]
    texts = {_folded(reading.comparison.sources[q.source].text[q.start : q.end]) for q in same}
    if len(texts) > 1:
        told.append("differing")
    names = {frozenset(q.speaker.name.casefold().split()) for q in same if q.speaker}
    if any(not a & b for a, b in combinations(names, 2)):
        told.append("named differently")
    if any(q.similar for q in same):
        told.append("others similar")
    return ", ".join(told)


def _folded(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


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
