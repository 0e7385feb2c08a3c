"""The Textual app."""

import asyncio
import gc
import os
import threading
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any, ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import ANSIToTruecolor

from dmreader.app.beginning import begin
from dmreader.app.bindings import Commanded, bindings
from dmreader.app.colours import Colours
from dmreader.app.comparer import Comparer, Cut, Unpacked
from dmreader.app.ending import Ending
from dmreader.app.glyphs import ASCII, UNICODE
from dmreader.app.ink import Ink
from dmreader.app.making import Making
from dmreader.app.notes_keeping import Keeping
from dmreader.app.opening import Opening
from dmreader.app.screen import ReaderScreen
from dmreader.app.sheets import sheets
from dmreader.app.themes import OWN, theme_for
from dmreader.model import Span
from dmreader.reading import Reading
from dmreader.store.settings import Settings
from dmreader.store.state import State

_ANSWERED = 0.05  # seconds in which a key is surely answered, unless the machine is busy
TROUBLE = 2
"""The status of a reader that stopped by a fault of its own."""


def _commands() -> type["Provider"]:
    from dmreader.app.palette import Commands

    return Commands


def _sentences() -> type["Provider"]:
    from dmreader.app.palette import Sentences

    return Sentences


def _keys(settings: Settings) -> tuple[dict[str, str], tuple[str, ...]]:
    """The reader's own keys by command, and what is wrong with them."""
    if not settings.keys:
        return {}, ()
    from dmreader.app.settings_keys import keymap

    return keymap(settings.keys)


