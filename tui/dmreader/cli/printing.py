"""The comparison printed, or written to a file."""

import sys
from collections.abc import Mapping, Sequence

from dmreader.cli import output, progress, terminal
from dmreader.cli.arguments import Asked
from dmreader.cli.errors import CommandError, complain
from dmreader.exporting import FORMATS, format_of
from dmreader.exporting.formats import Style, exporter
from dmreader.exporting.writing import check, write
from dmreader.model import Comparison, Options, Source
from dmreader.store.settings import Settings


def prepare(asked: Asked) -> str:
    """The format that is asked for; raises `CommandError` or `WriteError` if it could not be written."""
    file = _file(asked)
    if file is None:
        return asked.format or "text"
    check(file, inputs=asked.files, force=asked.force)
    found = asked.format or format_of(file)
    if found is None:
        suffixes = ", ".join(suffix for _, known in FORMATS.values() for suffix in known)
        raise CommandError(f"{file}: no format has this suffix; give --format, or one of {suffixes}.")
    return found


def print_comparison(
    sources: Sequence[Source], options: Options, asked: Asked, settings: Settings, environ: Mapping[str, str]
) -> None:
    """Compare `sources` and print that as `asked`; raises `CommandError` or `WriteError`."""
    from dmreader.comparing.compare import collector_resting

    if prepare(asked) != "text":  # the text says them itself
        for source in sources:
            for notice in source.notices:
                complain(f"{source.name}: {notice}")
    with collector_resting():
        _print(sources, options, asked, settings, environ)


def _print(
    sources: Sequence[Source], options: Options, asked: Asked, settings: Settings, environ: Mapping[str, str]
) -> None:
    from dmreader.comparing import compare

    format_, file = prepare(asked), _file(asked)
    with progress.told(environ) as tell:
        comparison = compare(sources, options, tell)
    if asked.corrected:
        comparison = _corrected(comparison, settings)
    pieces = exporter(format_)(comparison, _style(asked, settings, environ))
    if file is None:
        if not terminal.is_terminal(sys.stdout):
            pieces = progress.writing(pieces, environ)
        output.put(pieces, document=format_ != "text")
    else:
        write(file, progress.writing(pieces, environ), inputs=asked.files, force=asked.force)


def _corrected(comparison: Comparison, settings: Settings) -> Comparison:
    """`comparison` with the corrections that were kept for its texts; those without a place are told."""
    from dmreader.store.corrections import apply, corrections
    from dmreader.store.database import state_path
    from dmreader.store.items import CORRECTIONS
    from dmreader.store.notebook import Notebook

    book = Notebook(comparison.sources, state_path() if settings.remember and not settings.secure else None)
    try:
        book.search()
        if book.notice:
            complain(book.notice)
        lost = sum(item.kind in CORRECTIONS for item in book.lost)
        if lost:
            complain(f"{lost} of the corrections find no place in these texts any more.")
        return apply(comparison, corrections(book.items))
    finally:
        book.close()


def _file(asked: Asked) -> str | None:
    return None if asked.output == "-" else asked.output


def _style(asked: Asked, settings: Settings, environ: Mapping[str, str]) -> Style:
    to_file = _file(asked) is not None
    return Style(
        colour=terminal.wants_colour(asked.colour, environ, to_file=to_file) and not asked.plain,
        width=asked.width or (80 if to_file else terminal.columns()),
        plain=asked.plain,
        ascii=settings.glyphs == "ascii" or (not to_file and output.is_ascii()),
    )
