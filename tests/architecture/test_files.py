"""What no file of the project may be or hold."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, tracked

TOP = {
    *("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"),
    *("tui", "styles", "seeds", "tests"),
    *(".ci", ".gitattributes", ".gitignore"),
}

# written in two halves, or this file would hold them itself
_HOSTS = ["py" + "pi.org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian.org"]
_MACHINE = [r"/ho" + r"me/\w", r"/ro" + r"ot/\w", r"/wo" + r"rk/\w", r"C:" + r"\\Users"]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The text files of the project by name, but for the articles, which are not ours."""
    names = [p for p in tracked() if p.suffix not in (".png", ".svg") and p.parent.name != "seeds"]
    return {str(p.relative_to(ROOT)): p.read_text(encoding="utf-8") for p in names}


def test_nothing_else_stands_at_the_top() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_python_files_are_small() -> None:
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in tracked() if p.suffix == ".py"}
    assert {p.name: n for p, n in lengths.items() if n > 400} == {}
    ours = sorted(n for p, n in lengths.items() if p.is_relative_to(ROOT / "tui"))
    assert ours[len(ours) // 2] < 100


@pytest.mark.parametrize("pattern", [*map(re.escape, _HOSTS), *_MACHINE])
def test_no_file_names_a_registry_or_this_machine(pattern: str, texts: dict[str, str]) -> None:
    found = [name for name, text in texts.items() if re.search(pattern, text)]
    assert found == []


def test_every_file_of_code_says_what_it_is_for() -> None:
    silent = [
        str(p.relative_to(ROOT))
        for p in tracked()
        if p.suffix == ".py"
        and p.stat().st_size
        and not p.read_text(encoding="utf-8").startswith(('"""', 'r"""'))
    ]
    assert silent == []


def test_scripts_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert Path(script).read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
