"""The settings in force, as a settings file that one could keep."""

from dmreader.store.configuration import Configuration
from dmreader.store.settings import ABOUT, Settings


def show_configuration(configuration: Configuration) -> str:
    """TOML of all settings, each under a line that says what it is and where its value came from."""
    names = [name for name in Settings._fields if name != "keys"]
    parts = []
    for name in names:
        value = getattr(configuration.settings, name)
        parts.append(f"{_about(configuration, name)}\n{name} = {_toml(value)}\n")
    keys = "".join(f"{_text(k)} = {_toml(v)}\n" for k, v in configuration.settings.keys.items())
    parts.append(f"{_about(configuration, 'keys')}\n[keys]\n{keys}")
    return "\n".join(parts)


def _about(configuration: Configuration, name: str) -> str:
    origin = _comment(configuration.origins[name])
    return f"# {ABOUT[name]}\n# from: {origin}"


def _comment(text: str) -> str:
    """`text` on one line, with no character that TOML forbids in a comment."""
    return "".join(c if c.isprintable() else "?" for c in text)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, frozenset):
        return "[" + ", ".join(_text(str(v)) for v in sorted(value)) + "]"
    return _text(str(value))


def _text(text: str) -> str:
    """A TOML basic string: what is not printable is escaped, so that a terminal cannot obey it."""
    return '"' + "".join(_ESCAPES.get(c, c) if c.isprintable() else _escape(c) for c in text) + '"'


_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def _escape(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # TOML has no lone surrogates
        code = 0xFFFD
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
