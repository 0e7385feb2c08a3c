"""Every command of the registry does what it says; a command without a case fails here."""

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from dmreader.app.commands import COMMANDS, GROUPS
from dmreader.app.hints import labels
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.comparing import compare
from dmreader.model import Member
from dmreader.reading import Reading, uncompared
from dmreader.sources import load_all
from dmreader.store.settings import Settings
from tests.app.cases_reader import CASES
from tests.app.made import opened

_KEYS = {
    ">": "greater_than_sign", "}": "right_curly_bracket", "{": "left_curly_bracket",
    "]": "right_square_bracket", "[": "left_square_bracket", "/": "slash", ":": "colon", ";": "semicolon",
    "?": "question_mark", "+": "plus", "-": "minus",
}  # fmt: skip


def all_cases() -> set[str]:
    """The commands that have a case in any `cases_*.py` of this folder."""
    ids: set[str] = set()
    for file in Path(__file__).parent.glob("cases_*.py"):
        ids.update(import_module(f"tests.app.{file.stem}").CASES)
    return ids


def test_every_command_has_a_case() -> None:
    assert all_cases() == {c.id for c in COMMANDS}


@pytest.mark.parametrize("id", sorted(CASES))
async def test_command(id: str) -> None:  # noqa: A002
    case = CASES[id]
    async with opened(case.size, at=case.start) as (screen, pilot):
        await pilot.press(*(_KEYS.get(key, key) for key in case.keys.split()))
        if screen.is_running:
            await pilot.pause()
        assert case.holds(screen), f"{id}: {screen.reading.cursor}"


async def test_every_command_works_where_there_is_no_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The panes, an empty source at the cursor: nothing fails, and the reader goes on."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("empty", ""), ("full", "The ship left the harbour at dawn.")):
        (tmp_path / name).write_text(text)
    sources = load_all([str(tmp_path / "full"), str(tmp_path / "empty")])
    commands = [c for c in COMMANDS if c.where in ("reader", "app") and c.id not in ("quit", "suspend")]
    for made in (Reading(compare(sources)), Reading(uncompared(sources), compared=False)):
        app = ReaderApp(made, Settings(hints=False, editor="true"))
        async with app.run_test(size=(120, 30)) as pilot:
            for command in commands:
                made.put(Member(1, 0))
                reader = app.screen
                assert isinstance(reader, ReaderScreen)
                await reader.action_command(command.id)
                await pilot.pause()
                assert not [n.message for n in app._notifications if n.severity == "error"], command.id
                while app.screen is not reader:
                    app.pop_screen()
                    await pilot.pause()
        assert app.trouble is None


def test_no_key_means_two_things_in_one_place() -> None:
    for where in {c.where for c in COMMANDS}:
        keys = Counter(k for c in COMMANDS if c.where in (where, "app") for k in c.keys)
        assert [k for k, n in keys.items() if n > 1] == [], where


def test_every_command_can_be_imported_and_said() -> None:
    for command in COMMANDS:
        module, _, name = command.action.partition(":")
        assert callable(getattr(import_module(module), name))
        assert command.group in GROUPS
        assert command.title
        assert command.help.endswith(".")


def test_the_footer_has_at_most_six() -> None:
    for where in {c.where for c in COMMANDS}:
        assert sum(bool(c.footer) for c in COMMANDS if c.where == where) <= 6


@pytest.mark.parametrize(("count", "length"), [(1, 1), (26, 1), (27, 2), (700, 3)])
def test_labels_of_hints_differ_and_none_begins_another(count: int, length: int) -> None:
    found = labels(count)
    assert len(set(found)) == count
    assert {len(label) for label in found} == {length}
