"""The stylesheets, found the same way wherever the program is installed."""

from importlib.resources import files


def sheets(name: str) -> str:
    """The text of one stylesheet of `styles/`."""
    return (files("dmreader.styles") / f"{name}.tcss").read_text(encoding="utf-8")
