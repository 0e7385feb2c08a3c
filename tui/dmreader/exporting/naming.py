"""What sources and places are called in an export, harmless and on one line."""

from dmreader.marks import labels, sentence_at
from dmreader.model import Comparison, Source, one_line

_ONE_LINE = str.maketrans("\n\t", "  ")
_TITLE_LENGTH = 200


def words(source: Source, start: int, end: int) -> str:
    """What may be shown of `source` between two offsets, on one line, offsets kept."""
    return source.display[start:end].translate(_ONE_LINE)


def title(source: Source) -> str:
    """The title of `source`, or how it begins."""
    return " ".join((one_line(source.title) or words(source, 0, _TITLE_LENGTH)).split())


def name_and_title(source: Source, label: str) -> str:
    """The title of `source`, after its name where `label` does not say that already."""
    return title(source) if source.name == label else f"{one_line(source.name)}: {title(source)}"


def source_labels(comparison: Comparison) -> tuple[str, ...]:
    """A short label for each source."""
    return labels([one_line(source.name) for source in comparison.sources])


def reference(names: tuple[str, ...], source: int, sentence: int) -> str:
    """A sentence as readers count, from 1: `001:4`."""
    return f"{names[source]}:{sentence + 1}"


def place_reference(comparison: Comparison, names: tuple[str, ...], source: int, offset: int) -> str:
    """The sentence that holds `offset`, as readers count."""
    return reference(names, source, sentence_at(comparison, source, offset))
