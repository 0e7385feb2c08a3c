"""Lines of a width in terminal cells, for any script.

Widths come from `rich.cells`: the same table that the screen is drawn by, already a dependency, and 7 ms to
import. Lines break at white space, and beside the characters of scripts that are written without it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from dmreader.exporting.formats import Style
from dmreader.exporting.text.paint import Painter, Role

_WIDE = "\u2e80-\u3007\u300a-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd"
_CLOSING = "、。，．！？：；」』）】〉》〕"
_UNIT = re.compile(rf"[{_WIDE}][{_CLOSING}]*\s*|[^\s{_WIDE}]+\s*|\s+")
# One cell each, and no white space but the blank: alphabets of Europe, punctuation, signs, our brackets.
NARROW = re.compile(
    "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1f15"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u2211\u27e6-\u27ef]*"
)
_CLUSTER = re.compile(r".[\u0300-\u036f\u200c\u200d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\ufe00-\ufe0f]*", re.S)


class Run(NamedTuple):
    """A text with the roles that it is painted in."""

    text: str
    roles: tuple[Role, ...] = ()


class Line(NamedTuple):
    """A painted line, and how many cells it takes."""

    text: str
    cells: int


_EMPTY = Line("", 0)


def cells(text: str) -> int:
    """How many terminal cells `text` (without control characters) takes."""
    return len(text) if text.isascii() or NARROW.fullmatch(text) else cell_len(text)


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The lines of `text` (which is one line), as offsets, each at most `width` cells wide."""
    narrow = text.isascii() or NARROW.fullmatch(text)
    return (_wrap_narrow if narrow else _wrap_any)(text, max(width, 2))


def _wrap_narrow(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The same for text of one cell a character: five times as fast."""
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1) + 1
        if end <= start + 1:
            end = start + width
        while text[end : end + 1] == " ":
            end += 1
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _wrap_any(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = used = 0
    for first, last, wide, bare in _units(text, width):
        if used and used + bare > width:
            yield start, end
            start, used = first, 0
        used += wide
        end = last
    if end > start:
        yield start, end


def _units(text: str, width: int) -> Iterator[tuple[int, int, int, int]]:
    """What must not be broken: (start, end, cells, cells without the white space after it)."""
    for match in _UNIT.finditer(text):
        unit = match[0]
        bare = cells(unit.rstrip())
        if bare <= width:
            yield match.start(), match.end(), cells(unit), bare
            continue
        first, blanks = match.start(), len(unit) - len(unit.rstrip())
        for cluster in _CLUSTER.finditer(unit.rstrip()):
            last = first + len(cluster[0])
            size = cells(cluster[0])
            if last + blanks == match.end():
                yield first, match.end(), size + blanks, size
            else:
                yield first, last, size, size
            first = last


def wrap_runs(runs: Sequence[Run], width: int, paint: Painter) -> list[Line]:
    """The lines of `runs` set one after the other, painted, none with white space at its end."""
    text = "".join(run.text for run in runs)
    lines = []
    for start, end in wrap(text, width):
        bare = text[start:end].rstrip()
        painted = "".join(_painted(runs, start, start + len(bare), paint)) if paint.colour else bare
        lines.append(Line(painted, cells(bare)))
    return lines


def paragraph(runs: Sequence[Run], width: int, paint: Painter, indent: int = 0) -> Iterator[str]:
    """The lines of `runs`, each `indent` cells in, none beyond `width`."""
    for set_line in wrap_runs(runs, width - indent, paint):
        yield " " * indent + set_line.text


def ruled(runs: Sequence[Run], style: Style, paint: Painter) -> Iterator[str]:
    """A heading: `runs`, with two empty lines above and a rule below."""
    yield from ("", "", *paragraph(runs, style.width, paint))
    yield paint(("-" if style.ascii else "─") * style.width, "faint")


def line(text: str, paint: Painter, *roles: Role) -> Line:
    """One line of one colour."""
    return Line(paint(text, *roles), cells(text))


def side_by_side(columns: Sequence[tuple[Sequence[Line], int]], gap: int = 2) -> Iterator[str]:
    """Rows of columns, each given as its lines and its width in cells, with `gap` cells between them."""
    for row in zip_longest(*(lines for lines, _ in columns), fillvalue=_EMPTY):
        filled = (
            shown.text + " " * (width - shown.cells) for shown, (_, width) in zip(row, columns, strict=True)
        )
        yield (" " * gap).join(filled).rstrip()


def _painted(runs: Sequence[Run], start: int, end: int, paint: Painter) -> Iterator[str]:
    at = 0
    for run in runs:
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            yield paint(run.text[first - at : last - at], *run.roles)
        at += len(run.text)


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """`text`, cut at a word so that it takes at most `width` cells."""
    if cells(text) <= width:
        return text
    first = next(wrap(text, max(width - cells(ellipsis) - 1, 2)), (0, 0))
    return f"{text[: first[1]].rstrip()} {ellipsis}"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` filled up with blanks to `width` cells."""
    blanks = " " * max(0, width - cells(text))
    return blanks + text if right else text + blanks
