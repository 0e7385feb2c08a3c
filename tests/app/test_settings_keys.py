"""Keys of the settings file: they work, they are shown, and what clashes is told."""

from dmreader.app.commands import COMMANDS
from dmreader.app.help import HelpText
from dmreader.app.reader import ReaderApp
from dmreader.app.settings_keys import keymap
from dmreader.model import Member
from dmreader.store.settings import Settings
from tests.app.made import grid, messages, opened


def test_nothing_asked_changes_nothing() -> None:
    assert keymap({}) == ({}, ())


def test_keys_are_named_as_one_writes_them() -> None:
    rebound, warnings = keymap({"next": "ctrl+n,J", "help": "?,f2", "find": "ctrl+/"})
    assert rebound["next"] == "ctrl+n,J"
    assert rebound["help"] == "question_mark,f2"
    assert rebound["find"] == "ctrl+slash"
    assert all("f2" not in warning for warning in warnings)


def test_a_key_that_was_taken_is_told() -> None:
    rebound, warnings = keymap({"note": "u"})
    assert rebound["note"] == "u"
    assert rebound["unique-next"] == ""
    assert warnings == ("[keys]: u now is note; unique-next is in the palette only.",)
    rebound, warnings = keymap({"note": "j"})
    assert rebound["next"] == "down"
    assert "next has down left" in warnings[0]


def test_two_that_ask_for_one_key_are_told() -> None:
    rebound, warnings = keymap({"note": "f9", "bookmark": "f9,f8"})
    assert (rebound["note"], rebound["bookmark"]) == ("f9", "f8")
    assert any("f9 is asked for by note and by bookmark" in warning for warning in warnings)


def test_a_command_that_is_not_there_is_told() -> None:
    assert keymap({"nonsense": "x"})[1] == ("[keys]: there is no command nonsense.",)


def test_other_views_keep_their_keys() -> None:
    rebound, warnings = keymap({"note": "f"})
    assert "aligned-fold" not in rebound
    assert [w.split(";")[1] for w in warnings] == [" filter is in the palette only."]
    rebound, _ = keymap({"quit": "f"})
    assert {"filter", "aligned-fold"} <= set(rebound)


def test_every_id_can_be_asked_for() -> None:
    assert len({c.id for c in COMMANDS}) == len(COMMANDS)


async def test_a_rebound_key_works_and_the_old_one_does_not() -> None:
    settings = Settings(keys={"next": "x", "export": "f9"}, hints=False)
    async with opened(settings=settings, at=Member(0, 0)) as (screen, pilot):
        await pilot.pause()
        await pilot.press("x")
        assert screen.reading.cursor == Member(0, 1)
        await pilot.press("j")
        assert screen.reading.cursor == Member(0, 1)


async def test_a_theme_that_is_not_there_is_told() -> None:
    async with opened(settings=Settings(theme="nonsense [b]", hints=False)) as (screen, pilot):
        await pilot.pause()
        assert isinstance(screen.app, ReaderApp)
        assert messages(screen.app) == ["There is no theme nonsense [b]; this is lamp."]


async def test_the_map_can_be_left_out_from_the_start() -> None:
    async with opened(settings=Settings(map=False, hints=False)) as (screen, _):
        assert not screen.pane.map.display
    async with opened() as (screen, _):
        assert screen.pane.map.display


async def test_footers_headings_help_and_palette_show_the_keys_that_work() -> None:
    keys = {
        "find": "f9", "export": "f8", "quotes-order": "f7", "quotes-enter": "f6", "quotes-clear": "f5",
        "aligned-fold": "f4", "note": "u",
    }  # fmt: skip
    async with opened((160, 40), settings=Settings(keys=keys, hints=False)) as (screen, pilot):
        await pilot.pause()
        footer = grid(screen)[-1]
        assert "F9 find" in footer
        assert "F8 export" in footer
        await pilot.press("f9", *"rain", "enter", "escape", "Q", "c")
        shown = grid(screen.app.screen)
        assert any("F5 clears" in row for row in shown)
        assert any("F7 in order of place" in row for row in shown)
        assert "F6 go there" in shown[-1]
        await pilot.press("escape", "p")
        assert "F4 fold" in grid(screen.app.screen)[-1]
        await pilot.press("escape", "question_mark")
        body = screen.app.screen.query_one(HelpText)
        told = {"".join(text for text, _ in row).strip() for row in body.rows(90)}
        assert any(row.startswith("u ") and "Write a note on this sentence" in row for row in told)
        assert any(row.startswith("(palette)") and "only one source has" in row for row in told)


async def test_a_key_taken_away_leaves_the_footer() -> None:
    async with opened(settings=Settings(keys={"next": "x"}, hints=False)) as (screen, _):
        assert "export" not in grid(screen)[-1]


async def test_the_first_hint_names_the_keys_that_work() -> None:
    async with opened(settings=Settings(keys={"help": "f12", "partner": "."})) as (screen, pilot):
        await pilot.pause()
        assert isinstance(screen.app, ReaderApp)
        assert messages(screen.app)[0].startswith(". goes to who else says it")
        assert "F12 shows all keys" in messages(screen.app)[0]
