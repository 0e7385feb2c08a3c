"""What `dmreader ARGUMENTS` does."""

import argparse
import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask; returns the exit status."""
    from dmreader import __version__

    parser = argparse.ArgumentParser(prog="dmreader")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--format", choices=["json"])
    parser.add_argument("--version", action="version", version=f"dmreader {__version__}")
    asked = parser.parse_args(arguments)
    from dmreader.comparing import compare
    from dmreader.exporting.formats import Style, exporter
    from dmreader.sources import SourceError, articles, load

    try:
        sources = [load(f) for f in asked.files] if asked.files else articles()
    except SourceError as error:
        print(f"dmreader: {error}", file=sys.stderr)
        return 2
    if asked.format is None:
        from dmreader.app import read

        return read(sources)
    sys.stdout.writelines(exporter(asked.format)(compare(sources), Style()))
    return 0
