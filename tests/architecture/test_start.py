"""What a run of the program loads: no more than it needs."""

import os
import subprocess
import sys

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


@pytest.mark.parametrize("format_", ["text", "json", "html", "markdown"])
def test_printing_loads_no_screen(format_: str) -> None:
    modules = loaded("--format", format_)
    assert "dmreader.comparing.compare" in modules
    assert {m.split(".")[0] for m in modules} & {"textual", "asyncio", "numpy"} == set()
    assert not any(m.startswith("dmreader.app") for m in modules)
    drawing = {"rich.console", "rich.text", "rich.segment", "rich.style"}
    assert modules & drawing == set()  # the widths of characters, rich.cells, are cheap
