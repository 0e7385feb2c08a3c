"""The chosen link of the overview, in words: both of its ends."""

from collections.abc import Iterator

from dmreader.app.glyphs import Glyphs
from dmreader.app.lines import Lines
from dmreader.app.pieces import Piece, Row, wrapped
from dmreader.marks import WORDS
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.reading.overview import Tie, ends


class LinkText(Lines):
    """Relation and reason, then the two sentences; the end that Enter goes to is marked."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__()
        self.reading = reading
        self.glyphs = glyphs
        self.tie: Tie | None = None
        self.subject: tuple[int, ...] = (0,)
        self.far_end = False

    def look(self, subject: tuple[int, ...], tie: Tie | None, far_end: bool) -> None:
        """Show another link."""
        self.subject, self.tie, self.far_end = subject, tie, far_end
        self.renew()

    def rows(self, width: int) -> list[Row]:
        """What is to be said of the link."""
        if self.tie is None:
            return [[(" nothing is linked here", ("quiet",))]]
        reading, tie = self.reading, self.tie
        link = reading.comparison.links[tie.link]
        dot = f" {self.glyphs.dot} "
        said: list[Piece] = [
            (f"{self.glyphs.marks[tie.kind]} ", (f"sign-{tie.kind}",)),
            (WORDS[tie.kind], ("strong",)),
        ]
        if tie.moved:
            said.append((f"{dot}{self.glyphs.marks['moved']} moved", ()))
        said.append((f"{dot}{link.score:.2f}{dot}{self.glyphs.said(link.why)}", ("quiet",)))
        rows = wrapped(said, width, 1)
        for far, end in enumerate(ends(link, self.subject[0])):
            rows += wrapped(self._end(end, bool(far) == self.far_end), width, 1)
        return rows

    def _end(self, member: Member, chosen: bool) -> Iterator[Piece]:
        reading = self.reading
        sign = self.glyphs.more if chosen else " "
        yield (
            f"{sign} {reading.names[member.source]}:{member.sentence + 1} ",
            ("key",) if chosen else ("strong",),
        )
        span = reading.sentences(member.source)[member.sentence]
        yield " " + reading.comparison.sources[member.source].display[span.start : span.end], ()
