"""Fit the weights of the event model for quotations in tokenised text.

    python -m tests.bench.fit_quotes --out weights.json NEWS... --also FICTION...

Every text given must be openly licensed running text with paired marks: JSON lines with `text` or
`sources`, or plain text. Its quotations are read off its own marks; it is then turned into the tokenised
styles (`quote_styles`). Fitted is a conditional random field over events by its likelihood, with an L2
prior; features seen in fewer than `--least` texts are left out. Deterministic for a given seed and data.
Needs numpy.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dmreader.language.quotes.chain import APOSTROPHE, LOST
from dmreader.language.quotes.events import MARK, scan
from dmreader.language.quotes.features import Features
from tests.bench import quote_styles as styles
from tests.bench import quote_variations as variations
from tests.bench.quote_posts import posts

_NESTED, _GENITIVES, _SCARE, _DIALECT = 0.04, 0.12, 0.16, 0.08
"""Shares of paragraphs that get a quotation within one, of genitives that are made plural, of paragraphs
that get a partial quotation, and of texts whose speech is written as dialect."""

Array = npt.NDArray[Any]
Case = tuple[list[list[str]], list[int]]
"""The feature names of every event of one text, and the state behind each."""


def texts(paths: Sequence[Path], chunk: int, thin: int) -> Iterator[tuple[str, str]]:
    """Every text of the files, with the file's name; of plain texts every `thin`th piece of `chunk` lines."""
    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            content = file.read_text(encoding="utf-8")
            if file.suffix == ".jsonl":
                for row in map(json.loads, content.splitlines()):
                    for part in row.get("sources", [row]):
                        yield file.stem, part["text"]
            else:
                lines = content.splitlines()
                for k in range(0, len(lines), chunk * thin):
                    yield file.stem, "\n".join(lines[k : k + chunk])


_FREE = re.compile(r"(?<!\S)[\"'](?!\S)")


def readable(text: str) -> bool:
    """Whether the quotations of `text` can be read off its marks: double ones that show which way they
    face.
    """
    double = sum(text.count(mark) for mark in '“”"')
    return not _FREE.search(text) and double > 2 * text.count("‘")


def cases(text: str, chance: random.Random) -> Iterator[Case]:
    """One text in every style."""
    plain = variations.nested(styles.paragraphs(text), chance, _NESTED)
    rows = variations.genitives(variations.scare(plain, chance, _SCARE), chance, _GENITIVES)
    rows = variations.clipped(rows, chance, _DIALECT)
    if not any(t.quote for row in rows for t in row):
        return
    more = posts(rows, chance)
    lines = styles.sentences(rows, chance)
    told = styles.captions(styles.sentences(more, chance), chance)
    for style in (
        rows,
        lines,
        told,
        styles.dropped(lines, chance, 0.2),
        styles.dropped(styles.sentences(more, chance), chance, 0.2),
        styles.dropped(told, chance, 0.15),
    ):
        if style:
            events = scan(styles.rendered(style, MARK), 0, 1 << 60)
            yield list(Features(events).rows()), list(styles.states(style))


