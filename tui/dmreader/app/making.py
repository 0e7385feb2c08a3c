"""A comparison that is being made while the screen lives: told of, taken in when it comes, or cancelled."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from dmreader.app.comparer import Compared, Comparer, Cut, Failed, Progressed, Unpacked
from dmreader.model import one_line

if TYPE_CHECKING:
    from dmreader.app.reader import ReaderApp

Take = Callable[[Unpacked], Awaitable[None]]
"""Shows a comparison that has come."""
STOPPED = "Comparing was stopped; the texts can be read on their own."


class Making:
    """What `comparer` makes, for the screens of `app`; `take` is awaited with the result.

    `stopped` is the sentence on what there is when it is cancelled. With `first` it is the first comparison
    of what is on the screen: its sentences are shown as soon as they are known. `over` is set when the result
    is taken in, has failed to come or was cancelled.
    """

    def __init__(
        self, app: "ReaderApp", comparer: Comparer, take: Take, stopped: str = STOPPED, *, first: bool = True
    ) -> None:
        self.app = app
        self.comparer = comparer
        self.stopped = stopped
        self._take = take
        self.over = asyncio.Event()
        self._first = first
        self._cut = False  # whether the sentences have come

    def begin(self) -> None:
        """Listen, from within the loop of the app."""
        if self.comparer.running:
            asyncio.get_running_loop().add_reader(self.comparer.descriptor, self.listen)
        elif self.comparer.failure:
            self._failed(self.comparer.failure)

    def listen(self) -> None:
        """Take in what the comparer tells."""
        loop, descriptor = asyncio.get_running_loop(), self.comparer.descriptor
        for told in self.comparer.news():
            if not self.comparer.running:
                loop.remove_reader(descriptor)
            if isinstance(told, Progressed):
                self.app.tell(f"{told.what} {told.share:.0%}")
            elif isinstance(told, Failed):
                self._failed(told.why)
            elif isinstance(told, Compared):
                self.app.tell("taking in the comparison")
                self.app.work(partial(self._unpack, told))
            elif self._first:
                self._cut = True
                self.app.cut(told.sentences)

    async def _unpack(self, told: Compared) -> None:
        unpacked = await asyncio.to_thread(self.comparer.unpack, told)
        await self._take(unpacked)
        self.app.tell("")
        self.over.set()

    def settle(self, seconds: float) -> Cut | Unpacked | None:
        """What is there by now; the sentences are waited for, so many seconds at most."""
        if not self.comparer.running:
            return None
        descriptor = self.comparer.descriptor
        told = self.comparer.wait(0.0 if self._cut else seconds)
        if not self.comparer.running:
            asyncio.get_running_loop().remove_reader(descriptor)
        if self.comparer.failure:
            self._failed(self.comparer.failure)
        return self.comparer.unpack(told) if isinstance(told, Compared) else told

    def cancel(self) -> bool:
        """Stop it; False if it was not being made."""
        if not self.comparer.running:
            return False
        asyncio.get_running_loop().remove_reader(self.comparer.descriptor)
        self.comparer.stop()
        self._leave_off()
        return True

    def _leave_off(self) -> None:
        self.app.tell("" if self.app.reading.compared else "not compared")
        self.over.set()

    def _failed(self, why: str) -> None:
        self._leave_off()
        said = f"Comparing failed: {one_line(why)}"
        self.app.notify(said, severity="error", timeout=20, markup=False)
