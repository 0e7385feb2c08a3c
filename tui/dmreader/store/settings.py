"""The settings: what they are, what they may be, and what they are when nothing is said."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from dmreader.model import Folding
from dmreader.model.options import DEFAULT_FOLD

Glyphs = Literal["unicode", "ascii"]


class SettingsError(Exception):
    """A setting that cannot be used; its text is one sentence that names where it was given."""


class Settings(NamedTuple):
    """What a reader may set, each with what it is when not set.

    `keys` gives the keys of a command by its id, comma-separated in Textual's spelling ("n,ctrl+n").
    Empty text in `theme`, `editor` and `clipboard` means that the program chooses.
    """

    theme: str = ""
    glyphs: Glyphs = "unicode"
    mouse: bool = True
    sync: bool = True
    map: bool = True
    inspector: int = 8
    min_words: int = 4
    fold: frozenset[Folding] = DEFAULT_FOLD
    quotes: bool = True
    editor: str = ""
    clipboard: str = ""
    hints: bool = True
    remember: bool = True
    secure: bool = False
    keys: Mapping[str, str] = MappingProxyType({})


ABOUT: Mapping[str, str] = {
    "theme": "the name of a theme; empty: the one last chosen in the program",
    "glyphs": "what marks are drawn with: unicode or ascii",
    "mouse": "whether the mouse is used; without it the terminal selects text by itself",
    "sync": "whether the other panes follow the cursor at the start",
    "map": "whether the map of the whole source stands beside each pane",
    "inspector": "rows of the inspector under the panes; 0 hides it",
    "min_words": "words of the shortest passage",
    "fold": "what comparing overlooks: " + ", ".join(get_args(Folding)),
    "quotes": "whether quotations are looked for; without them books are compared in half the time",
    "editor": "the editor's command; empty: $VISUAL or $EDITOR",
    "clipboard": "the command that takes what is copied; empty: the first one found",
    "hints": "whether a hint is shown at the first start",
    "remember": "whether notes, corrections, theme and last place are kept between runs",
    "secure": "no editor, no clipboard, nothing kept between runs",
    "keys": 'keys of a command by its id, as in: next = "n,ctrl+n"',
}
"""One line on each setting, in their order: for --show-config and the documents."""

CHOICES: Mapping[str, tuple[str, ...]] = {"glyphs": get_args(Glyphs), "fold": get_args(Folding)}
RANGES: Mapping[str, tuple[int, int]] = {"inspector": (0, 60), "min_words": (1, 1000)}


def checked(name: str, value: object) -> object:
    """`value` as setting `name` holds it; ValueError says in words what it should have been."""
    default = getattr(Settings(), name)
    if name == "fold":
        return _fold(value)
    if name == "keys":
        return _keys(value)
    # bool is an int to Python, not to a reader
    if type(value) is not type(default):
        raise ValueError(f"should be {_KINDS[type(default)]}")
    if isinstance(value, int) and name in RANGES:
        low, high = RANGES[name]
        if not low <= value <= high:
            raise ValueError(f"should be a number from {low} to {high}")
    if name in CHOICES and value not in CHOICES[name]:
        raise ValueError("should be " + " or ".join(CHOICES[name]))
    return value


_KINDS = {str: "text in quotes", bool: "true or false", int: "a whole number"}


def _fold(value: object) -> frozenset[Folding]:
    choices = CHOICES["fold"]
    if not isinstance(value, list | tuple | frozenset) or not all(v in choices for v in value):
        raise ValueError("should be a list of " + ", ".join(choices))
    return frozenset(value)


def _keys(value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise ValueError("should be a table of commands and their keys")
    keys = {}
    for command, given in value.items():
        several = given if isinstance(given, list) else [given]
        if not all(isinstance(key, str) for key in several):
            raise ValueError(f'should give {command} keys as text, as in "n,ctrl+n"')
        keys[command] = ",".join(key.strip() for text in several for key in text.split(",") if key.strip())
    return keys