_STATES = ((0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (2, 0))
"""Ways of going on, in the order of `chain.Edges`."""

_NEVER = -60.0
_OF_MARK = ((0, 0.0), (1, 0.0), (2, 0.0), (3, 0.0), (4, 0.0), (5, 0.0), (3, -APOSTROPHE), (0, _NEVER))
_OF_BREAK = ((0, 0.0), (1, 0.0), (2, 0.0), (3, 0.0), (0, _NEVER), (3, -LOST), (3, 0.0), (2, -LOST))
"""For each way: the weight it takes, and what is added."""


class Chains:
    """All cases as arrays: `ids` (events, features), gold edges, and the order of events in their texts."""

    def __init__(self, data: Sequence[Case], vocabulary: dict[str, int]) -> None:
        data = sorted(data, key=lambda case: -len(case[0]))
        unknown = len(vocabulary)
        width = max(len(row) for rows, _ in data for row in rows)
        total = sum(len(rows) for rows, _ in data)
        self.ids = np.full((total, width), unknown, dtype=np.int64)
        self.gold = np.zeros(total, dtype=np.int64)
        self.marks = np.zeros(total, dtype=bool)
        self.table = np.full((len(data), max(len(rows) for rows, _ in data)), total, dtype=np.int64)
        at = 0
        for d, (rows, states) in enumerate(data):
            state = 0
            for t, (row, then) in enumerate(zip(rows, states, strict=True)):
                found = [vocabulary[name] for name in row if name in vocabulary]
                self.ids[at, : len(found)] = found
                self.marks[at] = row[0] == "m"
                self.gold[at] = _STATES.index((state, then))
                self.table[d, t] = at
                state = then
                at += 1
        self.steps = [row[row < total] for row in self.table.T]

    def _edges(self, scores: Array) -> Array:
        """(events, 8) scores of all ways of going on, from (events, 6) sums of weights."""
        ways = [
            np.stack([scores[:, k] + more for k, more in table], axis=1) for table in (_OF_MARK, _OF_BREAK)
        ]
        return np.where(self.marks[:, None], ways[0], ways[1])

    def loss(self, weights: Array) -> tuple[float, Array]:
        """Negative log likelihood and its gradient; `weights` is (features + 1, 6), the last row unused.

        Forward and backward sums (Rabiner 1989), scaled at every step; texts are in order of length, so that
        those that still run are the first ones.
        """
        edges = self._edges(self._scores(weights))
        count = len(edges)
        tops = edges.max(axis=1)
        ways = np.zeros((count, 3, 3))
        for k, (s, r) in enumerate(_STATES):
            ways[:, s, r] = np.exp(edges[:, k] - tops)
        forward = np.zeros((count, 3))
        scales = np.ones(count)
        here = np.zeros((len(self.table), 3))
        here[:, 0] = 1
        for at in self.steps:
            forward[at] = here[: len(at)]
            step = np.einsum("ni,nij->nj", here[: len(at)], ways[at])
            scales[at] = step.sum(axis=1)
            here[: len(at)] = step / scales[at, None]
        behind = np.ones((len(self.table), 3))
        backward = np.zeros((count, 3))
        for at in reversed(self.steps):
            backward[at] = behind[: len(at)] / scales[at, None]
            behind[: len(at)] = np.einsum("nij,nj->ni", ways[at], backward[at])
        joint = forward[:, :, None] * ways * backward[:, None, :]
        shares = np.stack([joint[:, s, r] for s, r in _STATES], axis=1)
        likelihood = edges[np.arange(count), self.gold].sum() - tops.sum() - np.log(scales).sum()
        shares[np.arange(count), self.gold] -= 1
        return -float(likelihood), self._gradient(shares, len(weights))

    def _scores(self, weights: Array) -> Array:
        return np.asarray(weights[self.ids].sum(axis=1))

    def _gradient(self, shares: Array, size: int) -> Array:
        turned = np.zeros((len(shares), 6))
        for table, rows in ((_OF_MARK, self.marks), (_OF_BREAK, ~self.marks)):
            for way, (k, more) in enumerate(table):
                if more != _NEVER:
                    turned[rows, k] += shares[rows, way]
        flat = self.ids.ravel()
        width = self.ids.shape[1]
        columns = [np.bincount(flat, np.repeat(turned[:, k], width), minlength=size) for k in range(6)]
        gradient = np.stack(columns, axis=1)
        gradient[-1] = 0
        return gradient


def fit(chains: Chains, features: int, prior: float, steps: int) -> Array:
    """Weights that make the data likely: L-BFGS (Nocedal 1980) with a memory of eight, from zero."""
    weights = np.zeros((features + 1, 6))

    def whole(w: Array) -> tuple[float, Array]:
        value, slope = chains.loss(w)
        return value + prior / 2 * float((w * w).sum()), slope + prior * w

    value, slope = whole(weights)
    memory: list[tuple[Array, Array]] = []
    for step in range(steps):
        way = slope.copy()
        shares = []
        for s, y in reversed(memory):
            share = (s * way).sum() / (s * y).sum()
            shares.append(share)
            way -= share * y
        if memory:
            s, y = memory[-1]
            way *= (s * y).sum() / (y * y).sum()
        for (s, y), share in zip(memory, reversed(shares), strict=True):
            way += s * (share - (y * way).sum() / (s * y).sum())
        size = 1.0 if memory else 1.0 / max(1.0, float(np.abs(slope).sum()))
        while True:
            trial = weights - size * way
            new, turned = whole(trial)
            if new < value - 1e-4 * size * float((way * slope).sum()) or size < 1e-8:
                break
            size /= 2
        if float(((trial - weights) * (turned - slope)).sum()) > 1e-10:
            memory = [*memory[-7:], (trial - weights, turned - slope)]
        done = value - new < 1e-5 * abs(value)
        weights, value, slope = trial, new, turned
        if step % 10 == 0 or done:
            print(f"step {step}: {value:.1f}", flush=True)
        if done:
            break
    return weights


def written(weights: dict[str, Array], near: float) -> str:
    """The weights as readable JSON, one feature a line, in hundredths, those near zero left out."""
    rows = []
    for name, row in sorted(weights.items()):
        own = row[: 6 if name[0] == "m" else 4]
        if np.abs(own).max() >= near:
            told = " ".join(str(round(100 * float(x))) for x in own)
            rows.append(f' {json.dumps(name, ensure_ascii=False)}: "{told}"')
    return "{\n" + ",\n".join(rows) + "\n}\n"


def fitted(data: Sequence[Case], least: int, prior: float, steps: int) -> dict[str, Array]:
    """Weights by feature for one set of cases."""
    seen = Counter(name for rows, _ in data for name in {n for row in rows for n in row})
    vocabulary = {name: k for k, name in enumerate(sorted(n for n, c in seen.items() if c >= least))}
    print(len(data), "texts,", sum(len(r) for r, _ in data), "events,", len(vocabulary), "features")
    weights = fit(Chains(data, vocabulary), len(vocabulary), prior, steps)
    return {name: weights[k] for name, k in vocabulary.items()}


def gathered(paths: Sequence[Path], rounds: int, thin: int, seed: int) -> list[Case]:
    """All texts of `paths` whose quotations can be read, in every style, `rounds` times."""
    return [
        case
        for number, (name, text) in enumerate(texts(paths, 60, thin))
        if readable(text)
        for turn in range(rounds)
        for case in cases(text, random.Random(f"{seed} {name} {number} {turn}"))
    ]


def main() -> None:
    """Read the texts; for every seed fit on the news and on all; write the mean of all fits."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4])
    parser.add_argument(
        "--rounds", type=int, default=4, help="times each text of news is turned into the styles"
    )
    parser.add_argument("--thin", type=int, default=4, help="of long plain texts, take every such piece")
    parser.add_argument("--prior", type=float, default=4.0)
    parser.add_argument("--least", type=int, default=12, help="cases a feature must be seen in")
    parser.add_argument("--near", type=float, default=0.08, help="weights smaller than this are left out")
    parser.add_argument("--steps", type=int, default=70)
    parser.add_argument(
        "--also", type=Path, nargs="*", default=[], help="texts of other kinds, each taken once"
    )
    parser.add_argument("paths", type=Path, nargs="+", help="news")
    a = parser.parse_args()
    fits = []
    for seed in a.seeds:
        news = gathered(a.paths, a.rounds, a.thin, seed)
        fits.append(fitted(news, a.least, a.prior, a.steps))
        if a.also:
            everything = news + gathered(a.also, 1, a.thin, seed)
            fits.append(fitted(everything, a.least, a.prior, a.steps))
    nothing = np.zeros(6)
    mean = {n: np.mean([f.get(n, nothing) for f in fits], axis=0) for f in fits for n in f}
    a.out.write_text(written(mean, a.near), encoding="utf-8")


if __name__ == "__main__":
    main()
