"""Everything in Textual's command palette: all commands, all quotes, all sentences by typing."""

from collections.abc import AsyncIterator, Coroutine, Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from dmreader.app.commands import COMMANDS, Command
from dmreader.app.glyphs import UNICODE
from dmreader.app.keynames import keys_of, shown
from dmreader.app.screen import ReaderScreen

_MOST = 30  # sentences offered for one typed text
_IN_HELP = 0.3  # the score of a command of which only the help holds what is typed


class Commands(Provider):
    """The registry, as far as it can be used on the screen one is on."""

    async def discover(self) -> Hits:
        """All commands, with their keys."""
        for command in self._commands():
            title = self._titled(command)
            yield DiscoveryHit(Content(title), self._run(command.id), title, command.help)

    async def search(self, query: str) -> Hits:
        """The commands whose title matches loosely, or whose help holds what is typed."""
        matcher, wanted = self.matcher(query), query.casefold()
        for command in self._commands():
            score = max(matcher.match(command.title), _IN_HELP * (wanted in command.help.casefold()))
            if score > 0:
                title = self._titled(command)
                yield Hit(score, Content(title), self._run(command.id), title, command.help)

    def _commands(self) -> Iterator[Command]:
        places = (getattr(self.screen, "name_of_place", "reader"), "app")
        return (c for c in COMMANDS if c.where in places)

    def _titled(self, command: Command) -> str:
        plain: bool = getattr(getattr(self.screen, "glyphs", UNICODE), "plain", False)
        keys = " ".join(shown(key, plain=plain) for key in keys_of(self.screen, command))
        return f"{command.title}  {keys}".rstrip()

    def _run(self, id: str) -> partial[Coroutine[Any, Any, bool]]:  # noqa: A002
        return partial(self.app.run_action, f"command({id!r})", self.screen)


class Sentences(Provider):
    """Quotes and sentences by their words."""

    async def search(self, query: str) -> Hits:
        """Those that hold what is typed."""
        async for hit in self._found(query.casefold()):
            yield hit

    async def _found(self, wanted: str) -> AsyncIterator[Hit]:
        screen = self.screen
        if not isinstance(screen, ReaderScreen) or len(wanted) < 2:
            return
        reading, found = screen.reading, 0
        for quote in reading.comparison.quotes:
            text = reading.comparison.sources[quote.source].display[quote.start : quote.end]
            if wanted in text.casefold():
                member = reading.at(quote.source, quote.start)
                said = f"{quote.kind}{' by ' + quote.speaker.name if quote.speaker else ''}"
                said += f" in {reading.names[quote.source]}"
                yield Hit(0.5, Content(text), partial(screen.go, member), text, said)
                found += 1
                if found >= _MOST:
                    return
        for source, row in enumerate(reading.comparison.sentences):
            display = reading.comparison.sources[source].display
            at = display.casefold().find(wanted)
            while at >= 0 and found < _MOST:
                member = reading.at(source, at)
                text = reading.text(member)
                place = f"{reading.names[source]}:{member.sentence + 1}"
                yield Hit(0.4, Content(text), partial(screen.go, member), text, place)
                found += 1
                at = display.casefold().find(wanted, row[member.sentence].end)
