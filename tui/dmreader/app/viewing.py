"""Commands that change what stands where, not where one is."""

from collections.abc import Callable

from dmreader.app.screen import ReaderScreen


def _toggle(number: int) -> Callable[[ReaderScreen], None]:
    def toggle(screen: ReaderScreen) -> None:
        reading = screen.reading
        if not 0 <= number < len(screen.panes):
            screen.say(f"There is no source {number + 1}.")
            return
        if number not in reading.order:
            reading.show(number)
        elif len(reading.order) == 1:
            screen.say("The last source stays.")
            return
        else:
            at = reading.order.index(number)
            reading.order.remove(number)
            if reading.cursor.source == number:
                reading.pane(reading.order[min(at, len(reading.order) - 1)])
        screen.place_panes()

    return toggle


(source_1, source_2, source_3, source_4, source_5, source_6, source_7, source_8, source_9) = map(
    _toggle, range(9)
)


def all_sources(screen: ReaderScreen) -> None:
    """Every source shown, in the given order."""
    screen.reading.order = list(range(len(screen.panes)))
    screen.alone = False
    screen.place_panes()


def maximise(screen: ReaderScreen) -> None:
    """The source at the cursor alone, or beside the others again."""
    screen.alone = not screen.alone
    screen.place_panes()


def shift_left(screen: ReaderScreen) -> None:
    """The pane of the cursor one place to the left."""
    _shift(screen, -1)


def shift_right(screen: ReaderScreen) -> None:
    """The pane of the cursor one place to the right."""
    _shift(screen, 1)


def _shift(screen: ReaderScreen, step: int) -> None:
    order = screen.reading.order
    at = order.index(screen.reading.cursor.source)
    to = at + step
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
        screen.place_panes()


def sync(screen: ReaderScreen) -> None:
    """The other panes follow, or stay where they are."""
    screen.reading.sync = not screen.reading.sync
    screen.draw()


def inspector(screen: ReaderScreen) -> None:
    """The inspector there, or not."""
    screen.inspector_rows = 0 if screen.inspector_rows else max(screen.app_settings.inspector, 8)
    screen.place_panes()


def inspector_grow(screen: ReaderScreen) -> None:
    """Two more rows for the inspector."""
    screen.inspector_rows = min(screen.inspector_rows + 2, 60)
    screen.place_panes()


def inspector_shrink(screen: ReaderScreen) -> None:
    """Two rows fewer."""
    screen.inspector_rows = max(screen.inspector_rows - 2, 0)
    screen.place_panes()


def inspector_down(screen: ReaderScreen) -> None:
    """Further down in the inspector."""
    screen.inspector.scroll(3)


def inspector_up(screen: ReaderScreen) -> None:
    """Further up in the inspector."""
    screen.inspector.scroll(-3)


def spacing(screen: ReaderScreen) -> None:
    """An empty line between paragraphs, or none."""
    for pane in screen.panes:
        pane.text.airy = not pane.text.airy
    screen.renew()


def sources_map(screen: ReaderScreen) -> None:
    """The maps beside the panes there, or not."""
    screen.toggle_class("-no-map")


def unwind(screen: ReaderScreen) -> None:
    """One layer off: the search, else the filter, else the maximised pane."""
    from dmreader.app.filtering import clear

    making = getattr(screen.app, "making", None)
    if making is not None and making.cancel():
        screen.say(making.stopped)
    elif screen.reading.search is not None:
        screen.reading.find(None)
        screen.renew()
    elif screen.reading.filter:
        clear(screen)
    elif screen.alone:
        maximise(screen)
