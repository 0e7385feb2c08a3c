"""The registry of commands as Textual's bindings and actions."""

import inspect
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from dmreader.app.commands import COMMANDS, command


def bindings(where: str) -> list[Binding]:
    """The bindings of every command of that place ("app", "reader" or another view's name)."""
    return [
        Binding(
            ",".join(c.keys),
            f"command({c.id!r})" if where != "app" else f"app.command({c.id!r})",
            c.title,
            show=False,
            tooltip=c.help,
            id=c.id,
        )
        for c in COMMANDS
        if c.where == where and c.keys
    ]


class Commanded(DOMNode):
    """A screen or app that carries out commands of the registry.

    It stands last among the bases: Textual inherits styles along the first base alone.
    """

    async def action_command(self, id: str) -> None:  # noqa: A002
        """Import the function of that command and call it with the screen."""
        module, _, name = command(id).action.partition(":")
        done = getattr(import_module(module), name)(self if isinstance(self, Screen) else self.app.screen)
        if inspect.isawaitable(done):
            await done
