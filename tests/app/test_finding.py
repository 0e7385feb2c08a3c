"""Finding as one types."""

from textual.geometry import Region

from dmreader.app.finding import FindBar
from dmreader.app.reader import ReaderApp
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.store.settings import Settings
from tests.app.made import grid, made, opened

M = Member


async def test_find_shows_hits_and_escape_takes_them_away() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("slash", *"harbour")
        assert screen.reading.search is not None
        assert len(screen.reading.search.hits) == 3
        await pilot.press("enter")
        assert not screen.query(FindBar)
        assert screen.reading.cursor == M(0, 0)
        await pilot.press("n")
        assert screen.reading.cursor == M(1, 0)
        assert any("2 of 3 found" in row for row in grid(screen))
        strips = screen.panes[2].map.render_lines(Region(0, 0, 3, 4))
        assert [y for y, strip in enumerate(strips) if strip.text[0] == "▪"] == [1]
        await pilot.press("escape")
        assert screen.reading.search is None


async def test_finding_says_its_keys_and_goes_back_when_given_up() -> None:
    async with opened(at=M(0, 1)) as (screen, pilot):
        usual = grid(screen)[-1]
        await pilot.press("slash", *"rain")
        assert screen.reading.cursor != M(0, 1)
        assert "Tab manner" in grid(screen)[-1]
        assert "^l only these" in grid(screen)[-1]
        await pilot.press("escape")
        assert screen.reading.cursor == M(0, 1)
        await pilot.pause()
        assert grid(screen)[-1] == usual


async def test_tab_changes_the_manner_of_finding() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("slash", *"h", "tab")
        assert screen.query_one(FindBar).manner == "words"
        assert screen.reading.search is not None
        assert not screen.reading.search.hits


async def test_a_message_does_not_hide_how_much_is_found() -> None:
    app = ReaderApp(Reading(made()), Settings(hints=False))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        app.notify("This is told.", timeout=600)
        await pilot.press("slash", *"harbour")
        await pilot.pause()
        shown = grid(app.screen)
        assert any("This is told." in row for row in shown)
        assert shown[-2].rstrip().endswith("3 in 3 sources")
