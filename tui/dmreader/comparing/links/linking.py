"""The whole way from sentences to links."""

from collections.abc import Container, Iterator, Mapping, Sequence

from dmreader.comparing.links.bounds import least_scores
from dmreader.comparing.links.candidates import find_candidates
from dmreader.comparing.links.evidence import Evidence
from dmreader.comparing.links.figures import SCORE as FIGURE
from dmreader.comparing.links.figures import same_figure
from dmreader.comparing.links.model import Scorer, passage
from dmreader.comparing.links.order import moved
from dmreader.comparing.links.quoted import SCORE, same_quote
from dmreader.comparing.links.relation import tie
from dmreader.comparing.links.selection import select
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.splitting import split
from dmreader.comparing.links.twins import share
from dmreader.comparing.links.weighing import weigh
from dmreader.comparing.links.why import why
from dmreader.language import Analysis
from dmreader.model import Link, Progress, Quote


def link(
    analyses: Sequence[Analysis],
    tell: Progress,
    quotes: Sequence[Quote] = (),
    scorer: Scorer | None = None,
) -> tuple[Link, ...]:
    """The links between the sentences of all sources, and within each, in order of their ends.

    Sentences with the same quotation, as `quotes` tell, are tied. `scorer` may add to the evidence. A link's
    score is the probability that a careful reader would make it.
    """
    if not analyses:
        return ()
    sentences = split(Sentences(analyses))
    evidence = Evidence(sentences)
    pairs, settled = find_candidates(sentences, evidence.characters, tell)
    opinions = dict(zip(pairs, _opinions(sentences, pairs, scorer), strict=True)) if scorer else {}
    rows, final = weigh(evidence, pairs, settled, opinions, tell)
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
    kept = select(sentences, final, firm, {} if settled else least_scores(sentences, final))
    hints = dict.fromkeys(quoted, "the same quotation")
    for pair, score in share(sentences, rows, kept).items():
        if pair not in kept:
            hints.setdefault(pair, "nearly the same words as a linked sentence")
        kept[pair] = score
    away = moved(sentences, kept)
    return tuple(_links(sentences, kept, rows, away, hints))


def _links(
    sentences: Sentences,
    kept: Mapping[Pair, float],
    rows: Mapping[Pair, Sequence[float]],
    away: Container[Pair],
    hints: Mapping[Pair, str],
) -> Iterator[Link]:
    for (u, v), score in sorted(kept.items()):
        a, b, relation = tie(sentences, u, v)
        reasons = why(sentences, u, v, relation, rows.get((u, v), ()), hints.get((u, v), ""))
        yield Link(a, b, relation, (u, v) in away, round(score, 4), reasons)


def _opinions(sentences: Sentences, pairs: Sequence[Pair], scorer: Scorer) -> Sequence[float]:
    """What `scorer` adds to each pair."""

    def text(u: int) -> str:
        part = sentences.parts[u]
        return sentences.analyses[sentences.source[u]].source.text[part.start : part.end]

    return scorer([(text(u), text(v)) for u, v in pairs])
