"""Commands that go through the places of one quotation in the panes."""

from dmreader.app.screen import ReaderScreen
from dmreader.reading.quotations_places import step


def onwards(screen: ReaderScreen) -> None:
    """To the next place of the quotation at the cursor."""
    _step(screen, 1)


def backwards(screen: ReaderScreen) -> None:
    """To the place before."""
    _step(screen, -1)


def _step(screen: ReaderScreen, direction: int) -> None:
    found = step(screen.reading, direction)
    if found is None:
        screen.say("No quotation stands in this sentence.")
    elif found.whole == 1:
        screen.say("This quotation stands nowhere else.")
    screen.draw()
