"""No width or height is too small for any screen, and none writes past the edge."""

import pytest
from rich.cells import cell_len

from tests.app.made import grid, opened

_VIEWS = {
    "aligned": ("p",),
    "export": ("x",),
    "filter": ("f",),
    "find": ("slash", *"rain"),
    "help": ("question_mark",),
    "note": ("a",),
    "overview": ("o",),
    "palette": ("ctrl+p", *"ra"),
    "quotes": ("Q",),
}
_WIDTHS = (1, 2, 3, 5, 8, 13, 17, 19, 20, 21, 27, 34, 39, 48, 55, 60, 79, 89, 99, 109, 119, 144, 200)


@pytest.mark.parametrize("view", _VIEWS)
async def test_every_screen_at_every_width(view: str) -> None:
    async with opened((200, 12)) as (screen, pilot):
        await pilot.press(*_VIEWS[view])
        for turn, width in enumerate((*_WIDTHS, *reversed(_WIDTHS))):
            await pilot.resize_terminal(width, (12, 3, 24, 1)[turn % 4])
            await pilot.pause()
            assert {cell_len(row) for row in grid(screen.app.screen)} <= set(range(width + 1))
