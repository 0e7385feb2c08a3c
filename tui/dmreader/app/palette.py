"""Everything in Textual's command palette: commands, quotations and groups of sentences by typing."""

from collections.abc import Coroutine, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from dmreader.app.commands import COMMANDS, Command
from dmreader.app.glyphs import UNICODE
from dmreader.app.keynames import keys_of, shown
from dmreader.app.screen import ReaderScreen
from dmreader.model import Member

_MOST = 30  # quotations, and as many sentences, offered for one typed text
_QUOTED, _WRITTEN = 0.5, 0.4  # their scores; a command by its title goes before
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
    """Quotations by their words or speakers, and what the sources say by its words: each once."""

    async def search(self, query: str) -> Hits:
        """Those that hold what is typed."""
        wanted = query.casefold().strip()
        if isinstance(self.screen, ReaderScreen) and len(wanted) > 1:
            for hit in chain(
                islice(_quotations(self.screen, wanted), _MOST), islice(_said(self.screen, wanted), _MOST)
            ):
                yield hit


def _quotations(screen: ReaderScreen, wanted: str) -> Iterator[Hit]:
    reading = screen.reading
    for quotation in reading.quotations.all:
        if wanted in reading.quotations.words(quotation):
            quote = reading.comparison.quotes[quotation.fullest]
            text = reading.quotations.text(quotation.fullest)
            who = f" by {', '.join(quotation.speakers)}" if quotation.speakers else ""
            carriers = ", ".join(reading.names[source] for source in sorted(quotation.carried))
            there = partial(screen.go, reading.at(quote.source, quote.start))
            yield Hit(_QUOTED, Content(text), there, text, f"{quotation.kinds[0]}{who}, in {carriers}")


def _said(screen: ReaderScreen, wanted: str) -> Iterator[Hit]:
    """Groups of sentences, each at its first sentence that holds the words, and sentences in no group."""
    reading, seen = screen.reading, set[Member]()
    groups = {member: group.members for group in reading.comparison.groups for member in group.members}
    for source, row in enumerate(reading.comparison.sentences):
        display = reading.comparison.sources[source].display.casefold()
        at = display.find(wanted) if row else -1
        while at >= 0:
            member = reading.at(source, at)
            at = display.find(wanted, max(at + 1, row[member.sentence].end))
            if member in seen:
                continue
            members = groups.get(member, (member,))
            seen.update(members)
            text = reading.text(member)
            places = ", ".join(f"{reading.names[m.source]}:{m.sentence + 1}" for m in members)
            yield Hit(_WRITTEN, Content(text), partial(screen.go, member), text, places)
