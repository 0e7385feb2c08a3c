"""Fit the trees of the third weighing: `python -m tests.bench.fit_trees FOLDER [--write]`.

FOLDER is that of `fit_links`; the stories of `fit_stories` are fitted on, too. The first two weighings stand.
The trees are grown by LightGBM (gradient boosting; `pip install lightgbm==4.7.0`, MIT licence), which nothing
else needs, and written out as plain lists. They are grown on what is seen in the first round and, as the
trees of the other folds leave it, in the second. What is printed is measured on cases that the trees did not
see (cross-validation by case), and on the stories that nothing is fitted on.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import lightgbm
import numpy as np

from dmreader.comparing.links import context, surroundings
from dmreader.comparing.links.context import ONE_SIDED, Context
from dmreader.comparing.links.model import ALL, weights
from dmreader.comparing.links.surroundings import log_odds
from dmreader.comparing.links.weighing import ROUNDS, SETTLED, share_beside, trust
from tests.bench import fit_stories
from tests.bench.fit_links import (
    FOLDS,
    WEIGHTS,
    Rows,
    Sample,
    around,
    array,
    gather,
    judge,
    keep_hopeful,
    report,
)
from tests.bench.stories import APART

TREES = WEIGHTS.with_name("trees.json")
ABOUT = (
    "Trees of the third weighing of links, see model.py: a column, a bound, and what holds up to it and over "
    "it; the leaves are log-odds. Written by `python -m tests.bench.fit_trees`, which says on what they were "
    "fitted: the texts that weights.toml names."
)
LOOKED_AT = [n for n, name in enumerate(ALL) if name not in ONE_SIDED | {"repeat"} and "_over_" not in name]
STORIES = 2.0  # how much the stories count more than another set: reports of one event are what is read most
TIMES = 300  # trees
GROWN = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "max_depth": 4,
    "min_data_in_leaf": 40,
    "lambda_l2": 5.0,
    "feature_fraction": 0.5,
    "seed": 0,
    "deterministic": True,
    "force_col_wise": True,
    "verbose": -1,
}


def grown(rows: Sequence[Rows], samples: Sequence[Sample], but: int | None = None) -> lightgbm.Booster:
    """Trees fitted on all samples, or on those of all folds `but` one."""
    used = [(r[s.told], s) for r, s in zip(rows, samples, strict=True) if s.fold != but]
    data = lightgbm.Dataset(
        np.vstack([r for r, _ in used]),
        np.concatenate([s.right[s.told] for _, s in used]),
        weight=np.concatenate([s.weight * s.counts[s.told] for _, s in used]),
    )
    return lightgbm.train(GROWN, data, TIMES)


def predicted(booster: lightgbm.Booster, rows: Rows) -> Rows:
    """The probabilities of `rows`."""
    return np.asarray(booster.predict(rows)) if len(rows) else np.zeros(0)


def seen_again(sample: Sample, scores: Rows) -> Rows:
    """What the third weighing looks at, of pairs that are as likely as `scores`."""
    seen = around(sample, scores)
    made = Context(sample.sentences, dict(zip(sample.pairs, scores.tolist(), strict=True)))
    by_itself = map(log_odds, sample.alone.tolist())
    none = [0.0] * len(context.NAMES)
    columns = [
        made.of(pair, row, odds) if other else none
        for pair, row, odds, other in zip(sample.pairs, seen.tolist(), by_itself, sample.between, strict=True)
    ]
    both = np.hstack([seen, np.array(columns).reshape(len(sample.pairs), len(context.NAMES))])
    return np.asarray(both[:, LOOKED_AT])


def weighed_again(
    samples: Sequence[Sample],
    second: Sequence[Rows],
    third: Callable[[Sample, Rows], Rows],
    rounds: int,
) -> list[Rows]:
    """How likely pairs are after so many rounds; `third` tells the probabilities of what is seen."""
    share = [shares(s, p) for s, p in zip(samples, second, strict=True)]
    last = list(second)
    for _ in range(rounds):
        found = [third(s, seen_again(s, p)) for s, p in zip(samples, last, strict=True)]
        last = [blended(*x) for x in zip(share, second, found, strict=True)]
    return last


def shares(sample: Sample, second: Rows) -> Rows:
    """How much the third weighing counts for each pair, as in the program."""
    seen = surroundings.Surroundings(sample.sentences, dict(zip(sample.pairs, second.tolist(), strict=True)))
    source = sample.sentences.source
    ends = [(source[u], source[v]) for u, v in sample.pairs]
    share = np.array([trust(share_beside(seen.parallel(s, t))) if s != t else 0.0 for s, t in ends])
    share[second < SETTLED] = 0.0
    return np.asarray(share)


def blended(share: Rows, second: Rows, third: Rows) -> Rows:
    """The mean of the log-odds of both weighings, as in the program."""
    odds = [np.log(p / (1.0 - p)) for p in (np.clip(second, 1e-4, 1.0 - 1e-4), third)]
    return np.asarray(1.0 / (1.0 + np.exp(-(1.0 - share) * odds[0] - share * odds[1])))


def lists(node: Mapping[str, object], names: Sequence[str]) -> object:
    """A tree of the library as the program reads it."""
    if "leaf_value" in node:
        return round(float(str(node["leaf_value"])), 4)
    low, high = node["left_child"], node["right_child"]
    assert node["decision_type"] == "<="
    assert isinstance(low, Mapping)
    assert isinstance(high, Mapping)
    bound = float(f"{float(str(node['threshold'])):.5g}")
    return [names[int(str(node["split_feature"]))], bound, lists(low, names), lists(high, names)]


def written(booster: lightgbm.Booster) -> str:
    """The trees as JSON, one a line."""
    names = [ALL[n] for n in LOOKED_AT]
    trees = [tree["tree_structure"] for tree in booster.dump_model()["tree_info"]]
    lines = ",\n".join(json.dumps(lists(tree, names)) for tree in trees)
    return f'{{\n"about": {json.dumps(ABOUT)},\n"trees": [\n{lines}\n]\n}}\n'


def main() -> None:
    """Grow the trees, and print what they are worth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {TREES.name}")
    asked = parser.parse_args()
    alone, among = (array(w) for w in weights())
    stories, apart = fit_stories.as_told(), fit_stories.as_told(APART, "apart")
    for s in stories:
        s.weight *= STORIES
    samples = [*gather(asked.folder), *stories, *fit_stories.strangers()]
    for some in (samples, apart):
        keep_hopeful(some, [judge(alone, s.rows) for s in some])
    second, second_apart = ([judge(among, around(s, s.alone)) for s in some] for some in (samples, apart))
    for s, p in zip(samples, second, strict=True):
        s.told &= s.between & (p >= SETTLED)
    rows = [seen_again(s, p) for s, p in zip(samples, second, strict=True)]
    once = [grown(rows, samples, fold) for fold in range(FOLDS)]
    left = weighed_again(samples, second, lambda s, r: predicted(once[s.fold], r), 1)
    rows += [seen_again(s, p) for s, p in zip(samples, left, strict=True)]
    twice = [grown(rows, [*samples, *samples], fold) for fold in range(FOLDS)]
    report(samples, weighed_again(samples, second, lambda s, r: predicted(twice[s.fold], r), ROUNDS))
    trees = grown(rows, [*samples, *samples])
    print("stories that nothing is fitted on:")
    report(apart, weighed_again(apart, second_apart, lambda _, r: predicted(trees, r), ROUNDS))
    if asked.write:
        TREES.write_text(written(trees), encoding="utf-8")


if __name__ == "__main__":
    main()
