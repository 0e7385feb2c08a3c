"""Running the app, and leaving the terminal as it was."""

from collections.abc import Sequence

from dmreader.comparing import compare
from dmreader.model import Options, Source
from dmreader.reading import Reading
from dmreader.store.settings import Settings


def run(sources: Sequence[Source], options: Options | None, settings: Settings | None) -> int:
    """See `dmreader.app.read`."""
    from dmreader.app.reader import ReaderApp

    app = ReaderApp(Reading(compare(sources, options)), settings)
    app.run(mouse=app.settings.mouse)
    return app.return_value or 0
