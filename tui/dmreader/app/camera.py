"""Which part of a text to show, so that the eye keeps its place."""

from typing import Protocol

from dmreader.app.flow import Flow, Spot
from dmreader.marks import partners
from dmreader.reading import Reading

_MARGIN = 0.2  # the part of the height that is kept between the cursor and the edge, for what comes next


class _Size(Protocol):
    @property
    def height(self) -> int: ...


class Shown(Protocol):
    """A text on the screen: its rows, the first one in view, and how large it is."""

    @property
    def flow(self) -> Flow: ...
    @property
    def top(self) -> Spot: ...
    @property
    def size(self) -> _Size: ...


class Windowed(Shown, Protocol):
    """One that knows what is on each of its lines; see `Flow.window`."""

    @property
    def source(self) -> int: ...
    @property
    def window(self) -> list[tuple[int, int]]: ...


def follow(text: Shown, unit: int) -> Spot:
    """The top that keeps `unit` in view.

    Nothing moves if it is well in view, little if it is near; from afar it comes to a third of the height.
    """
    flow, height = text.flow, max(1, text.size.height)
    if not len(flow):
        return Spot(0, 0)
    tall = min(len(flow.rows(unit)) - 1, height)
    row = flow.distance(text.top, unit, 3 * height)
    margin = min(round(height * _MARGIN), max(0, (height - tall) // 2))
    if row is None or not -height <= row <= 2 * height:
        above = min(height // 3, height - margin - tall)  # the whole of a long one is in view
        return flow.clamp(flow.shift(Spot(unit, 0), -above), height)
    if row < margin and (row < 0 or text.top > (0, 0)):
        return flow.clamp(flow.shift(Spot(unit, 0), -margin), height)
    if row + tall > height - margin:
        return max(text.top, min(flow.shift(text.top, row + tall - (height - margin)), flow.lowest(height)))
    return text.top


def beside(text: Shown, unit: int, row: int) -> Spot:
    """The top at which `unit` begins on line `row`, even if lines above the text stay empty for it."""
    flow = text.flow
    return flow.shift(Spot(unit, 0), -row) if len(flow) else Spot(0, 0)


def line_of(text: Shown, unit: int) -> int | None:
    """The line on which `unit` begins, if that is near the view."""
    return text.flow.distance(text.top, unit, 4 * max(1, text.size.height)) if len(text.flow) else None


def anchored(reading: Reading, wheeled: Windowed, other: Windowed) -> Spot | None:
    """The top at which `other` has beside it what is in the middle of `wheeled`.

    Of the sentences in view that both have and that stand in the same order in both, the one nearest the
    middle is the anchor. None if there is no such sentence.
    """
    rows = {unit: row for row, (unit, line) in enumerate(wheeled.window) if line == 0}
    marks = reading.marks[wheeled.source].sentences
    for unit in sorted(
        (u for u in rows if u < len(marks)), key=lambda u: abs(rows[u] - wheeled.size.height // 2)
    ):
        for partner in partners(reading.comparison, reading.marks, wheeled.source, unit):
            if partner.source == other.source and not partner.moved:
                return beside(other, partner.sentence, rows[unit])
    return None
