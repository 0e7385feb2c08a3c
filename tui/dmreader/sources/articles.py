"""The three articles of `seeds/`, which `dmreader` opens when it is given nothing."""

from dmreader.bundled import folder
from dmreader.model import Source
from dmreader.sources.files import source


def articles() -> list[Source]:
    """The three articles, in the order of their names."""
    found = sorted(
        (f for f in folder("dmreader.seeds").iterdir() if f.name.endswith(".txt")), key=lambda f: f.name
    )
    return [source(f.name.split("_")[0], f.read_text(encoding="utf-8")) for f in found]
