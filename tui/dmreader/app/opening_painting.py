"""The first picture painted, in the process that compares: the one that loads Textual has no time for it."""

from collections.abc import Sequence

from dmreader.app.glyphs import ASCII, UNICODE
from dmreader.app.layout import layout
from dmreader.app.opening import Wanted
from dmreader.app.opening_looks import looks
from dmreader.app.opening_picture import Picture
from dmreader.app.settings_keys import keymap
from dmreader.model import Options, Source, Span
from dmreader.reading import Reading, uncompared

Sentences = tuple[tuple[Span, ...], ...]


def paint(
    wanted: Wanted, sources: Sequence[Source], options: Options | None, sentences: Sentences | None
) -> str:
    """What a terminal takes for the picture; empty where Textual alone knows what it looks like.

    Without `sentences` the lines of the texts stand for them.
    """
    made = picture(wanted, sources, options, sentences)
    return "" if made is None else made.painted()


def picture(
    wanted: Wanted, sources: Sequence[Source], options: Options | None, sentences: Sentences | None
) -> Picture | None:
    """The picture that `paint` paints."""
    settings = wanted.settings
    found = looks(settings.theme, wanted.theme, wanted.colours, no_color=wanted.no_color)
    reading = Reading(uncompared(sources, options), compared=False)
    reading.sync = settings.sync
    if sentences is not None:
        reading.cut(sentences)
    if wanted.place is not None:
        reading.put(reading.at(*wanted.place))
    parted = layout(reading, wanted.size, settings.inspector)
    if found is None or parted.small:
        return None
    rebound, _ = keymap(settings.keys)
    glyphs = ASCII if settings.glyphs == "ascii" else UNICODE
    return Picture(reading, parted, glyphs, found, maps=settings.map, rebound=rebound)
