"""The comparison in figures, and what only one source says."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from dmreader.comparing.coverage import Coverage, gaps, share
from dmreader.language import Analysis
from dmreader.language.words import APOSTROPHES
from dmreader.model import Link, PairSummary, Place, Quote, SourceSummary, Summary

_PART = 8  # words from which what is left of a sentence is a part worth showing
_MOST = 0.5  # the share of a sentence's words below which what is shared does not make it shared


def unique_places(
    analyses: Sequence[Analysis], covered: Coverage, links: Sequence[Link]
) -> tuple[Place, ...]:
    """Sentences, and parts of `_PART` words or more of sentences, that no other source has, in order.

    A sentence that is linked to another source, or that shares half of its words with one, may have unique
    parts, but is not unique.
    """
    linked = _linked(analyses, links)
    found: list[Place] = []
    for s, analysis in enumerate(analyses):
        flags = covered.of(covered.shared, s)
        for i, (first, last) in enumerate(pairwise(analysis.first)):
            if first == last or flags.find(0, first, last) >= 0:
                found += _unique_parts(analysis, s, i, flags, linked[s][i] == 1)
    return tuple(found)


def _unique_parts(
    analysis: Analysis, source: int, number: int, flags: bytearray, linked: bool
) -> Iterator[Place]:
    sentence = analysis.sentences[number]
    first, last = analysis.first[number], analysis.first[number + 1]
    shared = flags.count(1, first, last)
    whole = Place(source, sentence.start, sentence.end)
    if not shared and not linked:
        yield whole
        return
    parts = [(a, b) for a, b in gaps(flags, first, last) if b - a >= _PART]
    if not parts and not linked and shared < _MOST * (last - first):
        yield whole
    text, tokens = analysis.source.text, analysis.tokens
    for a, b in parts:
        while a > first and text[tokens.starts[a] - 1] in APOSTROPHES and a + 1 < b:
            a += 1  # not with the rest of a word that stands before it
        start = sentence.start if a == first else tokens.starts[a]
        end = sentence.end if b == last else tokens.ends[b - 1]
        yield Place(source, start, end)


def _linked(analyses: Sequence[Analysis], links: Sequence[Link]) -> list[bytearray]:
    """For each sentence of each source whether a link ties it to another source."""
    linked = [bytearray(len(a.sentences)) for a in analyses]
    for (s, i, _, _), (t, j, _, _), _, _, _, _ in links:
        if s != t:
            linked[s][i] = linked[t][j] = 1
    return linked


def summarise(
    analyses: Sequence[Analysis],
    covered: Coverage,
    links: Sequence[Link],
    quotes: Sequence[Quote],
) -> Summary:
    """Figures per source and per pair."""
    linked = [flags.count(1) for flags in _linked(analyses, links)]
    said = Counter(q.source for q in quotes)
    sources = tuple(
        SourceSummary(
            words=len(a.tokens.starts),
            sentences=len(a.sentences),
            shared=share(covered.of(covered.shared, s)),
            verbatim=share(covered.of(covered.verbatim, s)),
            unique_sentences=len(a.sentences) - linked[s],
            quotes=said[s],
        )
        for s, a in enumerate(analyses)
    )
    between: defaultdict[tuple[int, int], list[Link]] = defaultdict(list)
    for link in links:
        s, t = link[0][0], link[1][0]
        if s != t:
            between[(s, t) if s < t else (t, s)].append(link)
    pairs = tuple(_pair(s, t, covered, between[s, t]) for s, t in combinations(range(len(analyses)), 2))
    return Summary(sources, pairs)


def _pair(s: int, t: int, covered: Coverage, links: Sequence[Link]) -> PairSummary:
    relations = Counter(x.relation for x in links)
    return PairSummary(
        a=s,
        b=t,
        a_shared=share(covered.shared[s, t]),
        b_shared=share(covered.shared[t, s]),
        links=len(links),
        verbatim=relations["verbatim"],
        near_verbatim=relations["near-verbatim"],
        reworded=relations["reworded"],
        partial=relations["partial"],
        moved=sum(x.moved for x in links),
    )
