"""What is done once the first picture stands: keys of the reader's own, what was kept, what is watched."""

from typing import TYPE_CHECKING

from dmreader.app.commands import COMMANDS
from dmreader.app.keynames import shown
from dmreader.app.screen import ReaderScreen
from dmreader.app.settings_keys import keymap
from dmreader.model import one_line

if TYPE_CHECKING:
    from dmreader.app.reader import ReaderApp

HINT = "Enter goes to who else says it, n to what is shared next; {help} shows all keys, {quit} leaves."


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

    rebound, warnings = keymap(app.settings.keys)
    if rebound:
        app.set_keymap(rebound)
    asked = app.settings.theme
    if asked and asked not in app.available_themes:
        warnings = (*warnings, f"There is no theme {one_line(asked)}; this is {app.theme}.")
    for warning in warnings:
        app.notify(warning, severity="warning", timeout=10, markup=False)
    app.run_worker(app.keeping.begin(screen))
    app.set_interval(EVERY, look)
    app.theme_changed_signal.subscribe(app, lambda theme: app.keeping.book.memory.keep("theme", theme.name))
    _hint(app, rebound)


def _hint(app: "ReaderApp", rebound: dict[str, str]) -> None:
    memory = app.keeping.book.memory
    roomy = app.size.width >= 60 and app.size.height >= 16  # elsewhere it would hide what it tells of
    if not app.settings.hints or not roomy or memory.recall("hint") is not None:
        return
    memory.keep("hint", "shown")
    keys = {c.id: shown((rebound.get(c.id) or c.keys[0]).split(",")[0]) for c in COMMANDS if c.keys}
    app.notify(HINT.format(help=keys["help"], quit=keys["quit"]), timeout=12, markup=False)