class ReaderApp(Commanded, App[int], inherit_bindings=False):
    """One reading in a terminal; `reading` is the state that every view stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f20"  # the registry has the real one
    TITLE = "dmreader"
    _themed = False
    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_commands, _sentences}  # type: ignore[assignment]

    def __init__(
        self,
        reading: Reading,
        settings: Settings | None = None,
        comparer: Comparer | None = None,
        state: State | None = None,
        colours: Colours = "truecolor",
    ) -> None:
        self.colours = colours
        self.settings = settings or Settings()
        self.keeping = Keeping(reading, state)
        self.making = None if comparer is None else Making(self, comparer, self._take)
        self.ending = Ending(self)
        self.opening: Opening | None = None
        self.patience = 0.0  # seconds that the first picture waits for the comparison at most
        self.trouble: Exception | None = None
        self._early: list[events.Event] | None = []
        # Without colour the terminal's own theme, from the start: Textual makes greys of the others.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.rebound, self.key_troubles = _keys(self.settings)
        self.reading = reading
        reading.sync = self.settings.sync
        self.ink = Ink()
        for theme in OWN:
            self.register_theme(theme)
        remembered = self.keeping.memory.recall("theme") or ""
        # Set before anything is styled, so that nothing is styled twice.
        chosen = theme_for(self.settings.theme, remembered, colours, no_color=self.no_color)
        self.set_reactive(App.theme, chosen)
        self._themed = True
        for line_filter in self.get_line_filters():  # chosen before there was a theme
            if isinstance(line_filter, ANSIToTruecolor):
                line_filter.enabled = not self.native_ansi_color
        self.stylesheet.set_variables(self.get_css_variables())
        self._add_sheet("layout")
        self._add_sheet("marks")
        self.watch_theme()
        if self.no_color:  # the last word
            self._add_sheet("marks_colourless")

    def _add_sheet(self, name: str) -> None:
        if not self.stylesheet.has_source(name):
            self.stylesheet.add_source(sheets(name), read_from=(name, ""), is_default_css=False)

    def watch_theme(self) -> None:
        """Sixteen colours, and 256, have sheets of their own, which others need not wait for."""
        if not self._themed:
            return
        few = self.colours == "256" and not self.current_theme.ansi
        if few or self.current_theme.ansi:
            self._add_sheet("marks_256" if few else "marks_ansi")
        self.ink.set_class(few, "-few")

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, as soon as it is known which one it is."""
        return super().get_css_variables() if self._themed else {}

    def on_mount(self) -> None:
        """Listen to signals, and to the comparison that is being made."""
        if threading.current_thread() is threading.main_thread() and not self.is_headless:
            self.ending.listen()
        if self.making is not None:
            self.making.begin()
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        gc.freeze()
        gc.enable()
        if self.rebound:
            self.set_keymap(self.rebound)
        early, self._early = self._early or [], None
        for event in early:
            await self.on_event(event)
        if early:  # who has typed already is answered first
            self.set_timer(_ANSWERED, partial(begin, self))
        else:
            self.call_after_refresh(begin, self)

    async def on_event(self, event: events.Event) -> None:
        """As `App.on_event`; what is typed or pointed at before anything can be seen waits until it can.

        What is still on its way when the screens have gone is meant for none of them.
        """
        typed = isinstance(event, events.InputEvent)
        if typed and not self.screen_stack:
            return
        if typed and self._early is not None:
            self._early.append(event)
        else:
            await super().on_event(event)

    def settle(self) -> None:
        """Called just before the first picture: what is known by now, or very soon, is in it."""
        told = None if self.making is None else self.making.settle(self.patience)
        if isinstance(told, Cut):
            self.reading.cut(told.sentences)
        elif told is not None:
            found, marks, changes = told
            corrected = self.keeping.corrected(found, marks)
            self.reading.compare(*corrected, changes if corrected[0] is found else None)
            self.tell("")  # what was told before the first picture is no longer so
        if told is not None:
            self.keeping.return_to_last_place()

    async def _take(self, made: Unpacked) -> None:
        found, marks, changes = made
        corrected = await asyncio.to_thread(self.keeping.corrected, found, marks)
        self.reading.compare(*corrected, changes if corrected[0] is found else None)
        self.keeping.note()
        self.renew()

    def cut(self, sentences: tuple[Sequence[Span], ...]) -> None:
        """Show these sentences, which are not compared yet."""
        self.reading.cut(sentences)
        self.renew()

    def renew(self) -> None:
        """Paint what has changed in the reading on every screen that shows it."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.renew()

    def copy_to_clipboard(self, text: str) -> None:
        """To the real clipboard where there is one, else the terminal's; the reader is told which."""
        from dmreader.app.clipboard import copy

        self._clipboard = text
        said = copy(self, text, self.settings.clipboard, self.settings.secure)
        self.notify(said, timeout=3, markup=False)

    def work(self, doing: Callable[[], Coroutine[Any, Any, None]], only: str = "") -> None:
        """Do something while the screen lives; of what has the same name in `only` the last alone goes on.

        A function, not a coroutine, is handed to Textual: one that is never begun would be complained of. It
        is described, or Textual would write out all that it holds, which may be a whole comparison.
        """
        group = only or "default"
        self.run_worker(doing, group=group, description=group, exclusive=bool(only))  # type: ignore[arg-type]

    def tell(self, progress: str) -> None:
        """Say in the last line how far something is, or nothing."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.status.progress = progress
                screen.status.update()

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """As `App.exit`, within the time that there is for it."""
        self.ending.begin(result or 0)
        super().exit(result, return_code, message)

    def _fatal_error(self) -> None:
        """Leave the screen without Textual's picture of the program's inside; `run` says what happened."""
        self.trouble = self._exception
        self.ending.begin(TROUBLE)
        self._close_messages_no_wait()

    def get_default_screen(self) -> ReaderScreen:
        """The main screen is the first one; Textual asks for it as soon as it has the terminal."""
        if self.opening is not None and self._driver is not None:
            self._driver.write(self.opening.taken_over())
            self._driver.flush()
        glyphs = ASCII if self.settings.glyphs == "ascii" else UNICODE
        return ReaderScreen(self.reading, glyphs, self.settings.inspector, self.ink)
