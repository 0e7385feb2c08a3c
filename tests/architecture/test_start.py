"""What a run of the program loads: no more than it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"textual", "rich", "rapidfuzz", "numpy", "charset_normalizer", "asyncio"}


def loaded(*arguments: str) -> set[str]:
    """The modules that `dmreader ARGUMENTS` loads."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "dmreader", "--no-config", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        env={k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV", "PYTHON"))},
    )
    rows = [line.split("|") for line in ran.stderr.splitlines() if line.startswith("import time:")]
    return {row[2].strip() for row in rows}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_asking_for_the_version_loads_nothing_heavy(option: str) -> None:
    modules = loaded(option)
    assert "dmreader.cli.run" in modules
    assert {m.split(".")[0] for m in modules} & HEAVY == set()


def test_the_reader_loads_what_its_first_picture_needs_and_no_more(tmp_path: Path) -> None:
    program = (
        "import sys; from dmreader.app import read; from dmreader.sources import articles\n"
        "from dmreader.app.reader import ReaderApp\n"
        "ReaderApp.run = lambda self, mouse: print(*sys.modules) or 0\n"
        "read(articles())"
    )
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV", "PYTHON"))}
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**clean, **home}
    )
    modules = set(ran.stdout.split())
    assert "dmreader.app.screen" in modules
    later = {"argparse", "tomllib", "_hashlib", "rapidfuzz", "numpy", "textual.widgets._text_area"}
    rooms = {"dmreader.comparing", "dmreader.language", "dmreader.exporting"}
    parts = {
        "dmreader.store.notebook",
        "dmreader.reading.search",
        "dmreader.app.help",
        "dmreader.app.palette",
    }
    assert modules & (later | rooms | parts) == set()


def test_the_first_picture_is_painted_without_textual() -> None:
    program = "import sys, dmreader.app.opening_painting; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(ran.stdout.split())
    assert {m.split(".")[0] for m in modules} & {"textual", "asyncio", "rapidfuzz", "numpy"} == set()
    assert modules & {"rich.console", "rich.text", "rich.segment", "rich.style"} == set()


@pytest.mark.parametrize("format_", ["text", "json", "html", "markdown"])
def test_printing_loads_no_screen(format_: str) -> None:
    modules = loaded("--format", format_)
    assert "dmreader.comparing.compare" in modules
    assert {m.split(".")[0] for m in modules} & {"textual", "asyncio", "numpy"} == set()
    assert not any(m.startswith("dmreader.app") for m in modules)
    drawing = {"rich.console", "rich.text", "rich.segment", "rich.style"}
    assert modules & drawing == set()  # the widths of characters, rich.cells, are cheap
