"""Small parts of Markdown (CommonMark with the tables of GitHub), with text from outside escaped."""

import re
from collections.abc import Sequence

_RISKY = re.compile(
    r"[\\`*_{}\[\]<>|~$@]"  # emphasis, code, links, HTML, tables, strikes, formulas, mentions
    r"|&(?=#?\w+;)"  # entities
    r"|#(?=\d)"  # numbers of issues
    r"|:(?=//|\w+:)|(?<=www)\."  # addresses and names of emoji
    r"|^(?:[-+=#]|\d+(?=[.)]))"  # lists, headings, rules
)


def escape(text: str) -> str:
    """`text` (one line) so that it shows as it stands: no markup, no link, no image, no mention, no table.

    White space is made single, as every renderer does.
    """
    return _RISKY.sub(_escaped, " ".join(text.split()))


def _escaped(match: re.Match[str]) -> str:
    number = match[0].isdigit()
    return f"{match[0]}\\" if number else f"\\{match[0]}"


def sign(glyph: str) -> str:
    """A sign of ours."""
    return f"`{glyph}`"


def bold(escaped: str) -> str:
    """Text that was escaped, in bold."""
    return f"**{escaped}**" if escaped else ""


def italic(escaped: str) -> str:
    """Text that was escaped, in italics."""
    return f"*{escaped}*" if escaped else ""


def row(cells: Sequence[str]) -> str:
    """A row of a table; the cells are escaped already."""
    return f"| {' | '.join(cells)} |"


def rule(columns: int, numbers_from: int | None = None) -> str:
    """The line below a table's head; columns from `numbers_from` on are set to the right."""
    return row(["--:" if numbers_from is not None and at >= numbers_from else ":--" for at in range(columns)])
