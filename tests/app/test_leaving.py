"""Ctrl+C in the reader: it is a key there, and one that most people press to get out."""

import pytest
from textual.selection import SELECT_ALL

from dmreader.app.reader import ReaderApp
from tests.app.made import messages, opened


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([], "Ctrl+C once more leaves the reader, as q does."),
        (["p"], "Ctrl+C once more leaves the reader, as q does."),
        (["slash"], "Ctrl+C once more leaves the reader."),  # where q is a letter
        (["question_mark"], "Ctrl+C once more leaves the reader."),
        (["a"], "Ctrl+C once more leaves the reader."),
    ],
)
async def test_control_c_says_how_to_leave_and_leaves_the_second_time(keys: list[str], told: str) -> None:
    async with opened() as (screen, pilot):
        await pilot.press(*keys, "ctrl+c")
        assert isinstance(screen.app, ReaderApp)
        assert messages(screen.app) == [told]
        assert screen.is_running
        await pilot.press("ctrl+c")
        assert screen.app.return_value == 130


async def test_control_c_copies_what_is_selected_and_never_leaves_then() -> None:
    async with opened() as (screen, pilot):
        screen.selections = {screen.panes[0].text: SELECT_ALL}
        await pilot.press("ctrl+c", "ctrl+c")
        assert isinstance(screen.app, ReaderApp)
        assert all("characters" in message for message in messages(screen.app))
        assert screen.app.return_value is None
