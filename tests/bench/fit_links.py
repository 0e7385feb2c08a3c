"""Fit the weights of the links: `python -m tests.bench.fit_links FOLDER [--write]`.

FOLDER holds `argrewrite.jsonl`, `argrewrite_mixed.jsonl` (CC BY 4.0), `aesop.jsonl` (CC BY-SA 4.0),
`deplain.jsonl` (CC BY 4.0 and CC BY-SA 3.0), `bible.jsonl` (public domain): texts in two or more versions
with their sentences linked by hand; and `onestop.jsonl` (CC BY-SA 4.0), from which texts with known links
are generated. None of them is part of the program. Needs numpy. A set weighs by the root of its size:
neither all sets nor all links weigh the same. What is printed is measured on cases that the weights were
not fitted on (cross-validation by case). The weights of the program stand on an earlier state of this script;
then `fit_stories` moved them. On what they say the third weighing is fitted, by `fit_trees`. With many
threads the solver gains nothing: `OPENBLAS_NUM_THREADS=1`.
"""

import argparse
import math
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dmreader.comparing.links import characters, evidence, surroundings
from dmreader.comparing.links.candidates import by_letters
from dmreader.comparing.links.linking import divide, longest_first
from dmreader.comparing.links.model import SEEN, Weights
from dmreader.comparing.links.sentences import Pair, Sentences
from dmreader.comparing.links.surroundings import Surroundings
from dmreader.comparing.links.weighing import HOPELESS
from dmreader.language import Vocabulary, analyse
from dmreader.model import Options, Source
from tests.bench.generated_links import collage, unrelated
from tests.bench.generated_tellings import tellings
from tests.bench.link_cases import Case, read, reordered

Rows = NDArray[np.float64]

READ = ("argrewrite", "argrewrite_mixed", "aesop", "deplain", "bible")
SIZE = 1000  # links of a set that weigh 1 each
TIMES = {"argrewrite": 3.0, "argrewrite_mixed": 3.0, "aesop": 1.5}  # what else a set weighs
NOISE = 1.0  # the weight of each pair of unrelated texts, which have no links to weigh by
WHOLE = 0.4  # the least share of sentences that are linked in one of the texts of a case
FOLDS = 4
RIDGE = 0.1
EASY, FEW = 0.02, 5.0  # one in five of the pairs that are so unlikely by themselves stands for all
WEIGHTS = Path(evidence.__file__).with_name("weights.toml")


@dataclass
class Sample:
    """The candidate pairs of one case: what is measured, which are links, how much they weigh.

    `told` are the pairs to fit on, each of which stands for as many as `counts` says.
    """

    group: str
    fold: int
    sentences: Sentences
    pairs: list[Pair]
    rows: Rows
    right: Rows
    known: NDArray[np.bool_]
    weight: float = 0.0
    told: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    counts: Rows = field(default_factory=lambda: np.zeros(0))
    alone: Rows = field(default_factory=lambda: np.zeros(0))

    @property
    def between(self) -> NDArray[np.bool_]:
        """Which pairs are of different sources."""
        source = self.sentences.source
        return np.array([source[u] != source[v] for u, v in self.pairs], dtype=bool)


def sample(group: str, fold: int, case: Case) -> Sample:
    """A case, cut and measured as the program does it."""
    options = Options(quotes=False)
    vocabulary = Vocabulary(options.fold)
    given = [analyse(Source(f"{i}", text), options, vocabulary) for i, text in enumerate(case.texts)]
    order = longest_first(given)
    case = reordered(case, order)
    sentences = divide([given[n] for n in order], lambda _what, _share: None).sentences
    measure = evidence.Evidence(sentences)
    pairs = sorted(by_letters(sentences, measure.characters))
    links, unsure = labels(case, sentences, measure)
    known = [
        (sentences.source[u], sentences.source[v]) in case.pairs and (u, v) not in unsure for u, v in pairs
    ]
    return Sample(
        group,
        fold,
        sentences,
        pairs,
        np.array([measure.of(u, v) for u, v in pairs]).reshape(len(pairs), len(evidence.NAMES)),
        np.array([float(p in links) for p in pairs]),
        np.array(known, dtype=bool),
        told=np.array(known, dtype=bool),
        counts=np.ones(len(pairs)),
    )


