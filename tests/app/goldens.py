"""What the screen looks like, kept as text; `python -m tests.app.goldens` writes it anew."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dmreader.app.screen import ReaderScreen
from dmreader.model import Member
from dmreader.store.settings import Settings
from tests.app.made import grid, opened

HOME = Path(__file__).parent / "golden"
SIZES = ((200, 50), (120, 40), (80, 24), (40, 12))
LOOKS = {"dark": "lamp", "light": "paper", "sixteen": "ansi-dark", "colourless": ""}
"""The kinds of screen, with the theme of each; colourless is what NO_COLOR asks for."""


def files() -> list[str]:
    """The names of all goldens: a picture per size, and the styles of one size per kind of screen."""
    return [f"{w}x{h}" for w, h in SIZES] + [f"styles-{look}" for look in LOOKS]


async def rendered(name: str, look: str = "dark") -> str:
    """What the golden of that name must hold."""
    styles = name.startswith("styles-")
    look = name.removeprefix("styles-") if styles else look
    size = (80, 24) if styles else tuple(map(int, name.split("x")))
    settings = Settings(theme=LOOKS[look], hints=False)
    with _colour(look != "colourless"):
        async with opened((size[0], size[1]), settings, at=Member(0, 2)) as (screen, pilot):
            await pilot.pause()
            shown = _styled(screen) if styles else grid(screen)
            return "\n".join(row.rstrip() for row in shown) + "\n"


def _styled(screen: ReaderScreen) -> list[str]:
    """Every run of one style: row, text, style."""
    rows = []
    for y, strip in enumerate(screen._compositor.render_strips()):
        rows += [f"{y:2}  {s.text.strip()}  |  {s.style}" for s in strip if s.text.strip()]
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
