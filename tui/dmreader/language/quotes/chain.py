"""The chain of events, decoded for the whole text at once: a linear-chain conditional random field.

Lafferty, McCallum and Pereira (2001). The states are outside, inside a quotation, and inside a quotation
within it. Each event is scored for the ways of going on that it allows.
"""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

_NEVER = -60.0
_LEAST = exp(_NEVER)
LOST = 1.0
"""What it costs to lose the marks of an inner quotation at a line end."""
APOSTROPHE = 0.5
"""What it costs for a mark within an inner quotation to be neither its end nor its beginning."""


class Edges(NamedTuple):
    """Scores of going from one state to another: o outside, i inside, n inside an inner quotation."""

    oo: float
    oi: float
    io: float
    ii: float
    in_: float
    ni: float
    nn: float
    no: float


def mark_edges(w: Sequence[float]) -> Edges:
    """The edges of a mark from its six weights (oo, oi, io, ii, in, ni)."""
    return Edges(w[0], w[1], w[2], w[3], w[4], w[5], w[3] - APOSTROPHE, _NEVER)


def break_edges(w: Sequence[float]) -> Edges:
    """The edges of a line end from its four weights (oo, oi, io, ii); inner quotations go on as outer ones
    do.
    """
    return Edges(w[0], w[1], w[2], w[3], _NEVER, w[3] - LOST, w[3], w[2] - LOST)


def best(chain: Sequence[Edges]) -> list[int]:
    """The likeliest state behind each event (Viterbi 1967): 0 outside, 1 inside, 2 inside an inner
    quotation.
    """
    back: list[tuple[int, int, int]] = []
    o, i, n = 0.0, _NEVER, _NEVER
    for e in chain:
        stay, leave, fall = o + e.oo, i + e.io, n + e.no
        enter, remain, rise = o + e.oi, i + e.ii, n + e.ni
        nest, keep = i + e.in_, n + e.nn
        to_o = 0 if stay >= leave and stay >= fall else 1 if leave >= fall else 2
        to_i = 1 if remain >= enter and remain >= rise else 0 if enter >= rise else 2
        to_n = 2 if keep >= nest else 1
        back.append((to_o, to_i, to_n))
        o, i, n = max(stay, leave, fall), max(enter, remain, rise), max(nest, keep)
    state = max(((o, 0), (i, 1), (n, 2)))[1]
    states = [0] * len(chain)
    for k in range(len(chain) - 1, -1, -1):
        states[k] = state
        state = back[k][state]
    return states


Likelihoods = Sequence[float]
"""Of the ways of `Edges`, in the same order."""


def inside_shares(weights: Sequence[Likelihoods]) -> list[float]:
    """The probability of being inside a quotation behind each event (forward and backward sums)."""
    forward: list[tuple[float, float, float]] = []
    o, i, n = 1.0, 0.0, 0.0
    for oo, oi, io, ii, in_, ni, nn, no in weights:
        o, i, n = o * oo + i * io + n * no, o * oi + i * ii + n * ni, i * in_ + n * nn
        total = o + i + n
        o, i, n = o / total, i / total, n / total
        forward.append((o, i, n))
    shares = [0.0] * len(weights)
    a, b, c = 1.0, 1.0, 1.0
    for k in range(len(weights) - 1, -1, -1):
        o, i, n = forward[k]
        within = i * b + n * c
        shares[k] = within / (o * a + within)
        oo, oi, io, ii, in_, ni, nn, no = weights[k]
        a, b, c = oo * a + oi * b, io * a + ii * b + in_ * c, no * a + ni * b + nn * c
        top = max(a, b, c)
        a, b, c = a / top, b / top, c / top
    return shares


def likelihoods(edges: Edges) -> Likelihoods:
    """The scores as likelihoods beside the highest, which is 1; none so small that a sum is nothing."""
    top = max(edges)
    return [exp(score - top) if score - top > _NEVER else _LEAST for score in edges]
