"""What twins are tied to: sentences in nearly the same words have the same partners."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dmreader.comparing.links.evidence import NAMES
from dmreader.comparing.links.sentences import Pair, Sentences

_ALIKE = 0.85  # of the rarity of both in common: twins
_HEAVY = 20.0  # nats: lighter twins are a turn of phrase
_FEW = 6  # twins of a sentence; more are a refrain
_WORTH = 0.25  # the least score that is passed on
_JACCARD = NAMES.index("words_jaccard")


def share(
    sentences: Sentences, rows: Mapping[Pair, Sequence[float]], scores: Mapping[Pair, float]
) -> dict[Pair, float]:
    """The pairs that are likelier by their twins, with the score that these give.

    A pair is at least as likely as the same pair with a twin in place of one sentence, times the share of
    rarity that the twins have in common. Twins may stand in one source or in two.
    """
    twins: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (u, v), row in rows.items():
        if row[_JACCARD] >= _ALIKE and sentences.mass(u) >= _HEAVY:
            twins[u].append((v, row[_JACCARD]))
            twins[v].append((u, row[_JACCARD]))
    source = sentences.source
    found: dict[Pair, float] = {}
    for (u, v), p in scores.items():
        if p < _WORTH or not (u in twins or v in twins):
            continue
        for x, y in ((u, v), (v, u)):
            near = twins.get(x, ())
            for z, alike in near if len(near) <= _FEW else ():
                pair = (z, y) if z < y else (y, z)
                if source[z] != source[y] and p * alike > max(scores.get(pair, 0.0), found.get(pair, 0.0)):
                    found[pair] = p * alike
    return found
