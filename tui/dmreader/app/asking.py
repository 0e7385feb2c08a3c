"""Small questions: one field, one answer."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from dmreader.app.dialog import Dialog
from dmreader.app.screen import ReaderScreen
from dmreader.model import Member


class Ask(Dialog[str | None]):
    """Asks for one line. `wrong` says what is wrong with an answer, or nothing if it will do."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    def __init__(
        self, title: str, value: str = "", hint: str = "", wrong: Callable[[str], str] = lambda _: ""
    ) -> None:
        super().__init__()
        self.heading = title
        self.value = value
        self.hint = hint
        self.wrong = wrong

    def compose(self) -> Iterable[Widget]:
        """Title, field, hint."""
        with Vertical(classes="dialog"):
            yield Static(self.heading, classes="dialog-title", markup=False)
            yield Input(value=self.value, select_on_focus=False)
            yield Static(self.hint, classes="dialog-hint", markup=False)

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        trouble = self.wrong(event.value)
        if trouble:
            self.query_one(".dialog-hint", Static).update(trouble)
            self.query_one(".dialog-hint", Static).add_class("-wrong")
        else:
            self.dismiss(event.value)

    def action_give_up(self) -> None:
        """No answer."""
        self.dismiss(None)


def go_to(screen: ReaderScreen) -> None:
    """To a sentence by its number, in this source or in a named one ("001:12")."""
    reading = screen.reading

    def place(answer: str) -> Member | None:
        name, _, number = answer.strip().rpartition(":")
        source = reading.names.index(name) if name in reading.names else reading.cursor.source
        if (name and name not in reading.names) or not number.isdecimal():
            return None
        sentence = int(number) - 1
        return Member(source, sentence) if 0 <= sentence < len(reading.sentences(source)) else None

    def wrong(answer: str) -> str:
        last = len(reading.sentences(reading.cursor.source))
        return (
            ""
            if place(answer)
            else f"A number from 1 to {last}, or a source and a number: {reading.names[0]}:1"
        )

    def go(answer: str | None) -> None:
        if answer is not None:
            screen.go(place(answer))

    hint = f"A number, or a source and a number: {reading.names[0]}:1"
    screen.app.push_screen(Ask("Go to sentence", hint=hint, wrong=wrong), go)
