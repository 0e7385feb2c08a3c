"""The three articles in every format, as they are meant to look; `regenerate` writes them anew."""

from collections.abc import Iterator
from pathlib import Path

from dmreader.exporting.formats import Style, exporter
from dmreader.model import Comparison

FOLDER = Path(__file__).with_name("goldens")

GOLDENS: dict[str, tuple[str, Style]] = {
    "articles-80.txt": ("text", Style(width=80)),
    "articles-120.txt": ("text", Style(width=120)),
    "articles-plain.txt": ("text", Style(width=80, plain=True)),
    "articles-ascii.txt": ("text", Style(width=80, ascii=True)),
    "articles-colour.txt": ("text", Style(width=80, colour=True)),
    "articles.md": ("markdown", Style()),
    "articles.html": ("html", Style()),
    "articles.json": ("json", Style()),
}
"""File name in `goldens/`: the format and style it is made with."""


def made_now(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Each golden's file name with what it would be if it were made now."""
    for name, (format_, style) in GOLDENS.items():
        yield name, "".join(exporter(format_)(comparison, style))
