"""Each room imports only what it may know."""

import sys

import pytest

from tests.architecture.tree import PACKAGE, imports, modules

ROOMS: dict[str, set[str]] = {
    "model": set(),
    "sources": {"model"},
    "language": {"model"},
    "comparing": {"model", "language"},
    "marks": {"model", "language", "comparing"},
    "exporting": {"model", "language", "comparing", "marks"},
    "reading": {"model", "language", "comparing", "marks"},
    "store": {"model", "language", "comparing", "marks", "reading"},
    "app": {"model", "sources", "language", "comparing", "marks", "exporting", "reading", "store"},
    "cli": {"model", "sources", "language", "comparing", "marks", "exporting", "reading", "store", "app"},
}
"""Data flows one way, down this list. What a room must not know is missing though it stands above: comparing
and everything after it take sources and know no files."""

OTHERS: dict[str, set[str]] = {
    "sources": {"charset_normalizer"},
    "language": {"numpy"},
    "comparing": {"rapidfuzz", "numpy"},
    "exporting": {"rich"},  # rich.cells alone: how wide a character is drawn
    "reading": {"rapidfuzz"},
    "store": {"platformdirs", "rapidfuzz"},
    "app": {"textual", "rich", "textual_serve", "aiohttp"},
}
"""The packages of others that each room may use, beside Python's own."""


def test_there_is_no_other_room() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_rooms_above_it(room: str) -> None:
    wrong = [
        f"{file.relative_to(PACKAGE)} imports {name}"
        for file in modules(room)
        for name, _ in imports(file)
        if name.startswith("dmreader.") and name.split(".")[1] in ROOMS.keys() - ROOMS[room] - {room}
    ]
    assert wrong == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_only_its_own_tools(room: str) -> None:
    known = OTHERS.get(room, set()) | {"dmreader"} | sys.stdlib_module_names
    wrong = [
        f"{file.relative_to(PACKAGE)} imports {name}"
        for file in modules(room)
        for name, _ in imports(file)
        if name.split(".")[0] not in known
    ]
    assert wrong == []


def test_the_app_opens_files_only_to_read_a_source_again() -> None:
    opening = {
        file.name
        for file in modules("app")
        for name, _ in imports(file)
        if name.startswith("dmreader.sources")
    }
    assert opening <= {"reloading.py"}


def test_exporting_uses_rich_only_for_the_width_of_characters() -> None:
    names = {name for file in modules("exporting") for name, _ in imports(file) if name.startswith("rich.")}
    assert all(name.startswith("rich.cells.") for name in names), names


@pytest.mark.parametrize("room", ["model", "comparing", "language", "marks"])
def test_only_the_edges_touch_files_and_the_terminal(room: str) -> None:
    """Bundled tables are read through `dmreader.bundled`; nothing else is opened or printed."""
    outside = {"os", "pathlib", "subprocess", "socket", "shutil", "tempfile", "sys"}
    wrong = [
        f"{file.relative_to(PACKAGE)} imports {name}"
        for file in modules(room)
        for name, _ in imports(file)
        if name.split(".")[0] in outside
    ]
    assert wrong == []


def test_a_wrong_import_is_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("tree") / "a.py"
    file.write_text("from dmreader.app import read\ndef f() -> None:\n    import textual.app\n")
    assert [name for name, _ in imports(file)] == ["dmreader.app.read", "textual.app"]
