"""Handing the comparison on: format, file, done."""

import asyncio
import os
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from dmreader.app.dialog import Dialog
from dmreader.app.glyphs import Glyphs
from dmreader.app.picker import Item, Rows
from dmreader.app.screen import ReaderScreen
from dmreader.exporting.formats import FORMATS, Style, exporter, format_of
from dmreader.exporting.writing import WriteError, write
from dmreader.model import Comparison, one_line

_WIDTH = 100  # cells a line of the formats that are laid out for a terminal


class Export(Dialog[str | None]):
    """Asks for a format and a file and writes it; gives back what to tell the reader."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("f2", "overwrite", show=False),
    ]

    def __init__(self, comparison: Comparison, glyphs: Glyphs) -> None:
        super().__init__()
        self.comparison = comparison
        self.formats = list(FORMATS)
        first = self.formats.index("html") if "html" in self.formats else 0
        items = [Item(((name, ()),), " ".join(FORMATS[name][1]), name, name) for name in self.formats]
        self.list = Rows(items, glyphs)
        self.list.at = first

    @property
    def format(self) -> str:
        """The chosen format."""
        return self.formats[self.list.at]

    def compose(self) -> Iterable[Widget]:
        """Formats, file, hint."""
        with Vertical(classes="dialog"):
            yield Static("Export the comparison", classes="dialog-title", markup=False)
            yield self.list
            yield Static("to the file", classes="dialog-label", markup=False)
            yield Input(value=self._file_name(), select_on_focus=False)
            yield Static("", classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """All formats in view."""
        self.list.styles.height = min(len(self.formats), 12)
        self._tell("Up and down choose the format, Enter writes, Esc leaves.")

    def _file_name(self) -> str:
        suffix = FORMATS[self.format][1][0]
        given = [Path(s.path) for s in self.comparison.sources if s.path]
        return f"{given[0].stem if given else 'sources'}-compared{suffix}"

    def _tell(self, sentence: str, wrong: bool = False) -> None:
        hint = self.query_one(".dialog-hint", Static)
        hint.update(sentence)
        hint.set_class(wrong, "-wrong")

    def action_move(self, step: int) -> None:
        """Another format, and its suffix."""
        field = self.query_one(Input)
        before = FORMATS[self.format][1]
        self.list.move(step)
        for suffix in before:
            if field.value.endswith(suffix):
                field.value = field.value.removesuffix(suffix) + FORMATS[self.format][1][0]
                break

    @on(Rows.Taken)
    def _pointed(self) -> None:
        self.action_move(0)

    @on(Input.Submitted)
    async def _go(self) -> None:
        await self._write(force=False)

    async def action_overwrite(self) -> None:
        """Write even if the file is there."""
        await self._write(force=True)

    async def _write(self, *, force: bool) -> None:
        path = self.query_one(Input).value.strip()
        if not path:
            self._tell("Give the name of a file.", wrong=True)
            return
        name = self.format
        if format_of(path) not in (None, name):
            name = format_of(path) or name
        target = os.path.expanduser(path)
        self._tell("Writing.")
        try:
            await asyncio.to_thread(self._export, name, target, force)
        except WriteError as error:
            there = not force and os.path.isfile(target)
            said = str(error).replace("--force overwrites it", "F2 overwrites it")
            self._tell(said if there else str(error), wrong=True)
        else:
            self.dismiss(f"Written to {one_line(target)}.")

    def _export(self, name: str, target: str, force: bool) -> None:
        inputs = [s.path for s in self.comparison.sources]
        write(target, exporter(name)(self.comparison, Style(width=_WIDTH)), inputs=inputs, force=force)

    def action_give_up(self) -> None:
        """Write nothing."""
        self.dismiss(None)


def export(screen: ReaderScreen) -> None:
    """Open the dialog."""
    if not screen.has_comparison():
        return

    def done(sentence: str | None) -> None:
        if sentence:
            screen.say(sentence)

    screen.app.push_screen(Export(screen.reading.comparison, screen.glyphs), done)
