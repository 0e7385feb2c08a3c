"""What differs between the two ends of a link, word by word."""

from typing import NamedTuple

from dmreader.model import Comparison, LinkEnd


class Changed(NamedTuple):
    """A run of words here against a run of words there, as offsets into the two sources' texts."""

    kind: str
    start: int
    end: int
    there_start: int
    there_end: int


Changes = tuple[Changed, ...]


def changes_between(comparison: Comparison, here: LinkEnd, there: LinkEnd) -> Changes:
    """The changes that make the words of `here` into those of `there`, in the order of `there`."""
    from dmreader.comparing.differences import differences  # brings the whole engine with it

    a = comparison.sources[here.source].text[here.start : here.end]
    b = comparison.sources[there.source].text[there.start : there.end]
    return tuple(
        Changed(
            c.kind,
            here.start + c.a.start,
            here.start + c.a.end,
            there.start + c.b.start,
            there.start + c.b.end,
        )
        for c in differences(a, b)
    )


def load_differences() -> None:
    """Load what `changes_between` needs, which takes a while."""
    import dmreader.comparing.differences  # noqa: F401


def first_changes(comparison: Comparison, sentences: int) -> dict[tuple[int, int, int], Changes]:
    """The changes of all links of the first `sentences` sentences of every source, seen from both ends.

    Keys are (link, source, sentence). Made beforehand, they let the first picture do without the engine.
    """
    found = {}
    for number, link in enumerate(comparison.links):
        if min(link.a.sentence, link.b.sentence) < sentences:
            for here, there in ((link.a, link.b), (link.b, link.a)):
                found[number, here.source, here.sentence] = changes_between(comparison, here, there)
    return found
