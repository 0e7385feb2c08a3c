"""Which words of each source every other source has, too."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from dmreader.comparing.crowds import Crowds
from dmreader.language import Analysis
from dmreader.model import Link, LinkEnd, Passage

_FEW = 4  # sources: a passage in more is not told for every two of them


class Coverage:
    """For every two sources, a row of flags: which words of the first one the second one has.

    `verbatim` rows are of passages only, `shared` rows of passages and of the parts that links tie.
    """

    def __init__(
        self, analyses: Sequence[Analysis], passages: Iterable[Passage], links: Iterable[Link]
    ) -> None:
        self._analyses = analyses
        self._starts = [a.tokens.starts for a in analyses]
        self.verbatim = _Rows(analyses)
        crowds: dict[int, Crowds] = {}
        for passage in passages:
            present = {o.source for o in passage.occurrences}
            if len(present) > _FEW:
                self._crowd(crowds, passage, present)
            elif len(present) > 1:
                self._pair(passage, present)
        for source, crowd in crowds.items():
            for other, row in enumerate(crowd.rows()):
                if other != source and row.find(1) >= 0:
                    self.verbatim[source, other] = _either(self.verbatim[source, other], row)
        self.shared = _Rows(analyses)
        for key, row in self.verbatim.items():
            self.shared[key][:] = row
        self._sentences = [(a.sentences, a.first) for a in analyses]
        self._flags = b"\1" * max((len(row) for row in self._starts), default=0)
        for a, b, _, _, _, _ in links:
            if a[0] != b[0]:
                self._mark(a, b[0])
                self._mark(b, a[0])

    def of(self, rows: dict[tuple[int, int], bytearray], source: int) -> bytearray:
        """The flags of `source` for any other source."""
        whole = bytearray(len(self._analyses[source].tokens.starts))
        for (s, _), row in rows.items():
            if s == source:
                whole = _either(whole, row)
        return whole

    def _pair(self, passage: Passage, present: Collection[int]) -> None:
        flags = b"\1" * passage.words
        for source, start, _ in passage.occurrences:
            first = bisect_left(self._starts[source], start)
            for other in present:
                if other != source:
                    self.verbatim[source, other][first : first + passage.words] = flags

    def _crowd(self, crowds: dict[int, Crowds], passage: Passage, present: Collection[int]) -> None:
        sources = sum([1 << source for source in present])
        for source, start, _ in passage.occurrences:
            if source not in crowds:
                crowds[source] = Crowds(len(self._starts[source]), len(self._starts))
            crowds[source].put(sources, bisect_left(self._starts[source], start), passage.words)

    def _mark(self, end: LinkEnd, other: int) -> None:
        """Mark that source `other` has what a link ties at `end`."""
        source, number, start, stop = end
        sentences, tokens = self._sentences[source]
        span, first, last = sentences[number], tokens[number], tokens[number + 1]
        if start != span[0]:
            first = bisect_left(self._starts[source], start)
        if stop != span[1]:
            last = bisect_left(self._starts[source], stop, first)
        self.shared[source, other][first:last] = self._flags[first:last]


class _Rows(defaultdict[tuple[int, int], bytearray]):
    """Rows of flags, made when first asked for: of many sources most pairs share nothing."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        super().__init__()
        self._analyses = analyses

    def __missing__(self, key: tuple[int, int]) -> bytearray:
        row = self[key] = bytearray(len(self._analyses[key[0]].tokens.starts))
        return row


def _either(a: bytearray, b: bytearray) -> bytearray:
    """The flags that are set in `a` or in `b`; as whole numbers, since that is one operation."""
    size = len(a)
    return bytearray((int.from_bytes(a) | int.from_bytes(b)).to_bytes(size))


def share(flags: bytearray) -> float:
    """The share of flags that are set, from 0 to 1."""
    return flags.count(1) / len(flags) if flags else 0.0


def gaps(flags: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of flags between `start` and `end` that are not set, as half-open ranges."""
    while (first := flags.find(0, start, end)) >= 0:
        last = flags.find(1, first, end)
        start = end if last < 0 else last
        yield first, start
