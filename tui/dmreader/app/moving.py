"""Commands that move the cursor."""

from dmreader.app.screen import ReaderScreen
from dmreader.model import Member


def down(screen: ReaderScreen) -> None:
    """One sentence on."""
    if not screen.reading.step(1):
        screen.app.bell()
    screen.draw()


def up(screen: ReaderScreen) -> None:
    """One sentence back."""
    if not screen.reading.step(-1):
        screen.app.bell()
    screen.draw()


def paragraph_down(screen: ReaderScreen) -> None:
    """To the next paragraph."""
    screen.reading.paragraph(1)
    screen.draw()


def paragraph_up(screen: ReaderScreen) -> None:
    """To the paragraph before."""
    screen.reading.paragraph(-1)
    screen.draw()


def page_down(screen: ReaderScreen) -> None:
    """One screenful on."""
    _page(screen, 1)


def page_up(screen: ReaderScreen) -> None:
    """One screenful back."""
    _page(screen, -1)


def _page(screen: ReaderScreen, direction: int) -> None:
    text = screen.pane.text
    flow, height = text.flow, max(2, text.size.height)
    cursor = screen.reading.cursor
    if not len(flow):
        return
    at = max(0, flow.distance(text.top, cursor.sentence, 4 * height) or 0)
    top = flow.clamp(flow.shift(text.top, direction * (height - 2)), height)
    if top == text.top:
        screen.reading.put(Member(cursor.source, len(flow) - 1 if direction > 0 else 0))
    else:
        window = flow.window(top, height)
        units = [unit for unit, _ in window[: at + 1] if unit >= 0] or [top.unit]
        screen.reading.put(Member(cursor.source, units[-1]))
        text.look(top, screen.reading.cursor.sentence, frozenset())
    screen.draw()


def first(screen: ReaderScreen) -> None:
    """To the beginning of the source."""
    screen.reading.edge(last=False)
    screen.draw()


def last(screen: ReaderScreen) -> None:
    """To the end of the source."""
    screen.reading.edge(last=True)
    screen.draw()


def pane_right(screen: ReaderScreen) -> None:
    """To the source on the right."""
    _pane(screen, 1)


def pane_left(screen: ReaderScreen) -> None:
    """To the source on the left."""
    _pane(screen, -1)


def _pane(screen: ReaderScreen, direction: int) -> None:
    order = screen.reading.order
    at = order.index(screen.reading.cursor.source)
    screen.reading.pane(order[(at + direction) % len(order)])
    screen.draw()


def partner(screen: ReaderScreen) -> None:
    """To the partner; again, to the next one."""
    if not screen.reading.to_partner():
        screen.say("No other source says this.")
    screen.draw()


def partner_back(screen: ReaderScreen) -> None:
    """To the partner before."""
    if not screen.reading.to_partner(-1):
        screen.say("No other source says this.")
    screen.draw()


def back(screen: ReaderScreen) -> None:
    """Back to where the last jump came from."""
    if not screen.reading.back():
        screen.say("This is where you began.")
    screen.draw()


def forward(screen: ReaderScreen) -> None:
    """Forward again."""
    if not screen.reading.forward():
        screen.say("Nothing further on.")
    screen.draw()
