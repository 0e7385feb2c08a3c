"""For every command of the main screen: where it starts, what is pressed, and what must be true then."""

from collections.abc import Callable
from typing import NamedTuple

from dmreader.app.export import Export
from dmreader.app.finding import FindBar
from dmreader.app.help import Help
from dmreader.app.hints import Hints
from dmreader.app.picker import Picker
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.model import Member
from dmreader.reading import Filter
from tests.app.made import messages

Holds = Callable[[ReaderScreen], object]


class Case(NamedTuple):
    """`keys` are pressed with the cursor at `start`; `holds` is asked of the main screen afterwards."""

    start: Member
    keys: str
    holds: Holds
    size: tuple[int, int] = (140, 40)


def at(source: int, sentence: int) -> Holds:
    """On the main screen, at that sentence."""
    return lambda screen: screen.app.screen is screen and screen.reading.cursor == Member(source, sentence)


def on(kind: type) -> Holds:
    """On a screen of that kind."""
    return lambda screen: isinstance(screen.app.screen, kind)


def told(sentence: str) -> Holds:
    """That is what the reader was told last."""
    return lambda s: isinstance(s.app, ReaderApp) and messages(s.app)[-1:] == [sentence]


def _toggled(number: int) -> Holds:
    return lambda screen: screen.reading.order == [s for s in range(3) if s != number]


M = Member
CASES: dict[str, Case] = {
    "next": Case(M(0, 0), "j", at(0, 1)),
    "previous": Case(M(0, 2), "k", at(0, 1)),
    "paragraph-next": Case(M(0, 1), "}", at(0, 3)),
    "paragraph-previous": Case(M(0, 4), "{", at(0, 3)),
    "page-down": Case(M(0, 0), "space", lambda s: s.reading.cursor.sentence > 0),
    "page-up": Case(M(0, 5), "b", lambda s: s.reading.cursor.sentence < 5),
    "first": Case(M(0, 4), "g", at(0, 0)),
    "last": Case(M(0, 0), "G", at(0, 5)),
    "pane-right": Case(M(0, 0), "l", at(1, 0)),
    "pane-left": Case(M(0, 0), "h", at(2, 1)),
    "partner": Case(M(0, 3), "enter", at(1, 1)),
    "partner-previous": Case(M(0, 0), "ctrl+r", at(2, 1)),
    "back": Case(M(0, 3), "enter backspace", at(0, 3)),
    "forward": Case(M(0, 3), "enter backspace >", at(1, 1)),
    "step-next": Case(M(0, 0), "n", at(0, 2)),
    "step-previous": Case(M(0, 2), "N", at(0, 0)),
    "step-class": Case(M(0, 0), "c", on(Picker)),
    "quote-next": Case(M(0, 0), "]", at(0, 2)),
    "quote-previous": Case(M(0, 4), "[", at(0, 2)),
    "tweet-next": Case(M(0, 0), "t", at(1, 3)),
    "tweet-previous": Case(M(0, 0), "T", at(2, 3)),
    "unique-next": Case(M(0, 1), "u", at(0, 5)),
    "unique-previous": Case(M(0, 5), "U", at(0, 1)),
    "reworded-next": Case(M(0, 0), "r", at(0, 2)),
    "reworded-previous": Case(M(1, 0), "R", at(0, 4)),
    "moved-next": Case(M(0, 0), "w", at(0, 3)),
    "moved-previous": Case(M(0, 0), "W", at(1, 1)),
    "all-next": Case(M(0, 0), "v", at(1, 0)),
    "all-previous": Case(M(0, 0), "V", at(2, 1)),
    "find": Case(M(0, 0), "/ r a i n", lambda s: s.query(FindBar) and len(s.reading.search.hits) == 2),  # type: ignore[union-attr]
    "filter": Case(M(0, 0), "f", on(Picker)),
    "filter-clear": Case(M(0, 0), "f down enter F", lambda s: s.reading.filter == Filter()),
    "unique-list": Case(M(0, 0), "O enter", at(0, 1)),
    "class-list": Case(M(0, 0), "L", on(Picker)),
    "go-to": Case(M(0, 0), ": t w o : 3 enter", at(1, 2)),
    "hints": Case(M(0, 0), ";", on(Hints)),
    "unwind": Case(M(0, 0), "/ r a i n enter escape", lambda s: s.reading.search is None),
    **{f"source-{n}": Case(M(0, 0), str(n), _toggled(n - 1)) for n in range(1, 10)},
    "sources-all": Case(M(0, 0), "2 0", lambda s: s.reading.order == [0, 1, 2]),
    "maximise": Case(M(1, 0), "m", lambda s: s.shown == [1]),
    "shift-left": Case(M(1, 0), "shift+left", lambda s: s.reading.order == [1, 0, 2]),
    "shift-right": Case(M(1, 0), "shift+right", lambda s: s.reading.order == [0, 2, 1]),
    "sync": Case(M(0, 0), "s", lambda s: not s.reading.sync),
    "inspector": Case(M(0, 0), "i", lambda s: not s.inspector.display),
    "inspector-grow": Case(M(0, 0), "+", lambda s: s.inspector.size.height == 10),
    "inspector-shrink": Case(M(0, 0), "-", lambda s: s.inspector.size.height == 6),
    "inspector-down": Case(M(0, 0), "- - - J", lambda s: s.inspector.first > 0),
    "inspector-up": Case(M(0, 0), "- - - J K", lambda s: s.inspector.first == 0),
    "map": Case(M(0, 0), "M", lambda s: not s.panes[0].map.display),
    "spacing": Case(M(0, 0), "P", lambda s: not s.panes[0].text.airy),
    "copy": Case(M(0, 1), "y", lambda s: s.app.clipboard == "Nobody on the quay waved."),
    "copy-all": Case(
        M(0, 3), "Y", lambda s: s.app.clipboard == "one:4: Rain fell all day.\ntwo:2: Rain fell all day."
    ),
    "export": Case(M(0, 0), "x", on(Export)),
    "help": Case(M(0, 0), "?", on(Help)),
    "palette": Case(M(0, 0), "ctrl+p", lambda s: type(s.app.screen).__name__ == "CommandPalette"),
    "theme": Case(M(0, 0), "ctrl+t", lambda s: type(s.app.screen).__name__ == "CommandPalette"),
    "suspend": Case(M(0, 0), "ctrl+z", told("There is no shell to go back to.")),  # tests/whole has one
    "quit": Case(M(0, 0), "q", lambda s: s.app.return_value == 0),
}
