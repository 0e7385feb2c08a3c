"""The whole way from sentences to links."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dmreader.comparing.links.bounds import least_scores
from dmreader.comparing.links.candidates import find_candidates
from dmreader.comparing.links.clauses import Clauses
from dmreader.comparing.links.evidence import Evidence
from dmreader.comparing.links.figures import SCORE as FIGURE
from dmreader.comparing.links.figures import same_figure
from dmreader.comparing.links.joining import join, seams
from dmreader.comparing.links.model import Scorer, passage
from dmreader.comparing.links.order import moved
from dmreader.comparing.links.quoted import SCORE, same_quote
from dmreader.comparing.links.relation import tie
from dmreader.comparing.links.selection import select
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.splitting import split
from dmreader.comparing.links.twins import share
from dmreader.comparing.links.weighing import Alone, weigh, weigh_again, weigh_alone
from dmreader.comparing.links.why import why
from dmreader.language import Analysis
from dmreader.model import Link, Progress, Quote

_MANY = 1000  # sentences; in larger texts the order of the sources is left as it is, which saves time
_NO_REFRAIN = 10.0  # nats: what a source says twice in words as rare as this, together, is a repeat
_SAID_AGAIN = 0.97  # the least score of such a pair (in generated tellings .98 of them are links)


class Divided(NamedTuple):
    """Sentences in the parts that are told apart; what speaks for each pair by itself that has hope; those
    that are settled without being weighed (large texts only); and what a further scorer says of each.
    """

    sentences: Sentences
    alone: Alone
    settled: Mapping[Pair, float]
    opinions: Mapping[Pair, float]


class Weighed(NamedTuple):
    """Sentences in the parts that are told apart; what speaks for each pair that has hope; all scores;
    those that are settled without being weighed (large texts only); and how much two sources run beside each
    other (in other texts).
    """

    sentences: Sentences
    rows: Mapping[Pair, Sequence[float]]
    scores: dict[Pair, float]
    settled: Mapping[Pair, float]
    beside: Mapping[Pair, float]


def link(
    analyses: Sequence[Analysis],
    tell: Progress,
    quotes: Sequence[Quote] = (),
    scorer: Scorer | None = None,
) -> tuple[Link, ...]:
    """The links between the sentences of all sources, and within each, in order of their ends.

    Sentences with the same quotation, as `quotes` tell, are tied. `scorer` may add to the evidence. A link's
    score is the probability that a careful reader would make it. In which order the sources are given makes
    no difference, but in large texts.
    """
    if not analyses:
        return ()
    if sum(len(analysis.sentences) for analysis in analyses) > _MANY:
        return _link(analyses, tell, quotes, scorer)
    order = longest_first(analyses)
    place = {n: at for at, n in enumerate(order)}
    renumbered = [replace(quote, source=place[quote.source]) for quote in quotes]
    found = _link([analyses[n] for n in order], tell, renumbered, scorer)
    return tuple(sorted((_given(x, order) for x in found), key=lambda x: (x.a, x.b)))


def longest_first(analyses: Sequence[Analysis]) -> Sequence[int]:
    """The numbers of the sources, that with the most words first."""
    return sorted(range(len(analyses)), key=lambda n: (-len(analyses[n].tokens.ids), analyses[n].source.text))


def _given(link: Link, order: Sequence[int]) -> Link:
    """A link with its sources numbered as they were given."""
    a, b = (end._replace(source=order[end.source]) for end in (link.a, link.b))
    return link._replace(a=min(a, b), b=max(a, b))


def _link(
    analyses: Sequence[Analysis], tell: Progress, quotes: Sequence[Quote], scorer: Scorer | None
) -> tuple[Link, ...]:
    """The links, as `link` tells them; of the sources, the longest stands first."""
    sentences, rows, final, settled, beside = weighed(analyses, tell, scorer)
    firm = set(settled)
    if settled:
        firm.update(pair for pair, row in rows.items() if passage(row))
    for pair in rows:
        if final[pair] < FIGURE and same_figure(sentences, pair):
            final[pair] = FIGURE
            firm.add(pair)
    # in large texts settled pairs hide what the others promise, and sentences with the same quotation
    # are copies, or the quotation is a turn of phrase
    quoted = set() if settled else same_quote(sentences, quotes)
    for pair in quoted:
        final[pair] = max(SCORE, final.get(pair, 0.0))
    firm |= quoted
    kept = select(sentences, final, firm, {} if settled else least_scores(sentences, final), beside)
    for pair in kept:
        if _said_again(sentences, pair):
            kept[pair] = max(_SAID_AGAIN, kept[pair])
    hints = dict.fromkeys(quoted, "the same quotation")
    for pair, score in share(sentences, rows, kept).items():
        if pair not in kept:
            hints.setdefault(pair, "nearly the same words as a linked sentence")
        kept[pair] = score
    away = moved(sentences, kept)
    tied = Clauses(sentences).of if not settled else _whole
    return tuple(_links(sentences, kept, rows, away, hints, tied))


def weighed(analyses: Sequence[Analysis], tell: Progress, scorer: Scorer | None = None) -> Weighed:
    """All sources cut alike, and how likely the pairs of their sentences are.

    Only those pairs are weighed whose parts had hope.
    """
    sentences, alone, settled, opinions = divide(analyses, tell, scorer)
    found = weigh(sentences, alone, settled, opinions, tell)
    if settled:
        return Weighed(sentences, found.rows, found.among, settled, {})
    last = weigh_again(sentences, found, opinions, tell)
    return Weighed(sentences, found.rows, last.scores, settled, last.beside)


def divide(analyses: Sequence[Analysis], tell: Progress, scorer: Scorer | None = None) -> Divided:
    """All sources cut alike.

    What is cut where another source cuts is weighed once, as far as that tells, to join again what no source
    tells apart.
    """
    sentences = split(Sentences(analyses))
    evidence = Evidence(sentences)
    pairs, settled = find_candidates(sentences, evidence.characters, tell)
    opinions = _opinions(sentences, pairs, scorer)
    alone = weigh_alone(evidence, pairs, settled, opinions, tell)
    if not settled and seams(sentences):
        asked = _at_seams(sentences, alone.own)
        joined, home = join(sentences, weigh(sentences, alone, settled, opinions, tell, asked).among)
        if joined is not sentences:
            sentences = joined
            pairs = sorted({(home[u], home[v]) for u, v in alone.own if home[u] != home[v]})
            opinions = _opinions(sentences, pairs, scorer)
            alone = weigh_alone(Evidence(sentences, evidence), pairs, settled, opinions, tell)
    return Divided(sentences, alone, settled, opinions)


def _said_again(sentences: Sentences, pair: Pair) -> bool:
    """Whether a source says the same twice, in words that are no refrain."""
    u, v = pair
    return (
        sentences.source[u] == sentences.source[v]
        and sentences.rows[u] == sentences.rows[v]
        and sentences.mass(u) >= _NO_REFRAIN
    )


def _at_seams(sentences: Sentences, pairs: Iterable[Pair]) -> Sequence[Pair]:
    """The pairs of two sources that tell whether parts of one sentence are to be joined."""
    source = sentences.source
    beside = {part for u in seams(sentences) for part in (u, u + 1)}
    return [(u, v) for u, v in pairs if source[u] != source[v] and (u in beside or v in beside)]


def _links(
    sentences: Sentences,
    kept: Mapping[Pair, float],
    rows: Mapping[Pair, Sequence[float]],
    away: Container[Pair],
    hints: Mapping[Pair, str],
    tied: Callable[[int, int], Iterable[Pair]],
) -> Iterator[Link]:
    for pair, score in sorted(kept.items()):
        for u, v in tied(*pair):
            a, b, relation = tie(sentences, u, v)
            reasons = why(sentences, (u, v), (a, b), relation, rows.get(pair, ()), hints.get(pair, ""))
            yield Link(a, b, relation, pair in away, round(score, 4), reasons)


def _whole(u: int, v: int) -> Iterable[Pair]:
    return ((u, v),)


def _opinions(sentences: Sentences, pairs: Sequence[Pair], scorer: Scorer | None) -> Mapping[Pair, float]:
    """What `scorer` adds to each pair."""
    if scorer is None:
        return {}

    def text(u: int) -> str:
        part = sentences.parts[u]
        return sentences.analyses[sentences.source[u]].source.text[part.start : part.end]

    return dict(zip(pairs, scorer([(text(u), text(v)) for u, v in pairs]), strict=True))
