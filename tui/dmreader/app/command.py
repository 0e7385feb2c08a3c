"""What a command of the registry is."""

from typing import Literal, NamedTuple

Group = Literal["Move", "Partners", "Step", "Find", "Show", "Act", "Notes", "Program"]
GROUPS: tuple[Group, ...] = ("Move", "Partners", "Step", "Find", "Show", "Act", "Notes", "Program")


class Command(NamedTuple):
    """One command: `keys` in Textual's names, `footer` its word in the footer (at most six have one)."""

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: Group
    action: str
    footer: str = ""
    where: str = "reader"


def entry(
    id: str,  # noqa: A002
    keys: str,
    title: str,
    help: str,  # noqa: A002
    group: Group,
    action: str,
    footer: str = "",
    where: str = "reader",
) -> Command:
    """A command with its keys in one text, and its action without the room's name."""
    return Command(id, tuple(keys.split()), title, help, group, f"dmreader.app.{action}", footer, where)
