"""The evidence for a link in words that a reader understands."""

from collections.abc import Sequence

from dmreader.comparing.links.evidence import NAMES
from dmreader.comparing.links.sentences import Sentences
from dmreader.comparing.links.surroundings import NAMES as AROUND
from dmreader.model import Relation

_RARE = 1.0  # nats: in fewer than four of ten sentences, stop words in hardly any
_SHOWN = 4
_NUMBERS = 3
_BOTH_SIDES, _ONE_SIDE = 0.5, 0.5
_LETTERS = NAMES.index("letters")
_BEFORE, _AFTER, _TWIN = (len(NAMES) + AROUND.index(n) for n in ("before", "after", "twin"))


def why(
    sentences: Sentences, u: int, v: int, relation: Relation, row: Sequence[float], hint: str = ""
) -> str:
    """The reasons, weightiest first: words, numbers, spelling, neighbours, twins; never empty.

    `hint` is what was found besides.
    """
    reasons = _own(sentences, u, v, relation)
    if row:
        if not reasons or (row[_LETTERS] > 0.3 and relation in ("reworded", "partial") and len(reasons) < 2):
            reasons.append(f"spelt alike by {row[_LETTERS]:.0%}")
        if row[_BEFORE] > _BOTH_SIDES and row[_AFTER] > _BOTH_SIDES:
            reasons.append("neighbours on both sides linked")
        elif max(row[_BEFORE], row[_AFTER]) > _ONE_SIDE:
            reasons.append("a neighbour linked")
        if row[_TWIN] > 0.5:
            reasons.append("a third sentence is like both")
    if hint:
        reasons.append(hint)
    return "; ".join(reasons)


def _own(sentences: Sentences, u: int, v: int, relation: Relation) -> list[str]:
    row = sentences.rows[u]
    if relation == "verbatim" and row == sentences.rows[v]:
        return [f"the same {len(row)} words" if len(row) > 1 else "the same word"]
    vocabulary, rarity = sentences.vocabulary, sentences.rarity
    common = sentences.bags[u] & sentences.bags[v]
    numbers = common & sentences.numeric
    telling = common - numbers - sentences.stop
    rare = [w for w in dict.fromkeys(row) if w in telling and rarity[w] >= _RARE]
    rare.sort(key=rarity.__getitem__, reverse=True)  # equally rare words stay in the order of the sentence
    reasons = ["a part word for word"] if relation == "verbatim" else []
    if rare:
        words = ", ".join([vocabulary[w] for w in rare[:_SHOWN]]) + (", …" if len(rare) > _SHOWN else "")
        reasons.append(f"{len(rare)} rare word{'s'[: len(rare) > 1]} in common: {words}")
    if numbers:
        listed = ", ".join(sorted(_written(sentences, u, w) for w in numbers)[:_NUMBERS])
        reasons.append(f"the same number{'s'[: len(numbers) > 1]} {listed}")
    if not rare and common:
        reasons.append(f"{len(common)} word{'s'[: len(common) > 1]} in common")
    return reasons


def _written(sentences: Sentences, u: int, word: int) -> str:
    """A word as it stands in sentence `u`."""
    analysis = sentences.analyses[sentences.source[u]]
    at = sentences.parts[u].first + sentences.rows[u].index(word)
    return analysis.source.display[analysis.tokens.starts[at] : analysis.tokens.ends[at]]
