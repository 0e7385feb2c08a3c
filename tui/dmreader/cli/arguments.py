"""The command line, read."""

import os
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from dmreader.cli.errors import CommandError

When = Literal["auto", "always", "never"]
_SETTINGS = ("min_words", "fold", "quotes", "theme", "mouse", "glyphs", "secure")


class Asked(NamedTuple):
    """What a command line asks for. `settings` are those of `dmreader.store` that it gives, by name."""

    files: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    encoding: str | None = None
    format: str | None = None
    output: str | None = None
    force: bool = False
    colour: When = "auto"
    width: int | None = None
    plain: bool = False
    corrected: bool = False
    exit_code: bool = False
    config: str | None = None
    no_config: bool = False
    show_config: bool = False
    serve: bool = False
    port: int | None = None
    settings: Mapping[str, object] = MappingProxyType(dict.fromkeys(_SETTINGS))


def parse(arguments: Sequence[str]) -> Asked:
    """What `arguments` ask for; raises `CommandError`, or `Shown` for --help and --version."""
    if not any(word.startswith("-") and word != "-" for word in arguments):
        return Asked(files=tuple(arguments))  # nothing but names: `options` need not be loaded
    return with_options(arguments)


def with_options(arguments: Sequence[str]) -> Asked:
    """`parse` for arguments that may hold options."""
    from dmreader.cli.options import parser

    cut = arguments.index("--") if "--" in arguments else len(arguments)
    given, unknown = parser().parse_known_intermixed_args(list(arguments[:cut]))
    for option in unknown:
        raise CommandError(f"there is no option {option}{_meant(option)}; dmreader --help lists them all.")
    asked = Asked(
        files=(*given.files, *arguments[cut + 1 :]),
        labels=tuple(given.label or ()),
        encoding=given.encoding,
        format=given.format,
        output=given.output,
        force=given.force,
        colour=given.color,
        width=given.width,
        plain=given.plain,
        corrected=given.corrected,
        exit_code=given.exit_code,
        config=given.config,
        no_config=given.no_config,
        show_config=given.show_config,
        serve=given.serve,
        port=given.port,
        settings={name: getattr(given, name) for name in _SETTINGS},
    )
    _check(asked)
    return asked


def _check(asked: Asked) -> None:
    """Raise `CommandError` for options that contradict each other: none of two is silently left out."""
    prints = {
        "--format": asked.format, "-o": asked.output, "--plain": asked.plain, "--corrected": asked.corrected
    }  # fmt: skip
    unwanted = next((option for option, given in prints.items() if given), None)
    if asked.serve and unwanted:
        raise CommandError(f"--serve shows a page and {unwanted} prints; give one of them.")
    if asked.port is not None and not asked.serve:
        raise CommandError("--port is for the page of --serve; give both.")
    if asked.config is not None and asked.no_config:
        raise CommandError("--config names a settings file and --no-config reads none; give one of them.")


def _meant(option: str) -> str:
    from difflib import get_close_matches

    if os.path.lexists(option):
        return f" (the file of that name is ./{option})"
    from dmreader.cli.options import parser
    from dmreader.exporting import FORMATS

    options = [name for name in parser()._option_string_actions if name.startswith("--")]
    near = get_close_matches(option.partition("=")[0], options, n=1, cutoff=0.75)
    if option.lstrip("-") in FORMATS:
        near = [f"--format {option.lstrip('-')}"]
    return f" (is {near[0]} meant?)" if near else ""
