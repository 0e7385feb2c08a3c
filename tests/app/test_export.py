"""The export dialog, with names that nobody should give."""

from pathlib import Path

import pytest
from textual.widgets import Input

from dmreader.app.export import Export
from dmreader.app.reader import ReaderApp
from tests.app.made import grid, messages, opened, until


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Give the name of a file."),
        ("x" * 300 + ".html", "the name is too long"),
        ("~nobody-of-that-name/x.html", "there is no folder"),
        ("nul\0.html", "this is not the name of a file"),
        ("/", "this is a folder"),
    ],
)
async def test_a_name_that_cannot_be_is_told_and_asked_for_again(name: str, said: str) -> None:
    async with opened() as (screen, pilot):
        await pilot.press("x")
        dialog = screen.app.screen
        assert isinstance(dialog, Export)
        dialog.query_one(Input).value = name
        await pilot.press("enter")
        await until(pilot, lambda: said in "\n".join(grid(dialog)))
        assert screen.app.screen is dialog


async def test_a_home_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with opened() as (screen, pilot):
        app = screen.app
        assert isinstance(app, ReaderApp)
        for key, name in (("x", "~/out.html"), ("X", "~/notes.md")):
            if key == "X":
                await pilot.press("B")
            await pilot.press(key)
            await pilot.pause()
            app.screen.query_one(Input).value = name
            await pilot.press("enter")
            written = tmp_path / name[2:]
            await until(pilot, lambda: any(str(written) in said for said in messages(app)))  # noqa: B023
            assert written.stat().st_size
