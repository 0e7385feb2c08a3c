"""What of the README the program itself writes: the help, the keys, the formats."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
_PART = re.compile(
    r"(<!-- (?P<name>[a-z]+): written by python -m tests\.readme -->\n).*?(<!-- end -->)", re.DOTALL
)


def help_text() -> str:
    """`dmreader --help` at 80 columns, in a fence."""
    environment = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "CLICOLOR_FORCE")}
    ran = subprocess.run(
        [sys.executable, "-m", "dmreader", "--help"],
        capture_output=True,
        text=True,
        check=True,
        env=environment | {"COLUMNS": "80", "NO_COLOR": "1"},
    )
    return f"```text\n{ran.stdout.rstrip()}\n```\n"


def keys() -> str:
    """The registry of commands as a table, those of a further view by its name."""
    from dmreader.app.commands import COMMANDS
    from dmreader.app.keynames import shown

    rows = ["| keys | does | group |", "|---|---|---|"]
    places = {
        "reader": "",
        "app": "",
        "aligned": "in the aligned view",
        "overview": "in the overview",
        "quotes": "in the quotations",
    }
    for command in COMMANDS:
        place = places[command.where] or command.group
        pressed = " ".join(f"`{shown(key)}`" for key in command.keys) or "(palette)"
        rows.append(f"| {pressed.replace('|', '&#124;')} | {command.title} | {place} |")
    return "\n".join(rows) + "\n"


def legend() -> str:
    """Every sign, its plain ASCII twin and what it means."""
    from dmreader.marks.glyphs import ASCII, LEGEND, UNICODE
    from dmreader.marks.kinds import WORDS

    rows = ["| sign | with `--ascii` | means |", "|---|---|---|"]
    rows += [f"| `{UNICODE[sign]}` | `{ASCII[sign]}` | {WORDS[sign]} |" for sign in LEGEND]
    return "\n".join(rows) + "\n"


def settings() -> str:
    """Every setting, what it is when nothing is said, and what it does."""
    from dmreader.store.settings import ABOUT, Settings

    rows = ["| setting | default | what it does |", "|---|---|---|"]
    for name, default in Settings()._asdict().items():
        if isinstance(default, bool):
            value = str(default).lower()
        elif isinstance(default, int | str):
            value = str(default) or "(empty)"
        else:
            value = ", ".join(sorted(default)) or "(none)"
        rows.append(f"| `{name}` | {value} | {ABOUT[name]} |")
    return "\n".join(rows) + "\n"


PARTS: dict[str, Callable[[], str]] = {
    "help": help_text,
    "keys": keys,
    "legend": legend,
    "settings": settings,
}


def renewed(readme: str) -> str:
    """`readme` with every generated part written anew."""
    return _PART.sub(lambda m: m[1] + PARTS[m["name"]]() + m[3], readme)
