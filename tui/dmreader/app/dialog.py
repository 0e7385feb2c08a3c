"""What opens over the reader."""

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen

from dmreader.app.closing import Closing
from dmreader.app.sheets import sheets

T = TypeVar("T")


class Dialog(ModalScreen[T], Closing[T]):
    """A modal screen with the looks of `styles/dialogs.tcss`, which is read when the first one opens."""

    CSS: ClassVar[str] = sheets("dialogs")
    SCOPED_CSS = False  # its rules speak of the screen itself, too
