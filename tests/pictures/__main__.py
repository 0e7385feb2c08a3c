"""The README's pictures, made from the running program: `python -m tests.pictures`.

Each is an SVG that loads nothing: Rich's template asks a server for its font, so that is taken out.
"""

import asyncio
import re
import sys
from pathlib import Path
from typing import NamedTuple

from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.comparing import compare
from dmreader.reading import Reading
from dmreader.sources import articles
from dmreader.store.settings import Settings

HOME = Path(__file__).parent
_FONTS = '"DejaVu Sans Mono", "Cascadia Mono", "Menlo", "Consolas", monospace'


class Picture(NamedTuple):
    """A file name, the size of the terminal, the theme and the keys pressed before."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("reader", (148, 42), "lamp", ("v", "v")),
    Picture("reader-light", (148, 42), "paper", ("v", "v")),
    Picture("quotes", (120, 34), "lamp", ("Q",)),
    Picture("find", (120, 34), "lamp", ("slash", *"party", "enter")),
    Picture("help", (120, 40), "lamp", ("question_mark",)),
    Picture("narrow", (60, 24), "lamp", ("n", "n")),
    Picture("overview", (120, 34), "lamp", ("o",)),
    Picture("aligned", (148, 42), "lamp", ("p",)),
)


def plain(svg: str) -> str:
    """An exported screen without its downloads, its window and its random names."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {_FONTS};", svg)
    number = re.search(r"terminal-(\d+)-", svg)
    return svg.replace(f"terminal-{number[1]}-", "t-") if number else svg


async def taken(picture: Picture) -> str:
    """The picture as SVG."""
    app = ReaderApp(Reading(compare(articles())), Settings(theme=picture.theme, hints=False))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        await pilot.press(*picture.keys)
        await pilot.pause()
        for screen in app.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.draw()
        await pilot.pause()
        return plain(app.export_screenshot(title="dmreader"))


async def main(wanted: list[str]) -> None:
    """Take the wanted pictures, or all."""
    for picture in PICTURES:
        if not wanted or picture.name in wanted:
            (HOME / f"{picture.name}.svg").write_text(await taken(picture), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
