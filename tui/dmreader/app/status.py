"""The last line: the keys that matter most, and where one is."""

from collections.abc import Iterable, Sequence

from textual import events

from dmreader.app.commands import command
from dmreader.app.footer import fitting, places
from dmreader.app.glyphs import Glyphs
from dmreader.app.keynames import first_key, shown
from dmreader.app.keys_line import KeysLine
from dmreader.app.pieces import Piece, cells
from dmreader.reading import Reading


class Status(KeysLine):
    """Six keys at the left; progress or a message, filter, search and place at the right."""

    tone = ("quiet",)

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__(glyphs, "reader", "app")
        self.reading = reading
        self.progress = ""
        self._shown_keys: Sequence[tuple[str, str]] = ()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these, each with a word, while they are the ones that count; none: those of the registry."""
        self._shown_keys = keys
        self.update()

    def keys(self, room: int) -> list[Piece]:
        """As many keys, each with its word, as `room` cells hold."""
        if not self._shown_keys:
            return super().keys(room)
        plain = self.glyphs.plain
        pairs = ((shown(key, plain=plain), word) for key, word in self._shown_keys)
        return fitting(pairs, room, self.tone)

    async def on_click(self, event: events.Click) -> None:
        """The keys of the registry can be clicked."""
        if not self._shown_keys:
            await super().on_click(event)

    def pieces(self, width: int) -> tuple[Iterable[Piece], Iterable[Piece]]:
        """The place always; the keys in what is left."""
        right = self._with_clearing(places(self.reading, self.progress, width), width)
        return self.keys(width - cells(right) - 2), right

    def _with_clearing(self, said: list[Piece], width: int) -> list[Piece]:
        """Beside the filter the key that clears it, where there is room."""
        at = next((n for n, (text, _) in enumerate(said) if text.startswith(" filter:")), None)
        key = "" if at is None else first_key(self, command("filter-clear"), plain=self.glyphs.plain)
        if at is None or not key:
            return said
        clearing: list[Piece] = [(f" {key}", ("key",)), (" clears ", self.tone)]
        longer = [*said[: at + 1], *clearing, *said[at + 1 :]]
        return longer if cells(longer) <= width // 2 else said
