"""Parts of a sentence joined again where no other source tells them apart."""

from collections.abc import Collection, Container, Mapping, Sequence
from itertools import accumulate, pairwise

from dmreader.comparing.links.parts import Part
from dmreader.comparing.links.sentences import Pair, Sentences

_LIKELY = 0.5  # how likely a partner is that tells where a part stands
_LIGHT = 9.0  # nats: a part with no more claims nothing by itself
_ROOM = 0.3  # the share of a part that must fit into the partner of the part beside it, besides that one

Partners = Sequence[Mapping[int, int]]
"""For each part the likeliest partner in each other source that has one."""


def seams(sentences: Sentences) -> Sequence[int]:
    """The parts that the next part of the same sentence follows."""
    parts, source = sentences.parts, sentences.source
    return [
        u
        for u in range(len(parts) - 1)
        if parts[u].sentence == parts[u + 1].sentence and source[u] == source[u + 1]
    ]


def join(sentences: Sentences, scores: Mapping[Pair, float]) -> tuple[Sentences, Sequence[int]]:
    """The same sentences in no more parts than are told apart, and in which of these each part is now.

    `scores` are how likely pairs of parts are.

    A short part is easily taken for another. Two parts in a row stay apart if another source tells them in
    different places, or tells only one of them; where it has them in a row, too, in one sentence, they stay
    apart in both or in neither. A part that is too light to claim anything, as "and he said" is, goes with
    the next, or with the one before.
    """
    open_seams = seams(sentences)
    partners = _partners(sentences, scores)
    one = {u: u for u in open_seams}  # seams that stay or go together, each with another of them
    apart = set()
    for u in open_seams:
        for t in partners[u].keys() | partners[u + 1].keys():
            here, there = partners[u].get(t), partners[u + 1].get(t)
            if here is None or there is None:
                if _leaves_out(sentences, u, here, there):
                    apart.add(u)
            elif here != there:
                if there == here + 1 and here in one:
                    one[_last(one, u)] = _last(one, here)
                else:
                    apart.add(u)
    held = {_last(one, u) for u in apart}
    loose = {u for u in open_seams if _last(one, u) not in held}
    loose |= _beside_light(sentences, open_seams, loose)
    home = list(accumulate([u not in loose for u in range(len(sentences) - 1)], initial=0))
    return (Sentences(sentences.analyses, _rows(sentences, loose), sentences) if loose else sentences), home


def _partners(sentences: Sentences, scores: Mapping[Pair, float]) -> Partners:
    source = sentences.source
    found: list[dict[int, int]] = [{} for _ in source]
    for (u, v), _ in sorted(scores.items(), key=lambda item: (item[1], item[0])):  # the likeliest come last
        if scores[u, v] >= _LIKELY and source[u] != source[v]:
            found[u][source[v]] = v
            found[v][source[u]] = u
    return found


def _leaves_out(sentences: Sentences, u: int, here: int | None, there: int | None) -> bool:
    """Whether a source that tells part `u` as `here`, or the next as `there`, has no room for the other."""
    told, other, partner = (u, u + 1, here) if here is not None else (u + 1, u, there)
    if partner is None:
        return False
    return sentences.mass(partner) < sentences.mass(told) + _ROOM * sentences.mass(other)


def _beside_light(sentences: Sentences, open_seams: Sequence[int], loose: Container[int]) -> set[int]:
    """The seams at which a light part is joined to another."""
    found: set[int] = set()
    inner = frozenset(open_seams)
    for u in open_seams:
        if u in loose:
            continue
        before = sentences.mass(u) < _LIGHT and u - 1 not in loose and u - 1 not in found
        behind = sentences.mass(u + 1) < _LIGHT and u + 1 not in inner
        if before or behind:
            found.add(u)
    return found


def _last(one: Mapping[int, int], u: int) -> int:
    while one[u] != u:
        u = one[u]
    return u


def _rows(sentences: Sentences, loose: Collection[int]) -> Sequence[Sequence[Part]]:
    """The parts of each source, with those joined that meet in a seam that is `loose`."""
    rows = []
    for first, last in pairwise(sentences.first):
        row: list[Part] = []
        for u in range(first, last):
            part = sentences.parts[u]
            if u > first and u - 1 in loose:
                row[-1] = row[-1]._replace(end=part.end, last=part.last)
            else:
                row.append(part)
        rows.append(row)
    return rows
