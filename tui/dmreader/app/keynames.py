"""Keys as a reader writes them, and which ones a command has."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dmreader.app.command import Command

if TYPE_CHECKING:
    from textual.dom import DOMNode

_SHOWN = {
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "asterisk": "*",
    "comma": ",",
    "full_stop": ".",
    "apostrophe": "'",
    "quotation_mark": '"',
    "exclamation_mark": "!",
    "vertical_line": "|",
    "ampersand": "&",
    "underscore": "_",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "at": "@",
    "backslash": "\\",
    "circumflex_accent": "^",
    "grave_accent": "`",
    "tilde": "~",
    "enter": "⏎",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "tab": "Tab",
    "backspace": "⌫",
    "escape": "Esc",
}
_PLAIN = {
    "enter": "Enter",
    "down": "Down",
    "up": "Up",
    "left": "Left",
    "right": "Right",
    "backspace": "Backspace",
}
_HELD = {"ctrl": "^", "shift": "⇧", "alt": "Alt-"}


def shown(key: str, *, plain: bool = False) -> str:
    """A key of Textual's naming as it is shown: `ctrl+p` is `^p`, `question_mark` is `?`.

    With `plain` nothing but ASCII is used.
    """
    *held, last = key.split("+")
    name = (_PLAIN if plain else {}).get(last) or _SHOWN.get(last, last)
    if last.startswith("f") and last[1:].isdigit():
        name = last.upper()
    prefixes = _HELD | {"shift": "Shift-"} if plain else _HELD
    return "".join(prefixes.get(h, h + "-") for h in held) + name


def keys_in(rebound: Mapping[str, str], command: Command) -> tuple[str, ...]:
    """The keys that a command has: those of the settings, by its id, else those of the registry."""
    given = rebound.get(command.id)
    return command.keys if given is None else tuple(key for key in given.split(",") if key)


def first_of(rebound: Mapping[str, str], command: Command, *, plain: bool = False) -> str:
    """The first of them as it is shown; empty for a command that has none left."""
    return next((shown(key, plain=plain) for key in keys_in(rebound, command)), "")


def rebound_in(node: "DOMNode") -> Mapping[str, str]:
    """The keys that the settings give, in the app of `node`."""
    rebound: Mapping[str, str] = getattr(node.app, "rebound", {})
    return rebound


def keys_of(node: "DOMNode", command: Command) -> tuple[str, ...]:
    """The keys that a command has in the app of `node`."""
    return keys_in(rebound_in(node), command)


def first_key(node: "DOMNode", command: Command, *, plain: bool = False) -> str:
    """The first of them as it is shown; empty for a command that has none left."""
    return first_of(rebound_in(node), command, plain=plain)
