"""`dmreader` to run, and texts to run it on."""

from pathlib import Path

import pytest

from tests.cli.running import Command

FIRST = """The dancing man was found in London on Monday.
“Keep dancing,” said Moby, who will play at the party.
Nearly 2,000 women have invited him to Los Angeles.
"""
SECOND = """The dancing man was found in London on Monday.
Two thousand women invited him, and a singer cheered: “Keep dancing,” said Moby.
He works in a bank.
"""


@pytest.fixture
def dmreader(tmp_path: Path) -> Command:
    """The command, in a folder with the texts a.txt and b.txt."""
    home = tmp_path / "home"
    folder = tmp_path / "texts"
    home.mkdir()
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    return Command(folder, home)
