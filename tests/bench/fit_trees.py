"""Fit the trees of the third weighing: `python -m tests.bench.fit_trees FOLDER [--write]`.

FOLDER is that of `fit_links`; the stories of `fit_stories` are fitted on, too. The first two weighings stand.
The trees are grown by LightGBM (gradient boosting; `pip install lightgbm==4.7.0`, MIT licence), which nothing
else needs, and written out as plain lists. They are grown on what is seen in the first round and, as the
trees of the other folds leave it, in the second. What is printed is measured on cases that the trees did not
see (cross-validation by case), and on the stories that nothing is fitted on.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import lightgbm
import numpy as np

from dmreader.comparing.links import context, surroundings
from dmreader.comparing.links.context import ONE_SIDED, Context
from dmreader.comparing.links.model import ALL, weights
from dmreader.comparing.links.surroundings import log_odds
from dmreader.comparing.links.weighing import ROUNDS, SETTLED, most_around, share_beside, third_counts
from tests.bench import fit_stories
from tests.bench.fit_links import (
    FOLDS,
    NOISE,
    SIZE,
    WEIGHTS,
    Rows,
    Sample,
    arguments,
    around,
    array,
    gather,
    judge,
    keep_hopeful,
    report,
    sample,
)
from tests.bench.generated_links import excerpt, rearranged, unrelated
from tests.bench.link_cases import Case, read
from tests.bench.stories import APART, FITTED, stories

TREES = WEIGHTS.with_name("trees.json")
ABOUT = (
    "Trees of the third weighing of links, see model.py: a column, a bound, and what holds up to it and over "
    "it; the leaves are log-odds. Written by `python -m tests.bench.fit_trees`, which says on what they were "
    "fitted: the texts that weights.toml names."
)
LOOKED_AT = [n for n, name in enumerate(ALL) if name not in ONE_SIDED | {"repeat"} and "_over_" not in name]
STORIES = 3.0  # how much the stories count more than another set: reports of one event are what is read most
BAG = 3
_EXCERPTS = 6
_MANY = 6
_SMALL = 400
TIMES = 120  # trees
GROWN = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 15,
    "max_depth": 4,
    "min_data_in_leaf": 40,
    "lambda_l2": 5.0,
    "feature_fraction": 0.5,
    "deterministic": True,
    "force_col_wise": True,
    "verbose": -1,
}


Bag = list[lightgbm.Booster]


def rearrangements(folder: Path) -> list[Sample]:
    """The Bible's chapters once more, with other verses left out and shuffled; and a few verses each."""
    rng = random.Random("rearranged")
    cases = list(read(folder / "bible.jsonl"))
    made = [
        sample(
            "rearranged", n % FOLDS, rearranged(case, rng, rng.uniform(0.05, 0.35), shuffled=n % 2 == turn)
        )
        for turn in range(2)
        for n, case in enumerate(cases)
    ]
    few = [
        sample("few verses", n % FOLDS, excerpt(case, rng))
        for n, case in enumerate(cases)
        if "/full/" in case.name
        for _ in range(_EXCERPTS)
    ]
    for group in (made, few):
        total = sum(x.right[x.known].sum() for x in group)
        for x in group:
            x.weight = float(np.sqrt(SIZE / total))
    return [*made, *few]


def small(folder: Path) -> list[Sample]:
    """A few sentences each of texts that have nothing to do with each other: whatever is tied is noise."""
    rng = random.Random("small")
    pools = [
        [
            [text[a:b] for a, b in spans]
            for case in read(folder / f"{name}.jsonl")
            for text, spans in told(case)
        ]
        for name, told in (("deplain", _last), ("aesop", _first), ("onestop", _last), ("onestop", _first))
    ]
    told = stories(FITTED)
    pools += [
        [[s for s, _ in x["tellings"][0]] for x in told if x["language"] == language]
        for language in ("de", "fr", "es", "en")
    ]
    pools = [[row for row in pool if len(row) >= _MANY] for pool in pools]
    pools = [pool for pool in pools if len(pool) >= 2]
    made = [_strangers(n, pools[n % len(pools)], rng) for n in range(_SMALL)]
    for x in made:
        x.weight = NOISE
    return made


def _strangers(number: int, pool: Sequence[Sequence[str]], rng: random.Random) -> Sample:
    """A few sentences in a row of each of two or three texts of `pool`."""
    rows = rng.sample(pool, min(len(pool), rng.choice((2, 3))))
    length = rng.randint(2, _MANY)
    starts = [rng.randrange(len(row) - length + 1) for row in rows]
    cut = [row[at : at + length] for row, at in zip(rows, starts, strict=True)]
    return sample("small", number % FOLDS, unrelated(f"small/{number}", cut))


