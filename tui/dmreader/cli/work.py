"""The sources gathered, then read on the screen, or compared and printed."""

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
    options = Options(min_words=settings.min_words, fold=settings.fold, quotes=settings.quotes)
    if _is_for_reading(asked, environ):
        sources = gather(asked)
        status = _read(sources, options, settings, environ)
    else:
        from dmreader.cli.printing import prepare, print_comparison

        prepare(asked)  # a file that cannot be written is told before a source is read
        sources = gather(asked)
        print_comparison(sources, options, asked, settings, environ)
        status = 0
    return 1 if status == 0 and asked.exit_code and differ(sources, options) else status


def gather(asked: Asked) -> list[Source]:
    """The sources that are named, or the three articles."""
    from dmreader.sources import articles, load_all

    if len(asked.labels) > len(asked.files):
        raise CommandError(f"there are more labels ({len(asked.labels)}) than files ({len(asked.files)}).")
    if "-" in asked.files and terminal.is_terminal(sys.stdin):
        complain("type or paste the text; Ctrl+D on a line of its own ends it.")
    return load_all(asked.files, asked.labels, asked.encoding) if asked.files else articles()


def differ(sources: Sequence[Source], options: Options) -> bool:
    """Whether the words of `sources` are not all the same, but for what `options` overlook."""
    from dmreader.language import analyse

    if len({source.text for source in sources}) == 1:
        return False
    first, *others = (analyse(source, options).tokens.keys for source in sources)
    return any(list(keys) != list(first) for keys in others)


def _is_for_reading(asked: Asked, environ: Mapping[str, str]) -> bool:
    if asked.format is not None or asked.output is not None or asked.plain or asked.corrected:
        return False
    return is_served(environ) or terminal.has_screen(environ)


def _read(sources: Sequence[Source], options: Options, settings: Settings, environ: Mapping[str, str]) -> int:
    if not is_served(environ):
        terminal.take_keyboard()
        terminal.take_screen()
    from dmreader.app import read

    return read(sources, options=options, settings=settings)
