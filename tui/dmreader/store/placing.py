"""Which of the sources that are open a kept anchor belongs to, and where it stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dmreader.model import Place, Source
from dmreader.store.anchors import anchor, find, surely
from dmreader.store.items import Kept
from dmreader.store.sketch import ONE_TEXT, is_short, is_whole, resemblance, sketch


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor stands: None in a source that is open but no longer has it."""

    place: Place | None
    moved: bool


@dataclass
class Placing:
    """Finds the places of kept anchors in `sources`; costly parts are done once, when first needed."""

    sources: Sequence[Source]
    _sketches: dict[int, bytes] = field(default_factory=dict)

    def at_once(self, versions: Sequence[Kept]) -> Found | None:
        """The place of an anchor whose text is open unchanged; None if it is not."""
        for kept in reversed(versions):
            for number in self._same_content(kept):
                source, here = self.sources[number], kept.anchor
                if anchor(source.display, here.start, here.end).exact == here.exact:
                    return Found(Place(number, here.start, here.end), kept is not versions[0])
        return None

    def by_search(self, versions: Sequence[Kept]) -> Found | None:
        """The place of an anchor in a changed text; None if no open source is a form of its text."""
        related = False
        for kept in reversed(versions):  # the latest form is the likest
            for number in self._related(kept):
                related = True
                span = find(kept.anchor, self.sources[number].display)
                if span:
                    return Found(Place(number, *span), moved=True)
        return Found(None, moved=True) if related else None

    def sketch(self, number: int) -> bytes:
        """The sketch of source `number`."""
        if number not in self._sketches:
            self._sketches[number] = sketch(self.sources[number].text)
        return self._sketches[number]

    def _same_content(self, kept: Kept) -> list[int]:
        """Sources with exactly the kept content, one of the same name first."""
        same = [n for n, source in enumerate(self.sources) if source.sha256 == kept.sha256]
        return sorted(same, key=lambda n: self.sources[n].name != kept.name)

    def _related(self, kept: Kept) -> list[int]:
        """Sources that are forms of the kept text: same content, same file, or much the same words.

        An edit breaks up most runs of words of a short text; there the place itself tells, with what is
        around it.
        """
        ranked = []
        for number, source in enumerate(self.sources):
            likeness = 3.0 if source.sha256 == kept.sha256 else 0.0
            likeness = likeness or 2.0 * (plain(source.path) == kept.path and kept.path is not None)
            likeness = likeness or resemblance(self.sketch(number), kept.sketch)
            if likeness < ONE_TEXT and is_short(kept.sketch) and is_whole(self.sketch(number)):
                likeness = ONE_TEXT * surely(kept.anchor, source.display)
            if likeness >= ONE_TEXT:
                ranked.append((-likeness, number))
        return [number for _, number in sorted(ranked)]


def plain(path: str | None) -> str | None:
    """`path` without the stand-ins Python has for bytes that are not UTF-8, which SQLite refuses."""
    return None if path is None else path.encode("utf-8", "backslashreplace").decode("utf-8")
