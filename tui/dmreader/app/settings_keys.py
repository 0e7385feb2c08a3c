"""The keys of the settings file put over those of the registry; what cannot be is told."""

from collections import defaultdict
from collections.abc import Mapping

from dmreader.app.commands import COMMANDS

_ALIASES = {
    "esc": "escape", "return": "enter", "del": "delete", "pgdn": "pagedown", "pgup": "pageup",
    "ins": "insert",
    "?": "question_mark", "/": "slash", ":": "colon", ";": "semicolon", "+": "plus", "-": "minus",
    "=": "equals_sign", "*": "asterisk", ".": "full_stop", "\'": "apostrophe", '"': "quotation_mark",
    "!": "exclamation_mark", "|": "vertical_line", "&": "ampersand", "_": "underscore", "<": "less_than_sign",
    ">": "greater_than_sign", "[": "left_square_bracket", "]": "right_square_bracket",
    "{": "left_curly_bracket", "}": "right_curly_bracket", "(": "left_parenthesis", ")": "right_parenthesis",
    "#": "number_sign", "$": "dollar_sign", "%": "percent_sign", "@": "at", "^": "circumflex_accent",
    "~": "tilde", "\\": "backslash", "`": "grave_accent", " ": "space",
}  # fmt: skip


def keymap(asked: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Keys by command id in Textual's names, and sentences on what is wrong with them.

    A key that is asked for goes to the command it is asked for; the command that had it is told, and keeps
    its others. Two commands of one view that ask for the same key are told, and the first keeps it.
    """
    known = {command.id: command for command in COMMANDS}
    warnings = [f"[keys]: there is no command {name}." for name in asked if name not in known]
    wanted = {name: _named(keys) for name, keys in asked.items() if name in known}
    taken: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, keys in wanted.items():
        where = known[name].where
        for key in list(keys):
            holder = taken[where].setdefault(key, name)
            if holder != name:
                warnings.append(f"[keys]: {key} is asked for by {holder} and by {name}; {holder} has it.")
                keys.remove(key)
    result = {name: ",".join(keys) for name, keys in wanted.items()}
    for command in COMMANDS:
        if command.id in wanted:
            continue
        lost = [key for key in command.keys if key in _over(taken, command.where)]
        if lost:
            left = [key for key in command.keys if key not in lost]
            result[command.id] = ",".join(left)
            holder = _over(taken, command.where)[lost[0]]
            kept = f"has {' and '.join(left)} left" if left else "is in the palette only"
            warnings.append(f"[keys]: {lost[0]} now is {holder}; {command.id} {kept}.")
    return result, tuple(warnings)


def _over(taken: Mapping[str, dict[str, str]], where: str) -> dict[str, str]:
    """Who takes which key from a command of `where`: those of that view, and of the whole program."""
    return {**taken.get("app", {}), **taken.get(where, {})}


def _named(keys: str) -> list[str]:
    """Keys as Textual names them; a sign by itself may be written as it is."""
    return list(dict.fromkeys(_name(key) for key in keys.split(",") if key))


def _name(key: str) -> str:
    *held, last = key.split("+") if len(key) > 1 else ["", key][1:]
    return "+".join([*held, _ALIASES.get(last.lower() if len(last) > 1 else last, last)])