def _first(case: Case) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    yield case.texts[0], case.spans[0]


def _last(case: Case) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    yield case.texts[-1], case.spans[-1]


def grown(rows: Sequence[Rows], samples: Sequence[Sample], but: int | None = None) -> Bag:
    """Trees fitted on all samples, or on those of all folds `but` one."""
    used = [(r[s.told], s) for r, s in zip(rows, samples, strict=True) if s.fold != but]
    data = lightgbm.Dataset(
        np.vstack([r for r, _ in used]),
        np.concatenate([s.right[s.told] for _, s in used]),
        weight=np.concatenate([s.weight * s.counts[s.told] for _, s in used]),
    )
    return [lightgbm.train(GROWN | {"seed": seed}, data, TIMES) for seed in range(BAG)]


def predicted(bag: Bag, rows: Rows) -> Rows:
    """The probabilities of `rows`, by the mean of the log-odds."""
    odds = [np.asarray(booster.predict(rows, raw_score=True)) for booster in bag if len(rows)]
    return np.asarray(1.0 / (1.0 + np.exp(-np.mean(odds, axis=0)))) if odds else np.zeros(0)


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
    most = list(map(bounds, samples))
    last = list(second)
    for _ in range(rounds):
        found = [third(s, seen_again(s, p)) for s, p in zip(samples, last, strict=True)]
        last = [blended(*x) for x in zip(share, second, found, most, strict=True)]
    return last


def shares(sample: Sample, second: Rows) -> Rows:
    """How much the third weighing counts for each pair, as in the program."""
    seen = surroundings.Surroundings(sample.sentences, dict(zip(sample.pairs, second.tolist(), strict=True)))
    source = sample.sentences.source
    ends = [(source[u], source[v]) for u, v in sample.pairs]
    share = np.array([third_counts(share_beside(seen.parallel(s, t))) if s != t else 0.0 for s, t in ends])
    share[second < SETTLED] = 0.0
    return np.asarray(share)


def bounds(sample: Sample) -> Rows:
    """The most that the log-odds of each pair can become, as in the program."""
    source, first = sample.sentences.source, sample.sentences.first
    sizes = [b - a for a, b in pairwise(first)]
    around = [most_around(min(sizes[source[u]], sizes[source[v]])) for u, v in sample.pairs]
    return np.asarray(np.array([log_odds(p) for p in sample.alone.tolist()]) + np.array(around))


def blended(share: Rows, second: Rows, third: Rows, most: Rows) -> Rows:
    """The mean of the log-odds of both weighings, as in the program."""
    odds = [np.log(p / (1.0 - p)) for p in (np.clip(second, 1e-4, 1.0 - 1e-4), third)]
    mean = (1.0 - share) * odds[0] + share * odds[1]
    return np.asarray(np.where(share > 0.0, 1.0 / (1.0 + np.exp(-np.minimum(mean, most))), second))


def lists(node: Mapping[str, object], names: Sequence[str]) -> object:
    """A tree of the library as the program reads it."""
    if "leaf_value" in node:
        return round(float(str(node["leaf_value"])) / BAG, 4)
    low, high = node["left_child"], node["right_child"]
    assert node["decision_type"] == "<="
    assert isinstance(low, Mapping)
    assert isinstance(high, Mapping)
    bound = float(f"{float(str(node['threshold'])):.5g}")
    return [names[int(str(node["split_feature"]))], bound, lists(low, names), lists(high, names)]


def written(bag: Bag) -> str:
    """The trees as JSON, one a line."""
    names = [ALL[n] for n in LOOKED_AT]
    trees = [tree["tree_structure"] for booster in bag for tree in booster.dump_model()["tree_info"]]
    lines = ",\n".join(json.dumps(lists(tree, names)) for tree in trees)
    return f'{{\n"about": {json.dumps(ABOUT)},\n"trees": [\n{lines}\n]\n}}\n'


def main() -> None:
    """Grow the trees, and print what they are worth."""
    asked = arguments(__doc__, TREES)
    alone, among = (array(w) for w in weights())
    events, apart = fit_stories.as_told(), fit_stories.as_told(APART, "apart")
    for s in events:
        s.weight *= STORIES
    samples = [
        *gather(asked.folder),
        *events,
        *fit_stories.strangers(),
        *rearrangements(asked.folder),
        *small(asked.folder),
    ]
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
