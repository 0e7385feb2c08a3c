"""What stands in a last line: the keys that matter most, and where one is."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from dmreader.app.command import Command
from dmreader.app.commands import COMMANDS
from dmreader.app.keynames import first_of, keys_in
from dmreader.app.pieces import Piece, cells
from dmreader.reading import CLASSES, Reading
from dmreader.reading.filters import stated
from dmreader.reading.options_said import options_said


def commands(rebound: Mapping[str, str], *where: str) -> Iterator[Command]:
    """The commands of `where` that have a word in the footer, and a key."""
    return (c for c in COMMANDS if c.footer and c.where in where and keys_in(rebound, c))


def keys(
    rebound: Mapping[str, str], where: Iterable[str], room: int, tone: tuple[str, ...] = (), *, plain: bool
) -> list[Piece]:
    """The keys of the commands of `where`, with `plain` in nothing but ASCII; see `fitting`."""
    found = commands(rebound, *where)
    return fitting(((first_of(rebound, c, plain=plain), c.footer) for c in found), room, tone)


def fitting(pairs: Iterable[tuple[str, str]], room: int, tone: tuple[str, ...]) -> list[Piece]:
    """As many keys, each with its word in `tone`, as `room` cells hold."""
    pieces: list[Piece] = []
    for key, word in pairs:
        pair: list[Piece] = [(f" {key}", ("key",)), (f" {word} ", tone)]
        room -= cells(pair)
        if room < 0:
            break
        pieces += pair
    return pieces


def places(reading: Reading, progress: str, width: int) -> list[Piece]:
    """How it is compared, progress, filter, search and the place; of what is too much the first go."""
    row = len(reading.sentences(reading.cursor.source))
    said: list[Piece] = [(f" {each} ", ()) for each in options_said(reading.comparison.options)]
    if progress:
        said.append((f" {progress} ", ("strong",)))
    if reading.filter:
        said.append((f" filter: {stated(reading.filter, reading.names)} ", ("filter",)))
    if reading.search is not None:
        said.append((f" {_found(reading)} ", ("search",)))
    elif reading.step_class != "shared":
        said.append((f" n: {CLASSES[reading.step_class].title} ", ()))
    if not reading.sync:
        said.append((" sync off ", ("filter",)))
    here = reading.cursor.sentence + 1 if row else 0
    said.append((f" sentence {here}/{row} ", ()))
    while len(said) > 1 and cells(said) > width:
        said.pop(0)
    return said


def _found(reading: Reading) -> str:
    search = reading.search
    assert search is not None
    at = 0 if reading.hit is None else bisect_right(search.hits, reading.hit)
    many = len(search.hits)
    return f"{at} of {many} found" if at else f"{many} found"