def labels(case: Case, sentences: Sentences, measure: evidence.Evidence) -> tuple[set[Pair], set[Pair]]:
    """The linked pairs in the program's own cutting, and the ones that cannot be told.

    Where an annotated sentence is cut in several, only parts that are each other's best match are told.
    """
    at: dict[tuple[int, int], list[int]] = {}
    inside: dict[int, int] = defaultdict(int)
    for s, spans in enumerate(case.spans):
        units = range(sentences.first[s], sentences.first[s + 1])
        for i, (start, end) in enumerate(spans):
            found = []
            for u in units:
                part = sentences.parts[u]
                both = min(end, part.end) - max(start, part.start)
                if both > 0 and 2 * both >= min(end - start, part.end - part.start):
                    found.append(u)
                    inside[u] += 1
            at[s, i] = found
    links: set[Pair] = set()
    unsure: set[Pair] = set()
    for a, b in case.links:
        vector, rows = measure.characters.vector, sentences.rows
        alike = {(u, v): characters.alike(vector(rows[u]), vector(rows[v])) for u in at[a] for v in at[b]}
        for (u, v), x in alike.items():
            best = all(x >= alike[u, w] for w in at[b]) and all(x >= alike[w, v] for w in at[a])
            whole = inside[u] == inside[v] == 1
            pair = (u, v) if u < v else (v, u)
            (links if best and whole else unsure).add(pair)
    for a, b in case.doubtful:
        unsure |= {(u, v) if u < v else (v, u) for u in at[a] for v in at[b]}
    return links, unsure - links


def gather(folder: Path, whole: bool = True) -> list[Sample]:
    """All cases, or those annotated throughout, with the weight of their pairs."""
    groups: dict[str, list[Case]] = {}
    for group in READ:
        groups[group] = [c for c in read(folder / f"{group}.jsonl") if not whole or _whole(c)]
    rng = random.Random("dmreader")
    levels = [
        [[t[a:b] for a, b in spans] for t, spans in zip(c.texts, c.spans, strict=True)]
        for c in read(folder / "onestop.jsonl")
    ]
    plain = [texts[0] for texts in levels]
    foreign = [s for text in plain for s in text]
    groups["collage"] = [collage(f"{i}", text, foreign, rng) for i, text in enumerate(plain[::2])]
    groups["tellings"] = [tellings(f"{i}", texts, foreign, rng) for i, texts in enumerate(levels)]
    groups["unrelated"] = [unrelated(f"{i}", plain[i : i + 3]) for i in range(0, len(plain) - 2, 3)]
    samples = []
    for group, cases in groups.items():
        made = [sample(group, _fold(group, n, c), c) for n, c in enumerate(cases)]
        total = sum(x.right[x.known].sum() for x in made)
        for x in made:
            x.weight = TIMES.get(group, 1.0) * math.sqrt(SIZE / total) if total else NOISE
        samples += made
    return samples


def _whole(case: Case) -> bool:
    """Whether a case is annotated throughout: of pages aligned in part, what is not a link is not known."""
    linked = {end for ends in case.links for end in ends}
    counts = [sum(s == k for s, _ in linked) / max(1, len(spans)) for k, spans in enumerate(case.spans)]
    return max(counts) >= WHOLE


def _fold(group: str, number: int, case: Case) -> int:
    # drafts of one essay stand in both argrewrite sets and must fall together
    return sum(map(ord, case.name.split("/")[-1].split("-")[0])) % FOLDS if "arg" in group else number % FOLDS


def fit(rows: Sequence[Rows], samples: Sequence[Sample]) -> Rows:
    """Weights, the bias last, by logistic regression with a ridge (Newton's method)."""
    x = np.vstack([r[s.told] for r, s in zip(rows, samples, strict=True)])
    x = np.hstack([x, np.ones((len(x), 1))])
    y = np.concatenate([s.right[s.told] for s in samples])
    w = np.concatenate([s.weight * s.counts[s.told] for s in samples])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    found: Rows = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = x.T @ (w * (p - y)) + ridge @ found
        step = np.linalg.solve((x * (w * p * (1 - p) + 1e-9)[:, None]).T @ x + ridge, slope)
        found = found - step
        if np.abs(step).max() < 1e-4:
            break
    return found


def judge(weights: Rows, rows: Rows) -> Rows:
    """The probabilities of `rows`."""
    odds: Rows = np.clip(rows @ weights[:-1] + weights[-1], -30, 30)
    return np.asarray(1 / (1 + np.exp(-odds)))


def folds(rows: Sequence[Rows], samples: Sequence[Sample]) -> list[Rows]:
    """For each fold the weights fitted on the others."""
    found = []
    for fold in range(FOLDS):
        others = [(r, s) for r, s in zip(rows, samples, strict=True) if s.fold != fold]
        found.append(fit([r for r, _ in others], [s for _, s in others]))
    return found


def crossed(weights: Sequence[Rows], rows: Sequence[Rows], samples: Sequence[Sample]) -> list[Rows]:
    """The probabilities of every case by the weights that were not fitted on it."""
    return [judge(weights[s.fold], r) for r, s in zip(rows, samples, strict=True)]


