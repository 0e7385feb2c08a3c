"""What is done once the first picture stands: what was kept is shown, what may change is watched."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from dmreader.app.commands import command
from dmreader.app.keynames import first_key
from dmreader.app.screen import ReaderScreen
from dmreader.model import one_line
from dmreader.reading.changes import load_differences

if TYPE_CHECKING:
    from dmreader.app.reader import ReaderApp

HINT = (
    "{partner} goes to who else says it, {next} to what is shared next; {help} shows all keys, {quit} leaves."
)
_NAMED = {"partner": "partner", "next": "step-next", "help": "help", "quit": "quit"}


def begin(app: "ReaderApp") -> None:
    """Called after the first picture."""
    from dmreader.app.reloading import EVERY, offer

    screen = next((s for s in app.screen_stack if isinstance(s, ReaderScreen)), None)
    if screen is None or not app.is_running:
        return

    async def look() -> None:
        """What has become of the files, and what another dmreader has written to the notes."""
        offer(screen)
        await app.keeping.look(screen)

    warnings = app.key_troubles
    asked = app.settings.theme
    if asked and asked not in app.available_themes:
        warnings = (*warnings, f"There is no theme {one_line(asked)}; this is {app.theme}.")
    for warning in warnings:
        app.notify(warning, severity="warning", timeout=10, markup=False)
    app.work(partial(app.keeping.begin, screen))
    app.work(_load_differences)  # while nothing is compared yet: later the screen would stand still for it
    app.set_interval(EVERY, look)
    app.theme_changed_signal.subscribe(app, lambda theme: app.keeping.memory.keep("theme", theme.name))
    _hint(app)


async def _load_differences() -> None:
    await asyncio.to_thread(load_differences)


def _hint(app: "ReaderApp") -> None:
    memory = app.keeping.memory
    roomy = app.size.width >= 60 and app.size.height >= 16  # elsewhere it would hide what it tells of
    if not app.settings.hints or not roomy or memory.recall("hint") is not None:
        return
    memory.keep("hint", "shown")
    keys = {name: first_key(app, command(id_), plain=True) or "the palette" for name, id_ in _NAMED.items()}
    app.notify(HINT.format(**keys), timeout=12, markup=False)
