"""The stylesheets, found the same way wherever the program is installed."""

from dmreader.bundled import folder


def sheets(name: str) -> str:
    """The text of one stylesheet of `styles/`."""
    return (folder("dmreader.styles") / f"{name}.tcss").read_text(encoding="utf-8")
