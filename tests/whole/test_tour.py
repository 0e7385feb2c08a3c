"""The one minute of the README, key by key, in a terminal: what it says is what one sees."""

import re
from pathlib import Path

from tests.whole.terminal import Terminal

_README = Path(__file__).parents[2] / "README.md"
_TYPED = {"Escape": "\x1b", "Enter": "\r", "Backspace": "\x7f", "↓": "\x1b[B"}


def _keys() -> list[str]:
    """The keys of the tour in the order in which it names them, each once."""
    section = _README.read_text(encoding="utf-8").partition("## One minute")[2].partition("Every class of")[0]
    steps = re.sub(r"`dmreader[^`]*`", "", section)
    return list(dict.fromkeys(re.findall(r"`([^`]+)`", steps)))


class _Tour:
    """A terminal that presses keys of the README, and keeps which ones."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.pressed: list[str] = []

    def press(self, key: str, *seen: str, gone: str = "\0") -> None:
        """Press a key; wait for another screen, with all that is `seen` and not what is `gone`."""
        before = "\n".join(self.terminal.screen.display)
        self.pressed.append(key)
        self.terminal.press(_TYPED.get(key, key))
        self.terminal.until(
            lambda shown: shown != before and gone not in shown and all(each in shown for each in seen)
        )


def test_the_tour_of_the_readme(tmp_path: Path) -> None:
    terminal = Terminal([], tmp_path, (148, 42))
    tour = _Tour(terminal)
    terminal.ready()
    tour.press("j", "sentence 2/")
    tour.press("↓", "sentence 3/", "1 of ")
    tour.press("Enter", "1 of", "partners of 000:3", gone="sentence 3/33")
    tour.press("Enter", "2 of", "partners of 000:3")
    tour.press("Backspace", "sentence 3/33", gone="partners of")
    tour.press("n", gone="sentence 3/33")
    tour.press("c", "Next and previous go by")
    tour.press("Escape", gone="Next and previous go by")
    tour.press("]")
    tour.press("Q", "Quotations", "places", "speaker")
    tour.press("Escape", "sentence", gone="Quotations")
    tour.press("/", "find plain")
    terminal.press("party")
    terminal.sees("36 in 3 sources")
    tour.press("Enter", " of 36 found")
    tour.press("x", "Export the comparison")
    tour.press("Escape", gone="Export the comparison")
    tour.press("?", "Keys and signs")
    tour.press("Escape", gone="Keys and signs")
    terminal.press("q")
    assert terminal.ended() == 0
    assert [key for key in dict.fromkeys(tour.pressed) if key != "Escape"] == _keys()
