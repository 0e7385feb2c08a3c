"""All notes, bookmarks and corrections on a set of sources, as Markdown for somebody else to read."""

from collections.abc import Iterable, Iterator, Sequence

from dmreader.model import Source
from dmreader.store.items import Item, ItemKind

_HEADS: dict[ItemKind, str] = {
    "note": "Note",
    "bookmark": "Bookmark",
    "together": "Belong together",
    "apart": "Do not belong together",
    "no-quote": "No quotation",
}


def notes_text(sources: Sequence[Source], items: Iterable[Item], lost: Iterable[Item]) -> str:
    """Markdown: each item with its words, its source and its text; those without a place last."""
    parts = ["# Notes\n", *(f"- {_plain(source.name)}: {_plain(source.title)}" for source in sources), ""]
    for item in sorted(items, key=lambda item: (item.standing, item.id)):
        parts += _item(sources, item)
    missing = list(lost)
    if missing:
        parts += ["## No longer in these sources\n"]
        for item in missing:
            parts += _item(sources, item)
    return "\n".join(parts).rstrip() + "\n"


def _item(sources: Sequence[Source], item: Item) -> Iterator[str]:
    yield f"## {_HEADS[item.kind]}, {item.changed[:10]}\n"
    for place, quoted, name in zip(item.places, item.quoted, item.names, strict=True):
        if place is not None:
            quoted = sources[place.source].display[place.start : place.end]
            name = sources[place.source].name
        yield f"> {_plain(quoted)}\n>\n> ({_plain(name)})\n"
    if item.body:
        yield "\n".join(_plain(line) for line in item.body.split("\n")) + "\n"


def _plain(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML would take for its own."""
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in " ".join(text.split()))


_SPECIAL = frozenset("\\`*_{}[]<>#|~$&!")
