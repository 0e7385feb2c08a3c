"""Commands that say what is to be seen."""

from collections.abc import Iterator
from itertools import combinations

from dmreader.app.picker import Item, Picker
from dmreader.app.screen import ReaderScreen
from dmreader.reading import CLASSES, Filter, Reading
from dmreader.reading.filters import stated

_LENGTHS = (5, 10, 20, 40)
_MOST = 4  # sources up to which every combination is offered


def choose(screen: ReaderScreen) -> None:
    """Choose a class, sources, a length or a speaker; each choice is added to the filter."""

    def chosen(asked: Filter | None) -> None:
        if asked is not None:
            apply(screen, asked)

    items = [
        Item(((title, ()),), right, f"{title} {right}", asked)
        for title, right, asked in _choices(screen.reading)
    ]
    now = stated(screen.reading.filter, screen.reading.names)
    title = f"Show only (now: {now})" if now else "Show only"
    screen.app.push_screen(Picker(title, items, screen.glyphs), chosen)


def clear(screen: ReaderScreen) -> None:
    """Show everything."""
    apply(screen, Filter())


def apply(screen: ReaderScreen, asked: Filter) -> None:
    """Filter, and go to the first sentence that passes if the present one does not."""
    reading = screen.reading
    reading.choose(asked)
    if asked and not (reading.passes(reading.cursor) or reading.to_passing()):
        screen.say("No sentence passes this filter.")
    screen.renew()


def _choices(reading: Reading) -> Iterator[tuple[str, str, Filter]]:
    """What can be asked for: title, what it is about, and the filter with that added."""
    now = reading.filter
    if now:
        yield "everything", "clear the filter", Filter()
    for kind in CLASSES.values():
        if (kind.id == "hit" and reading.search is None) or (kind.id == "note" and not reading.noted):
            continue
        yield kind.title, "class", now._replace(kind=kind.id)
    names = reading.names
    everyone = range(len(names))
    if len(names) > 1:
        sizes = range(len(names), 0, -1) if len(names) <= _MOST else (1,)
        for size in sizes:
            for some in combinations(everyone, size):
                within = frozenset(some)
                without = frozenset(everyone) - within if len(names) <= _MOST else frozenset[int]()
                asked = Filter(within=within, without=without)
                yield stated(asked, names), "sources", now._replace(within=within, without=without)
    for length in _LENGTHS:
        yield f"{length} words or more", "length", now._replace(min_words=length)
    speakers = {q.speaker.name for q in reading.comparison.quotes if q.speaker is not None}
    for speaker in sorted(speakers):
        yield f"said by {speaker}", "speaker", now._replace(speaker=speaker)
