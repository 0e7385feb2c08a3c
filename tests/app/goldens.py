"""What the screen looks like, kept as text; `python -m tests.app.goldens` writes it anew."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from dmreader.app.screen import ReaderScreen
from dmreader.model import Member
from dmreader.store.settings import Settings
from tests.app.made import grid, opened

HOME = Path(__file__).parent / "golden"
SIZES = ((200, 50), (120, 40), (80, 24), (40, 12))
VIEWS: dict[str, tuple[str, ...]] = {
    "": (),
    "aligned-": ("p",),
    "filter-": ("f",),
    "find-": ("slash", *"harbour"),
    "help-": ("question_mark",),
    "notes-": ("a", *"why?", "enter", "j", "B", "apostrophe"),
    "overview-": ("o",),
    "palette-": ("ctrl+p", *"captain"),
    "quotes-": ("Q",),
}
"""What is pressed to see each screen; the first is the reader itself."""
LOOKS = {"dark": "lamp", "light": "paper", "sixteen": "ansi-dark", "colourless": ""}
"""The kinds of screen, with the theme of each; colourless is what NO_COLOR asks for."""


def files() -> list[str]:
    """The names of all goldens: for every screen a picture per size, and its styles per kind of terminal."""
    each = [f"{w}x{h}" for w, h in SIZES] + [f"styles-{look}" for look in LOOKS]
    return [view + one for view in VIEWS for one in each]


async def rendered(name: str, look: str = "dark") -> str:
    """What the golden of that name must hold."""
    view = max((view for view in VIEWS if name.startswith(view)), key=len)
    kind = name.removeprefix(view)
    styles = kind.startswith("styles-")
    look = kind.removeprefix("styles-") if styles else look
    size = (80, 24) if styles else tuple(map(int, kind.split("x")))
    settings = Settings(theme=LOOKS[look], hints=False)
    with _colour(look != "colourless"):
        async with opened((size[0], size[1]), settings, at=Member(0, 2)) as (screen, pilot):
            await pilot.pause()
            await pilot.press(*VIEWS[view])
            await _still(screen, pilot)
            shown = _styled(screen.app.screen) if styles else grid(screen.app.screen)
            return "\n".join(row.rstrip() for row in shown) + "\n"


async def _still(screen: ReaderScreen, pilot: Pilot[int]) -> None:
    """Wait until nothing moves: no cursor blinks, nothing is being looked for, no message is shown."""
    for field in screen.app.screen.query(Input):
        field.cursor_blink = False
    screen.app.clear_notifications()
    if screen.app.screen is not screen:
        await screen.app.workers.wait_for_complete()
        await pilot.pause(0.3)
    await pilot.pause()


def _styled(screen: Screen[Any]) -> list[str]:
    """Every run of one style: row, text, style."""
    rows = []
    for y, strip in enumerate(screen._compositor.render_strips()):
        rows += [f"{y:2}  {s.text.strip()}  |  {s.style}" for s in strip.simplify() if s.text.strip()]
    return rows


@contextmanager
def _colour(wanted: bool) -> Iterator[None]:
    before = os.environ.pop("NO_COLOR", None)
    if not wanted:
        os.environ["NO_COLOR"] = "1"
    try:
        yield
    finally:
        os.environ.pop("NO_COLOR", None)
        if before is not None:
            os.environ["NO_COLOR"] = before


async def _write() -> None:
    HOME.mkdir(exist_ok=True)
    for name in files():
        (HOME / f"{name}.txt").write_text(await rendered(name), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_write())
