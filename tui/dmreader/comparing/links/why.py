"""The evidence for a link in words that a reader understands."""

import re
from collections.abc import Sequence

from dmreader.comparing.links.evidence import NAMES
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.surroundings import NAMES as AROUND
from dmreader.language.words import UNSPACED
from dmreader.model import LinkEnd, Relation

_UNSPACED = re.compile(f"[{UNSPACED}]")
_RARE = 1.0  # nats: in fewer than four of ten sentences, stop words in hardly any
_SHOWN = 4
_NUMBERS = 3
_BOTH_SIDES, _ONE_SIDE = 0.5, 0.5
_LETTERS = NAMES.index("letters")
_BEFORE, _AFTER, _TWIN = (len(NAMES) + AROUND.index(n) for n in ("before", "after", "twin"))


def why(
    sentences: Sentences,
    pair: Pair,
    ends: tuple[LinkEnd, LinkEnd],
    relation: Relation,
    row: Sequence[float],
    hint: str = "",
) -> str:
    """The reasons, weightiest first: words, numbers, spelling, neighbours, twins; never empty.

    Words and numbers are those of the `ends` that are tied. `hint` is what was found besides.
    """
    reasons = _own(sentences, pair, ends, relation)
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


def _own(sentences: Sentences, pair: Pair, ends: tuple[LinkEnd, LinkEnd], relation: Relation) -> list[str]:
    u, v = pair
    row, other = _within(sentences, u, ends[0]), _within(sentences, v, ends[1])
    whole = row is sentences.rows[u] and other is sentences.rows[v]
    if relation == "verbatim" and sentences.rows[u] == sentences.rows[v]:
        return [f"the same {len(row)} words" if len(row) > 1 else "the same word"]
    vocabulary, rarity = sentences.vocabulary, sentences.rarity
    common = sentences.bags[u] & sentences.bags[v] if whole else frozenset(row).intersection(other)
    numbers = common & sentences.numeric
    telling = common - numbers - sentences.stop
    rare = [w for w in dict.fromkeys(row) if w in telling and rarity[w] >= _RARE]
    reasons = ["a part word for word"] if relation == "verbatim" else []
    unspaced = sentences.analyses[sentences.source[u]].tokens.unspaced
    if unspaced and any(_UNSPACED.match(vocabulary[w]) for w in common):
        if runs := _runs(vocabulary, row, other):
            named = ", ".join(runs[:_SHOWN]) + (", …" if len(runs) > _SHOWN else "")
            reasons.append(f"in common: {named}")
    elif rare:
        # equally rare words stay in the order of the sentence
        rare.sort(key=rarity.__getitem__, reverse=True)
        words = ", ".join([vocabulary[w] for w in rare[:_SHOWN]]) + (", …" if len(rare) > _SHOWN else "")
        reasons.append(f"{len(rare)} rare word{'s'[: len(rare) > 1]} in common: {words}")
    if numbers:
        listed = ", ".join(sorted(_written(sentences, u, w) for w in numbers)[:_NUMBERS])
        reasons.append(f"the same number{'s'[: len(numbers) > 1]} {listed}")
    if not rare and common:
        reasons.append(f"{len(common)} word{'s'[: len(common) > 1]} in common")
    return reasons


def _runs(vocabulary: Sequence[str], row: Sequence[int], other: Sequence[int]) -> Sequence[str]:
    """What stands in both in scripts without spaces, two signs or more, the longest first."""
    there = "".join(map(vocabulary.__getitem__, other))
    runs: list[str] = []
    run: list[str] = []
    for word in (*map(vocabulary.__getitem__, row), "\0"):  # the last stands nowhere
        if run and "".join((*run, word)) not in there:
            if len(run) > 1:
                runs.append("".join(run))
            run = []
        if run or (word in there and _UNSPACED.match(word)):
            run.append(word)
    return sorted(dict.fromkeys(runs), key=len, reverse=True)


def _within(sentences: Sentences, u: int, end: LinkEnd) -> Sequence[int]:
    """The words of `u` that stand in `end`."""
    part, row = sentences.parts[u], sentences.rows[u]
    if end.start <= part.start and part.end <= end.end:
        return row
    starts = sentences.analyses[sentences.source[u]].tokens.starts
    return tuple(w for n, w in enumerate(row, part.first) if end.start <= starts[n] < end.end)


def _written(sentences: Sentences, u: int, word: int) -> str:
    """A word as it stands in sentence `u`."""
    analysis = sentences.analyses[sentences.source[u]]
    at = sentences.parts[u].first + sentences.rows[u].index(word)
    return analysis.source.display[analysis.tokens.starts[at] : analysis.tokens.ends[at]]
