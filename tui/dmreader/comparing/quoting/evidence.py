"""What the same words in another place say about marks that cannot tell by themselves.

Every run of three words votes for standing in a quotation, or out of one, wherever else it stands: in
another source, or elsewhere in its own. The votes are added to the scores of the event model, which decides
anew; a few rounds, because what is decided in one place becomes evidence in the next.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from dmreader.comparing.quoting.confirming import confirmed
from dmreader.comparing.quoting.elsewhere import Run, runs
from dmreader.language import Analysis
from dmreader.language.lines import unwrapped
from dmreader.language.quotes import QuotedText, QuoteSpan, quoted

_WEIGHT = 5.0
"""Log odds that other places add where all of them agree."""
_COVERED = 0.6
"""Share of a segment's runs that must stand elsewhere for it to be told from there."""
_MANY = 40
"""A run in more places than this is a turn of phrase and tells nothing."""
_FULL = 5
"""Runs from which a segment gets the whole weight; three words may recur by chance."""
_ROUNDS = 3
_SURE = 0.9
"""Confidence from which a quotation of running text needs no other place."""
_NEWS = 0.05
"""Change of log odds that is worth deciding anew."""
_OPEN = 0.0005
"""Segments less probable than this to be otherwise are not asked about."""


@dataclass(slots=True)
class _Piece:
    """A segment of a tokenised stretch: its tokens in the source's row, and what it is held to be."""

    first: int
    last: int
    share: float = 0.0


@dataclass(slots=True)
class _Read:
    """A source being read: its words, how probably each stands in a quotation, its tokenised stretches."""

    analysis: Analysis
    text: QuotedText
    inside: list[float]
    pieces: list[list[_Piece]] = field(default_factory=list)
    biases: list[list[float]] = field(default_factory=list)


class Decided(NamedTuple):
    """The quotations of every source; whether it has tokenised text; how probably each token is quoted."""

    spans: list[list[QuoteSpan]]
    tokenised: list[bool]
    inside: list[list[float]]


def decide(analyses: Sequence[Analysis]) -> Decided:
    """The quotations of every source, by its own marks and by the other places of its words."""
    reads = [_read(a) for a in analyses]
    if any(read.text.spaced for read in reads):
        receivers = _receivers(reads)
        for _ in range(_ROUNDS):
            if not _round(reads, receivers):
                break
    inside = [read.inside for read in reads]
    found = []
    for read in reads:
        alone = {(s.start, s.end) for s in read.text.spans()} if read.text.spaced else set()
        spans = read.text.spans(read.biases) if read.text.spaced else list(read.text.natural)
        found.append([(span, _doubtful(span, alone)) for span in spans])
    tokenised = [bool(read.text.spaced) for read in reads]
    return Decided(confirmed(analyses, found, inside), tokenised, inside)


def _read(analysis: Analysis) -> _Read:
    text = quoted(unwrapped(analysis.source.text))
    starts = analysis.tokens.starts
    inside = [0.0] * len(starts)
    for span in text.natural:
        for k in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            inside[k] = span.confidence
    read = _Read(analysis, text, inside)
    for part in text.spaced:
        pieces = []
        for e in range(len(part.events.places)):
            a, b = part.segment(e)
            low = part.events.starts[a] if a < b else 0
            first = bisect_left(starts, low) if a < b else 0
            pieces.append(
                _Piece(first, bisect_left(starts, part.events.ends[b - 1], first) if a < b else first)
            )
        read.pieces.append(pieces)
        read.biases.append([0.0] * len(pieces))
        _hold(read, pieces, part.shares())
    return read


def _hold(read: _Read, pieces: Sequence[_Piece], shares: Sequence[float]) -> None:
    for piece, share in zip(pieces, shares, strict=True):
        piece.share = share
        read.inside[piece.first : piece.last] = [share] * (piece.last - piece.first)


class _Receiver(NamedTuple):
    """A segment that may be told from elsewhere: its stretch, its number in it, the places of its runs.

    A place is the number of a token in the row of all sources.
    """

    read: int
    part: int
    event: int
    places: list[list[int]]


def _receivers(reads: Sequence[_Read]) -> list[_Receiver]:
    """The segments that are not beyond doubt, and of whose runs enough stand in other places, too."""
    open_pieces = [
        (r, p, e, piece, runs(read.analysis.tokens.ids, piece.first, piece.last))
        for r, read in enumerate(reads)
        for p, pieces in enumerate(read.pieces)
        for e, piece in enumerate(pieces)
        if _OPEN < piece.share < 1 - _OPEN
    ]
    places: dict[Run, list[int]] = {run: [] for *_, own in open_pieces for run in own}
    if not places:
        return []
    before = 0
    for read in reads:
        ids = read.analysis.tokens.ids
        every = enumerate(zip(ids, ids[1:], ids[2:], strict=False))
        for k, run in [(k, run) for k, run in every if run in places]:
            places[run].append(before + k + 1)
        before += len(ids)
    receivers = []
    for r, p, e, _, own in open_pieces:
        told = [places[run] for run in own if 1 < len(places[run]) <= _MANY]
        if told and len(told) >= _COVERED * len(own):
            receivers.append(_Receiver(r, p, e, told))
    return receivers


def _round(reads: Sequence[_Read], receivers: Sequence[_Receiver]) -> bool:
    """One round of votes; returns whether any segment was told something new."""
    changed: set[tuple[int, int]] = set()
    held = list(chain.from_iterable(read.inside for read in reads))
    verdicts = [_verdict(reads, receiver, held) for receiver in receivers]
    for receiver, verdict in zip(receivers, verdicts, strict=True):
        bias = reads[receiver.read].biases[receiver.part]
        if abs(bias[receiver.event] - verdict) > _NEWS:
            bias[receiver.event] = verdict
            changed.add((receiver.read, receiver.part))
    for r, p in changed:
        read = reads[r]
        _hold(read, read.pieces[p], read.text.spaced[p].shares(read.biases[p]))
    return bool(changed)


def _verdict(reads: Sequence[_Read], receiver: _Receiver, held: list[float]) -> float:
    """The log odds that other places give a segment; `held` says how probably each token is quoted."""
    own = reads[receiver.read].pieces[receiver.part][receiver.event].share
    share = held.__getitem__
    told = [(sum(map(share, places)) - own) / (len(places) - 1) for places in receiver.places]
    return _WEIGHT * min(1.0, len(told) / _FULL) * (2 * sum(told) / len(told) - 1)


def _doubtful(span: QuoteSpan, alone: set[tuple[int, int]]) -> bool:
    """Whether a mark is missing or its own marks told otherwise; in running text, whether it is unsure."""
    if not alone:
        return span.confidence < _SURE
    return not (span.opened and span.closed) or (span.start, span.end) not in alone
