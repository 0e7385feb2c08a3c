"""What the palette finds by typing: commands, quotations by words or speaker, and groups, each once."""

from collections.abc import AsyncIterator

from textual.command import Hit
from textual.widgets import OptionList

from dmreader.app.palette import Sentences
from dmreader.app.screen import ReaderScreen
from dmreader.model import Member
from tests.app.made import opened, until


async def found(screen: ReaderScreen, query: str) -> dict[str, str]:
    """What is offered, with what is said of it."""
    hits: AsyncIterator[object] = Sentences(screen).search(query)
    return {str(hit.text): str(hit.help) async for hit in hits if isinstance(hit, Hit)}


async def test_a_quotation_is_offered_once_with_all_who_carry_it() -> None:
    async with opened() as (screen, _):
        said = await found(screen, "we will be back")
        assert said["We will be back by Friday."] == "statement by the captain, in one, two"
        assert "We will be back on Friday," not in said


async def test_a_speaker_finds_quotations() -> None:
    async with opened() as (screen, _):
        assert "Good luck to all of you!" in await found(screen, "MAYOR")


async def test_a_group_is_offered_once_with_all_its_places() -> None:
    async with opened() as (screen, _):
        said = await found(screen, "harbour at dawn")
        assert said == {"The ship left the harbour at dawn.": "one:1, two:1, three:2"}


async def test_what_is_taken_is_gone_to() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("ctrl+p", *"good luck")
        offered = screen.app.screen.query_one(OptionList)
        wanted = "Good luck to all of you!"
        await until(pilot, lambda: [o for o in offered.options[:1] if str(o.prompt).startswith(wanted)])
        await pilot.press("enter")
        await until(pilot, lambda: screen.is_current)
        assert screen.reading.cursor == Member(1, 3)
