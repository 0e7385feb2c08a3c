"""Colour and emphasis for terminals: SGR sequences only, sixteen colours only, never the only sign."""

from typing import Literal

Role = Literal["heading", "same", "other words", "only here", "quote", "faint", "plain"]

_SGR: dict[Role, str] = {
    "heading": "1",
    "same": "36",
    "other words": "33",
    "only here": "1",
    "quote": "3",
    "faint": "2",
    "plain": "",
}


class Painter:
    """Paints text, or leaves it alone when there is to be no colour."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, *roles: Role) -> str:
        """`text` in the colour and weight of `roles`."""
        codes = ";".join(filter(None, (_SGR[role] for role in roles)))
        return f"\x1b[{codes}m{text}\x1b[0m" if self.colour and codes and text else text
