"""The sources gathered, then read on the screen or compared and printed."""

import sys
from collections.abc import Mapping, Sequence

from dmreader.cli import terminal
from dmreader.cli.arguments import Asked
from dmreader.cli.errors import CommandError, complain
from dmreader.cli.serving import is_served
from dmreader.model import Options, Source
from dmreader.store.settings import Settings


def work(asked: Asked, settings: Settings, environ: Mapping[str, str]) -> int:
    """Do what is asked with the sources that are named; returns the exit status."""
    to_screen = asked.format is None and asked.output is None and not asked.plain
    to_screen = to_screen and (is_served(environ) or terminal.has_screen(environ))
    if asked.output is not None:
        from dmreader.exporting.writing import check

        check(asked.output, inputs=asked.files, force=asked.force)
    format_ = asked.format or _format_of(asked.output)
    sources = _gather(asked)
    options = _options(settings)
    if to_screen:
        if not is_served(environ):
            terminal.take_keyboard()
        status = _read(sources, options, settings)
    else:
        status = _print(sources, settings, asked, format_, environ)
    return 1 if status == 0 and asked.exit_code and differ(sources, options) else status


def differ(sources: Sequence[Source], options: Options) -> bool:
    """Whether the words of `sources` are not all the same, but for what `options` overlook."""
    from dmreader.language import analyse

    if len({source.text for source in sources}) == 1:
        return False
    first, *others = (analyse(source, options).tokens.keys for source in sources)
    return any(list(keys) != list(first) for keys in others)


def _options(settings: Settings) -> Options:
    return Options(min_words=settings.min_words, fold=settings.fold)


def _format_of(output: str | None) -> str:
    from dmreader.exporting import FORMATS, format_of

    if output is None or output == "-":
        return "text"
    found = format_of(output)
    if found is None:
        suffixes = ", ".join(suffix for _, known in FORMATS.values() for suffix in known)
        raise CommandError(f"{output}: no format has this suffix; give --format, or one of {suffixes}.")
    return found


def _gather(asked: Asked) -> list[Source]:
    from dmreader.sources import articles, load_all

    number = len(asked.files)
    if len(asked.labels) > number:
        raise CommandError(f"there are more labels ({len(asked.labels)}) than files ({number}).")
    if "-" in asked.files and terminal.is_terminal(sys.stdin):
        complain("type or paste the text; Ctrl+D on a line of its own ends it.")
    return load_all(asked.files, asked.labels, asked.encoding) if number else articles()


def _read(sources: Sequence[Source], options: Options, settings: Settings) -> int:
    from dmreader.app import read

    return read(sources, options=options, settings=settings)


def _print(
    sources: Sequence[Source], settings: Settings, asked: Asked, format_: str, environ: Mapping[str, str]
) -> int:
    from dmreader.cli import output, progress
    from dmreader.comparing import compare
    from dmreader.exporting.formats import Style, exporter

    if format_ != "text":  # the text says them itself
        for source in sources:
            for notice in source.notices:
                complain(f"{source.name}: {notice}")
    with progress.told(environ) as tell:
        comparison = compare(sources, _options(settings), tell)
    to_file = asked.output not in (None, "-")
    style = Style(
        colour=terminal.wants_colour(asked.colour, environ, to_file=to_file) and not asked.plain,
        width=asked.width or (80 if to_file else terminal.columns()),
        plain=asked.plain,
        ascii=settings.glyphs == "ascii" or (not to_file and output.is_ascii()),
    )
    pieces = exporter(format_)(comparison, style)
    if asked.output is not None and to_file:
        from dmreader.exporting.writing import write

        write(asked.output, pieces, inputs=asked.files, force=asked.force)
    else:
        output.put(pieces, document=format_ != "text")
    return 0
