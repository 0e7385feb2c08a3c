"""All quotations of all sources, with their kinds, speakers and groups."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from dmreader.comparing.quoting.evidence import decide
from dmreader.comparing.quoting.groups import Groups, tie_same
from dmreader.comparing.quoting.likeness import Likenesses
from dmreader.comparing.quoting.names import Name
from dmreader.comparing.quoting.seams import cut
from dmreader.comparing.quoting.share import Namer, shared_kind
from dmreader.comparing.quoting.wording import Wording, wordings
from dmreader.language import Analysis
from dmreader.language.lines import unwrapped
from dmreader.language.quotes.handles import Tag, tags
from dmreader.language.quotes.kinds import Kind, kinds
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.quotes.speakers import Mention, attribute
from dmreader.model import Progress, Quote, QuoteLikeness

_PLACES = 12
"""A word in more places than this is not rare."""
_LETTERS = 5


@dataclass(frozen=True, slots=True)
class _Alone:
    """What one source says of one of its quotations."""

    kind: Kind
    speaker: Mention | None
    handles: tuple[str, ...]
    hashtags: tuple[str, ...]
    about: tuple[str, ...]


def find_quotes(analyses: Sequence[Analysis], tell: Progress) -> tuple[Quote, ...]:
    """The quotations of `analyses` in order of source and place; groups are numbered by first appearance."""
    decided = decide(analyses)
    inside = decided.inside
    spans = cut(analyses, decided.spans, decided.tokenised, inside)
    tell("finding speakers", 0.4)
    alone = [x for a, row in zip(analyses, spans, strict=True) for x in _alone(a, row)]
    quotes = wordings(analyses, spans)
    names = [
        Name(x.speaker.name, analyses[q.source], x.speaker.known) if x.speaker else None
        for x, q in zip(alone, quotes, strict=True)
    ]
    tell("tying quotations", 0.8)
    likenesses = Likenesses([q.words for q in quotes])
    groups, similar = tie_same(quotes, names, _rare(analyses, inside), likenesses)
    return _quotes(quotes, alone, names, groups, similar, likenesses)


def _alone(analysis: Analysis, spans: Sequence[QuoteSpan]) -> list[_Alone]:
    text = unwrapped(analysis.source.text)
    speakers = attribute(text, spans, analysis.pack.code)
    found = tags(text, spans)
    told = kinds(text, spans, [s is not None for s in speakers])
    at = [tag.start for tag in found]
    rows = []
    for k, (kind, speaker, span) in enumerate(zip(told, speakers, spans, strict=True)):
        low, high = _sentences(analysis, span)
        near = found[bisect_left(at, low) : bisect_left(at, high)]
        rows.append(
            _Alone(
                kind,
                speaker,
                _texts(text, [tag for tag in near if tag.quote == k and tag.kind == "handle"]),
                _texts(text, [tag for tag in near if tag.quote == k and tag.kind == "hashtag"]),
                _texts(text, [tag for tag in near if tag.quote is None]),
            )
        )
    return rows


def _sentences(analysis: Analysis, span: QuoteSpan) -> tuple[int, int]:
    """Where the sentences that the quotation touches begin and end."""
    ends = bisect_left(analysis.sentences, (span.start + 1,)) - 1
    first = max(0, ends)
    last = max(first, bisect_left(analysis.sentences, (span.end,)) - 1)
    if not analysis.sentences:
        return span.start, span.end
    return min(span.start, analysis.sentences[first].start), max(span.end, analysis.sentences[last].end)


def _texts(text: str, found: Sequence[Tag]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[h.start : h.end] for h in found))


def _rare(analyses: Sequence[Analysis], inside: Sequence[Sequence[float]]) -> frozenset[int]:
    """The words of some length that stand in few places, and all of them in quotations."""
    if not analyses:
        return frozenset()
    words = analyses[0].tokens.vocabulary.words
    often: Counter[int] = Counter()
    outside: set[int] = set()
    for a, shares in zip(analyses, inside, strict=True):
        often.update(a.tokens.ids)
        outside.update(compress(a.tokens.ids, [share < 0.5 for share in shares]))
    return frozenset(
        word
        for word, n in often.items()
        if n <= _PLACES and word not in outside and len(words[word]) >= _LETTERS
    )


def _quotes(
    quotes: Sequence[Wording],
    alone: Sequence[_Alone],
    names: Sequence[Name | None],
    groups: Groups,
    similar: Sequence[tuple[int, int]],
    likenesses: Likenesses,
) -> tuple[Quote, ...]:
    numbers: dict[int, int] = {}
    for k in range(len(quotes)):
        numbers.setdefault(groups.of(k), len(numbers))
    like: dict[int, set[int]] = {}
    for a, b in similar:
        like.setdefault(a, set()).add(numbers[groups.of(b)])
        like.setdefault(b, set()).add(numbers[groups.of(a)])
    namers: dict[int, Namer] = {}
    found = []
    for k, (quote, own) in enumerate(zip(quotes, alone, strict=True)):
        members = groups.members(k)
        namer = namers.get(groups.of(k))
        if namer is None:
            namer = namers[groups.of(k)] = Namer(members, quotes, alone, names)
        span = quote.span
        found.append(
            Quote(
                source=quote.source,
                start=span.start,
                end=span.end,
                kind=shared_kind(k, members, alone),
                speaker=namer.speaker(k),
                handles=own.handles,
                hashtags=own.hashtags,
                group=numbers[groups.of(k)],
                why=span.why,
                confidence=span.confidence,
                likeness=_likeness(k, members, quotes, likenesses),
                similar=tuple(sorted(like.get(k, ()))),
                about=own.about,
                confirmed=span.confirmed,
            )
        )
    return tuple(found)


def _likeness(
    k: int, members: Sequence[int], quotes: Sequence[Wording], likenesses: Likenesses
) -> QuoteLikeness:
    """How quotation `k` stands to the fullest of its group."""
    fullest = max(members, key=lambda m: (len(quotes[m].words), -m))
    if fullest == k:
        return ""
    how = likenesses.of(fullest, k)
    return how if how in ("same", "part") else "reworded"
