"""Commands that copy text."""

from dmreader.app.screen import ReaderScreen
from dmreader.model import Member


def sentence(screen: ReaderScreen) -> None:
    """The sentence at the cursor, as it stands in its source; or what the mouse has selected."""
    text = screen.get_selected_text() or _text(screen, screen.reading.cursor)
    screen.app.copy_to_clipboard(text)


def everywhere(screen: ReaderScreen) -> None:
    """The sentence at the cursor and all its partners, each with its source."""
    reading = screen.reading
    members = [reading.cursor, *(Member(p.source, p.sentence) for p in reading.partners())]
    lines = [
        f"{reading.names[m.source]}:{m.sentence + 1}: {_text(screen, m)}" for m in dict.fromkeys(members)
    ]
    screen.app.copy_to_clipboard("\n".join(lines))


def _text(screen: ReaderScreen, member: Member) -> str:
    return " ".join(screen.reading.text(member).split())
