"""The options, in the groups in which the help shows them."""

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

from dmreader.cli import values
from dmreader.cli.errors import CommandError, Shown
from dmreader.cli.help import ABOUT, NOTES, USAGE, Formatter
from dmreader.exporting import FORMATS
from dmreader.model.options import DEFAULT_FOLD
from dmreader.store.settings import RANGES


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; it raises `CommandError`, and `Shown` for --help and --version."""
    made = _Parser(
        prog="dmreader",
        usage=USAGE,
        description=ABOUT,
        epilog=NOTES,
        formatter_class=Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    _about_sources(made.add_argument_group("sources").add_argument)
    _about_comparing(made.add_argument_group("comparing").add_argument)
    _about_printing(made.add_argument_group("printing and exporting").add_argument)
    _about_the_reader(made.add_argument_group("the reader").add_argument)
    _about_itself(made.add_argument_group("more").add_argument)
    return made


class _Parser(argparse.ArgumentParser):
    """argparse whose complaints are sentences of ours."""

    def error(self, message: str) -> NoReturn:
        said = re.sub(r"^argument ", "", message)
        said = said.replace("expected one argument", "a value is missing")
        said = re.sub("ignored explicit argument .*", "no value is taken", said)
        raise CommandError(f"{said}; dmreader --help says more.")


class _Show(argparse.Action):
    """An option that ends everything with a text."""

    def __init__(self, *, text: Callable[[argparse.ArgumentParser], str], **rest: Any) -> None:
        super().__init__(nargs=0, **rest)
        self._text = text

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise Shown(self._text(parser))


_Add = Callable[..., argparse.Action]


def _about_sources(add: _Add) -> None:
    add("files", nargs="*", metavar="FILE", help="a text; -- stands before names that begin with -")
    add("--label", action="append", metavar="NAME", help="name the first source; once more, the second")
    add(
        "--encoding",
        type=values.encoding,
        metavar="NAME",
        help="read all files in this encoding; without it, UTF-8 and UTF-16 are known, others are guessed",
    )


def _about_comparing(add: _Add) -> None:
    add(
        "--min-words",
        type=values.number_from(*RANGES["min_words"]),
        metavar="N",
        help="words of the shortest passage (4)",
    )
    kept = ", ".join(name for name in values.FOLDINGS if name not in DEFAULT_FOLD)
    add(
        "--fold",
        type=values.fold,
        metavar="LIST",
        help=f"what is overlooked: all, none, or of {','.join(values.FOLDINGS)} (all but {kept})",
    )
    add(
        "--no-quotes",
        action="store_const",
        const=False,
        dest="quotes",
        help="look for no quotations, which takes half the time on books",
    )
    add("--exit-code", action="store_true", help="exit with 1 when the words of the sources differ")


def _about_printing(add: _Add) -> None:
    formats = tuple(FORMATS)
    add(
        "--format",
        type=values.one_of(*formats),
        metavar="FORMAT",
        help=f"print the comparison as {values.either(formats)}",
    )
    add(
        "-o",
        "--output",
        type=values.file_name,
        metavar="FILE",
        help="write it to FILE, in the format that the suffix says",
    )
    add("--force", action="store_true", help="let -o overwrite a file, though never a source")
    add("--plain", action="store_true", help="print words and draw nothing, as for a screen reader")
    add("--corrected", action="store_true", help="print with the corrections made in the reader")
    add("--width", type=values.number_from(20, 1000), metavar="N", help="columns of the printed text")
    add(
        "--color",
        type=values.one_of("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="colour the printed text: auto, always or never",
    )


def _about_the_reader(add: _Add) -> None:
    add("--theme", metavar="NAME", help="the theme to begin with")
    add(
        "--no-mouse",
        action="store_const",
        const=False,
        dest="mouse",
        help="leave the mouse to the terminal",
    )
    add("--ascii", action="store_const", const="ascii", dest="glyphs", help="draw with ASCII signs alone")
    add("--secure", action="store_const", const=True, help="no editor, no clipboard, nothing kept")
    add("--serve", action="store_true", help="show the reader as a page in a browser on this machine")
    add(
        "--port",
        type=values.number_from(1, 65535),
        metavar="N",
        help="the page's port; without it, the first free from 8000",
    )
    add("--config", type=values.file_name, metavar="FILE", help="take the settings from FILE")
    add("--no-config", action="store_true", help="read no settings file")
    add("--show-config", action="store_true", help="show the settings in force, and exit")


def _about_itself(add: _Add) -> None:
    from dmreader import __version__

    add("-h", "--help", action=_Show, text=lambda parser: parser.format_help(), help="show this, and exit")
    add(
        "--version",
        action=_Show,
        text=lambda _: f"dmreader {__version__}\n",
        help="show the version, and exit",
    )
