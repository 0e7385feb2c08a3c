"""Sentences that say the same, tied with their evidence."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from dmreader.language import Analysis
from dmreader.model import Link, LinkEnd, Options, Passage, Progress, Relation


def link(
    analyses: Sequence[Analysis],
    passages: Sequence[Passage],  # noqa: ARG001
    options: Options,  # noqa: ARG001
    tell: Progress,  # noqa: ARG001
) -> tuple[Link, ...]:
    """Links by the rare words two sentences have in common."""
    bags: list[tuple[int, int, frozenset[str]]] = []
    for s, a in enumerate(analyses):
        for i in range(len(a.sentences)):
            bags.append((s, i, frozenset(a.tokens.keys[a.first[i] : a.first[i + 1]])))
    often = Counter(w for *_, bag in bags for w in bag)
    rarity = {w: math.log((len(bags) + 1) / c) for w, c in often.items()}
    index = defaultdict(list)
    for n, (*_, bag) in enumerate(bags):
        for w in bag:
            index[w].append(n)
    links = []
    for n, (s, i, bag) in enumerate(bags):
        near = Counter(m for w in bag if often[w] <= 12 for m in index[w] if m > n)
        for m in near:
            t, j, other = bags[m]
            common = sum(rarity[w] for w in bag & other)
            whole = [sum(rarity[w] for w in b) or 1.0 for b in (bag, other)]
            score = common / max(whole) * 0.6 + common / min(whole) * 0.4
            if score < 0.4:
                continue
            relation: Relation = "reworded" if common / max(whole) > 0.5 else "partial"
            if bag == other:
                relation = "verbatim"
            elif score > 0.85:
                relation = "near-verbatim"
            words = sorted(bag & other, key=lambda w: (-rarity[w], w))[:4]
            left, right = analyses[s].sentences[i], analyses[t].sentences[j]
            links.append(
                Link(
                    LinkEnd(s, i, left.start, left.end),
                    LinkEnd(t, j, right.start, right.end),
                    relation,
                    False,
                    round(min(score, 1.0), 4),
                    f"{len(bag & other)} words in common: {', '.join(words)}",
                )
            )
    return tuple(links)
