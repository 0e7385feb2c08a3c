"""The comparison made by hand on a screen without a terminal."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.store.settings import Settings
from tests.made import made

__all__ = ["grid", "made", "messages", "opened", "until"]


@asynccontextmanager
async def opened(
    size: tuple[int, int] = (140, 40), settings: Settings | None = None, at: Member | None = None
) -> AsyncIterator[tuple[ReaderScreen, Pilot[int]]]:
    """The made comparison in a running app without a terminal."""
    reading = Reading(made())
    if at is not None:
        reading.put(at)
    app = ReaderApp(reading, settings or Settings(hints=False))
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        yield screen, pilot


async def until(pilot: Pilot[int], holds: Callable[[], object], patience: float = 60.0) -> None:
    """Wait for what no key waits for: workers, timers. A busy machine is no failure."""
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, "it never came"
        await pilot.pause(0.02)


def grid(screen: Screen[Any]) -> list[str]:
    """The whole screen as rows of characters."""
    strips = screen._compositor.render_strips()
    return [strip.text for strip in strips]


def messages(app: ReaderApp) -> list[str]:
    """What the app has told the reader."""
    return [notification.message for notification in app._notifications]
