"""The values that options take, read and checked."""

from argparse import ArgumentTypeError
from collections.abc import Callable, Sequence
from typing import get_args

from dmreader.model import Folding

FOLDINGS: tuple[Folding, ...] = get_args(Folding)


def either(names: Sequence[str]) -> str:
    """`names` as a choice in words."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def one_of(*names: str) -> Callable[[str], str]:
    """The reader of a value that is one of `names`."""

    def read(text: str) -> str:
        if text in names:
            return text
        raise ArgumentTypeError(f"{either(names)} is wanted, not {text!r}")

    return read


def number(text: str) -> int:
    """A whole number."""
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"a whole number is wanted, not {text!r}") from None


def number_from(least: int, most: int) -> Callable[[str], int]:
    """The reader of a whole number within bounds."""

    def read(text: str) -> int:
        found = number(text)
        if not least <= found <= most:
            raise ArgumentTypeError(f"a number from {least} to {most} is wanted, not {found}")
        return found

    return read


def file_name(text: str) -> str:
    """The name of a file that is not a source."""
    if not text:
        raise ArgumentTypeError("the name of a file is wanted")
    return text


def fold(text: str) -> list[Folding]:
    """What comparing overlooks."""
    names = {"all": list(FOLDINGS), "none": []}.get(text, [name.strip() for name in text.split(",")])
    for name in names:
        if name not in FOLDINGS:
            choice = ", ".join(FOLDINGS)
            raise ArgumentTypeError(f"all, none or a list of {choice} is wanted, not {name!r}")
    return [folding for folding in FOLDINGS if folding in names]


def encoding(text: str) -> str:
    """The name of an encoding of text."""
    try:
        " ".encode(text)
    except (LookupError, ValueError):
        raise ArgumentTypeError(f"there is no encoding {text!r}") from None
    return text
