"""The project built, once."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, tracked


@dataclass(frozen=True, slots=True)
class Built:
    """The files it was built from, the wheel, and names in wheel and sdist (there without the top folder)."""

    files: frozenset[Path]
    wheel: Path
    in_wheel: frozenset[str]
    in_sdist: frozenset[str]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A wheel and an sdist of the tree as it stands, built from a copy, with the tools that are installed."""
    folder = tmp_path_factory.mktemp("built")
    copy = folder / "copy"
    files = frozenset(tracked())
    for path in files:
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    _commit(copy)
    for kind in ("sdist", "wheel"):  # as `uv build` does: the wheel comes out of the sdist
        code = f"from setuptools.build_meta import build_{kind} as b; b({str(folder)!r})"
        ran = subprocess.run([sys.executable, "-c", code], cwd=copy, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        if kind == "sdist":
            sdist = next(folder.glob("*.tar.gz"))
            with tarfile.open(sdist) as archive:
                names = [m.name for m in archive.getmembers() if m.isfile()]
                # Python 3.11.2 knows no filters yet, and later ones ask for one
                archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
                archive.extractall(folder)
            copy = folder / sdist.name.removesuffix(".tar.gz")
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as file:
        in_wheel = frozenset(file.namelist())
    return Built(files, wheel, in_wheel, frozenset(name.partition("/")[2] for name in names))


def _commit(folder: Path) -> None:
    git = ["git", "-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "--all"], ["commit", "-q", "--no-verify", "-m", "copy"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True, capture_output=True)
