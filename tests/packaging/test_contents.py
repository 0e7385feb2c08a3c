"""What is shipped is the tree, all of it."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

from tests.architecture.tree import ROOT, tracked
from tests.packaging.conftest import Built

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def shipped(path: Path) -> str:
    """Where a file of the source folders stands in the wheel."""
    name = path.relative_to(ROOT)
    return "/".join(name.parts[1:] if name.parts[0] == "tui" else ("dmreader", *name.parts))


def test_every_package_is_listed() -> None:
    folders = {p.parent for p in tracked() if p.suffix == ".py" and p.is_relative_to(ROOT / "tui")}
    found = {".".join(f.relative_to(ROOT / "tui").parts) for f in folders}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found | {"dmreader.seeds", "dmreader.styles"}


def test_the_wheel_holds_every_file_of_the_program_and_nothing_else(built: Built) -> None:
    folders = [ROOT / name for name in ("tui", "seeds", "styles")]
    expected = {shipped(p) for p in built.files if any(p.is_relative_to(folder) for folder in folders)}
    assert {name for name in built.in_wheel if ".dist-info/" not in name} == expected
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in built.in_wheel)


def test_the_sdist_holds_every_file_of_the_project(built: Built) -> None:
    expected = {str(p.relative_to(ROOT)) for p in built.files}
    made = {name for name in built.in_sdist if name in ("PKG-INFO", "setup.cfg") or ".egg-info/" in name}
    assert built.in_sdist - made == expected


def test_the_articles_are_shipped_byte_for_byte(built: Built) -> None:
    with ZipFile(built.wheel) as wheel:
        for article in (ROOT / "seeds").glob("*.txt"):
            assert wheel.read(f"dmreader/seeds/{article.name}") == article.read_bytes()


def test_the_program_runs_from_the_wheel_alone(built: Built, tmp_path: Path) -> None:
    """Also as an archive on the path, unpacked nowhere: resources are found through importlib.resources."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from dmreader.__main__ import main;"
        " import dmreader; assert dmreader.__file__.startswith(sys.argv[1]), dmreader.__file__;"
        " sys.argv[1:] = sys.argv[2:]; sys.exit(main())"
    )
    for place in (built.wheel, tmp_path / "unpacked"):
        if place != built.wheel:
            ZipFile(built.wheel).extractall(place)
        for format_ in ("json", "html"):
            ran = subprocess.run(
                [sys.executable, "-c", code, str(place), "--no-config", "--format", format_],
                cwd=tmp_path,
                env=environ,
                capture_output=True,
                text=True,
            )
            assert ran.returncode == 0, ran.stderr
            assert "pharrell williams" in ran.stdout


def test_one_version_everywhere(built: Built) -> None:
    from dmreader import __version__

    assert PROJECT["project"]["version"] == __version__
    assert built.wheel.name.split("-")[1] == __version__
