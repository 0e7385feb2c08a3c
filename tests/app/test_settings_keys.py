"""Keys of the settings file: they work, they are shown, and what clashes is told."""

from dmreader.app.commands import COMMANDS
from dmreader.app.reader import ReaderApp
from dmreader.app.settings_keys import keymap
from dmreader.model import Member
from dmreader.store.settings import Settings
from tests.app.made import messages, opened


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
