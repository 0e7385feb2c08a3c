"""Fit the weights of the links to news as papers have it: `python -m tests.bench.fit_stories FOLDER`.

FOLDER is that of `fit_links`. Its texts have too little of what a reader brings: reports of one event, each
in its own words. `stories/` has such, written for this. The first two weighings are fitted to them, and on
all other texts to what they said before (`weights_before_stories.toml`), so that what was learned is kept
(learning without forgetting, Li and Hoiem 2016). What is printed is measured on stories that the weights were
not fitted on.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from dmreader.comparing.links.model import Weights, read_weights
from tests.bench import fit_links as links
from tests.bench.fit_links import (
    FOLDS,
    SIZE,
    WEIGHTS,
    Rows,
    Sample,
    arguments,
    around,
    array,
    fit,
    judge,
    sample,
)
from tests.bench.generated_links import unrelated
from tests.bench.stories import FITTED, cases, stories

BEFORE = Path(__file__).with_name("weights_before_stories.toml")
GROUP = "stories"
STRANGERS = "strangers"
_TURNS = 8


def gather(folder: Path) -> list[Sample]:
    """The cases of `fit_links`, also those annotated in part: they are only asked what the weights say."""
    return [*links.gather(folder, whole=False), *as_told()]


def as_told(folder: Path = FITTED, group: str = GROUP) -> list[Sample]:
    """The stories of a folder."""
    told = list(cases(folder, random.Random(group)))
    names = sorted({case.name.split("/")[0] for case in told})
    made = [sample(group, names.index(case.name.split("/")[0]) % FOLDS, case) for case in told]
    total = sum(x.right[x.known].sum() for x in made)
    for x in made:
        x.weight = float(np.sqrt(SIZE / total))
    return made


def strangers() -> list[Sample]:
    """Reports of three different events each, one paper's beside the other's: whatever is tied is noise."""
    rng = random.Random("strangers")
    every = [story for story in stories(FITTED) if story["language"] == "en"]
    made = []
    for turn in range(_TURNS):
        rng.shuffle(every)
        for n, three in enumerate(zip(every[::3], every[1::3], every[2::3], strict=False)):
            texts = [[s for s, _ in rng.choice(story["tellings"])] for story in three]
            made.append(sample(STRANGERS, n % FOLDS, unrelated(f"{turn}/{n}", texts)))
    for x in made:
        x.weight = links.NOISE
    return made


def fitted(rows: Sequence[Rows], samples: Sequence[Sample], before: Rows) -> tuple[Rows, list[Rows]]:
    """The weights, and the probabilities of every story by weights fitted without it."""
    asked = [
        s if s.group == GROUP else replace(s, right=judge(before, r))
        for r, s in zip(rows, samples, strict=True)
    ]
    crossed = []
    for fold in range(FOLDS):
        kept = [(r, s) for r, s in zip(rows, asked, strict=True) if s.group != GROUP or s.fold != fold]
        crossed.append(fit([r for r, _ in kept], [s for _, s in kept]))
    return fit(rows, asked), [judge(crossed[s.fold], r) for r, s in zip(rows, samples, strict=True)]


def report(what: str, samples: Sequence[Sample], scores: Sequence[Rows]) -> None:
    """Print how many links between the papers are found from a score of .4 on."""
    hit = wrong = missed = 0.0
    for s, p in zip(samples, scores, strict=True):
        if s.group == GROUP:
            asked = s.known & s.between
            y, q = s.right[asked] > 0, p[asked] >= 0.4
            hit, wrong, missed = hit + (q & y).sum(), wrong + (q & ~y).sum(), missed + (~q & y).sum()
    print(f"{what:24s} right {hit:.0f}  wrong {wrong:.0f}  missed {missed:.0f}", end="  ")
    print(f"F1 {2 * hit / (2 * hit + wrong + missed):.3f}")


def main() -> None:
    """Fit, and print what it is worth."""
    asked = arguments(__doc__, WEIGHTS)
    before: Sequence[Weights] = read_weights(BEFORE.read_text(encoding="utf-8"))
    old = [array(w) for w in before]
    samples = gather(asked.folder)
    rows = [s.rows for s in samples]
    then = [replace(s) for s in samples]
    links.keep_hopeful(then, [judge(old[0], r) for r in rows])
    report("before, by itself", samples, [judge(old[0], r) for r in rows])
    report("before, among the others", then, [judge(old[1], around(s, s.alone)) for s in then])
    alone, first = fitted(rows, samples, old[0])
    report("by itself", samples, first)
    links.keep_hopeful(samples, first)
    seen = [around(s, s.alone) for s in samples]
    among, second = fitted(seen, samples, old[1])
    report("among the others", samples, second)
    if asked.write:
        WEIGHTS.write_text(links.written(alone, among), encoding="utf-8")


if __name__ == "__main__":
    main()