def keep_hopeful(samples: Sequence[Sample], scores: Sequence[Rows]) -> None:
    """Leave out the pairs that the program does not look at again; of the easy ones fit on a few."""
    rng = np.random.default_rng(0)
    for s, p in zip(samples, scores, strict=True):
        kept = p > HOPELESS
        s.pairs = [pair for pair, k in zip(s.pairs, kept, strict=True) if k]
        s.rows, s.right, s.known, s.alone = s.rows[kept], s.right[kept], s.known[kept], p[kept]
        easy = (s.alone < EASY) & (s.right < 1)
        s.counts = np.where(easy, FEW, 1.0)
        s.told = s.known & (~easy | (rng.random(len(easy)) < 1 / FEW))


def around(sample: Sample, scores: Rows) -> Rows:
    """The evidence of every pair with the columns that see it among the others, as likely as `scores`."""
    seen = Surroundings(sample.sentences, dict(zip(sample.pairs, scores.tolist(), strict=True)))
    columns = np.array([seen.of(u, v) for u, v in sample.pairs])
    return np.hstack([sample.rows, columns.reshape(len(sample.pairs), len(surroundings.NAMES))])


def array(weights: Weights) -> Rows:
    """Weights of the program, the bias last."""
    return np.array([*weights.weights, weights.bias])


def report(samples: Sequence[Sample], scores: Sequence[Rows]) -> None:
    """Print F1 by set at one half, and how often links of each score are right."""
    sums: dict[str, Rows] = defaultdict(lambda: np.zeros(3))
    bins: dict[str, Rows] = defaultdict(lambda: np.zeros((10, 2)))
    for s, p in zip(samples, scores, strict=True):
        y, q = s.right[s.known] > 0, p[s.known]
        sums[s.group] += ((q >= 0.5) & y).sum(), ((q >= 0.5) & ~y).sum(), ((q < 0.5) & y).sum()
        for k in range(10):
            here = (q >= k / 10) & (q < (k + 1) / 10 + (k == 9))
            bins[s.group][k] += here.sum(), y[here].sum()
    for group, (hit, wrong, missed) in sums.items():
        f1 = 2 * hit / max(1, 2 * hit + wrong + missed)
        print(f"{group:18s} F1 {f1:.4f}  right {hit:.0f}  wrong {wrong:.0f}  missed {missed:.0f}")
    print("share of right pairs by score, in tenths:")
    for group, table in bins.items():
        print(f"{group:18s} " + " ".join(f"{b / a:.2f}" if a else "   -" for a, b in table))


def written(alone: Rows, among: Rows) -> str:
    """The weights as TOML, each with what it weighs."""
    lines = [
        "# Weights of the links, in log-odds: see model.py. Written by `python -m tests.bench.fit_links`.",
        "# Fitted on ArgRewrite V.2 (CC BY 4.0), Aesop's fables (annotation CC BY-SA 4.0), DEplain",
        "# (CC BY 4.0 and CC BY-SA 3.0), five Bible translations (public domain), and texts generated from",
        "# OneStop English (CC BY-SA 4.0), then on stories written for it (`tests.bench.fit_stories`).",
        "# Shares and cosines are from 0 to 1, masses logarithms of summed rarity in nats.",
    ]
    about = evidence.COLUMNS | surroundings.COLUMNS
    tables = (
        ("alone", "a pair by itself", evidence.NAMES, alone),
        ("among", "a pair among the others", SEEN, among),
    )
    for title, what, names, row in tables:
        lines += ["", f"[{title}]  # {what}", f"bias = {row[-1]:.4f}"]
        lines += [f"{n} = {x:.4f}  # {about[n]}" for n, x in zip(names, row[:-1], strict=True)]
    return "\n".join(lines) + "\n"


def arguments(about: str | None, target: Path) -> argparse.Namespace:
    """The folder of texts, and whether `target` is to be written, from the command line."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {target.name}")
    return parser.parse_args()


def main() -> None:
    """Fit, and print what the weights are worth."""
    asked = arguments(__doc__, WEIGHTS)
    samples = gather(asked.folder)
    rows = [s.rows for s in samples]
    alone, first = fit(rows, samples), crossed(folds(rows, samples), rows, samples)
    keep_hopeful(samples, first)
    seen = [around(s, s.alone) for s in samples]
    among, second = fit(seen, samples), crossed(folds(seen, samples), seen, samples)
    report(samples, second)
    if asked.write:
        WEIGHTS.write_text(written(alone, among), encoding="utf-8")


if __name__ == "__main__":
    main()
