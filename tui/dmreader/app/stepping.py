"""Commands that go from one sentence of a class to the next, through all sources."""

from collections.abc import Callable

from dmreader.app.screen import ReaderScreen
from dmreader.reading import CLASSES


def _step(kind: str, direction: int) -> Callable[[ReaderScreen], None]:
    def go(screen: ReaderScreen) -> None:
        step_to(screen, kind, direction)

    return go


def step_to(screen: ReaderScreen, kind: str, direction: int) -> None:
    """To the next sentence of a class, or say that there is none."""
    if not screen.reading.next_of(kind, direction):
        nothing = f"Nothing here is of this class: {CLASSES[kind].title}."
        known = screen.reading.compared or kind in ("hit", "note")
        screen.say(nothing if known else "The sources are still being compared.")
    screen.draw()


def onwards(screen: ReaderScreen) -> None:
    """To the next search hit, or the next sentence of the chosen class."""
    step_to(screen, screen.reading.current_class, 1)


def backwards(screen: ReaderScreen) -> None:
    """To the one before."""
    step_to(screen, screen.reading.current_class, -1)


quote_next = _step("quote", 1)
quote_previous = _step("quote", -1)
tweet_next = _step("tweet", 1)
tweet_previous = _step("tweet", -1)
unique_next = _step("unique", 1)
unique_previous = _step("unique", -1)
reworded_next = _step("reworded", 1)
reworded_previous = _step("reworded", -1)
moved_next = _step("moved", 1)
moved_previous = _step("moved", -1)
all_next = _step("all", 1)
all_previous = _step("all", -1)
