"""Three versions of a generated text with known answers, and texts that have nothing to do with each other.

Words are drawn by Zipf's law: the commonest are English stop words, the others are made of syllables.
Of a version's sentences 10 % are left out, 10 % lightly edited (15 % of the words), 4 % heavily (40 %), about
6 % moved far in blocks of three to eight, and about 6 % new ones put in.
"""

import random
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from dmreader.language.packs import pack

_ONSETS = (
    "b",
    "d",
    "f",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "st",
    "br",
    "tr",
    "pl",
    "ch",
    "sh",
)
_RIMES = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_SYLLABLES = [onset + rime for onset in _ONSETS for rime in _RIMES]
_KINDS = ("same", "edit", "heavy")
_SHARES = {"edit": 0.15, "heavy": 0.40}
_VOCABULARY = 20_000


class Line(NamedTuple):
    """One sentence of a version: `origin` is its number in the first text, -1 if it is new."""

    words: tuple[str, ...]
    origin: int
    kind: str = "same"
    moved: bool = False


class Language:
    """A vocabulary with Zipf's frequencies."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)
        made = {"".join(rng.choices(_SYLLABLES, k=rng.choice((2, 2, 3, 3, 4)))) for _ in range(_VOCABULARY)}
        stop = sorted(w for w in pack("en").stop if w.isalpha() and len(w) > 1)
        rng.shuffle(stop)
        self.words = stop + sorted(made)
        self._sums = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def sentence(self, rng: random.Random) -> tuple[str, ...]:
        """A sentence of 5 to 35 words."""
        length = min(35, max(5, round(rng.gauss(18, 7))))
        return tuple(
            self.words[bisect_left(self._sums, rng.random() * self._sums[-1])] for _ in range(length)
        )


def original(language: Language, words: int, seed: int) -> list[Line]:
    """The first text, of `words` words or a few more."""
    rng = random.Random(seed)
    lines: list[Line] = []
    count = 0
    while count < words:
        lines.append(Line(language.sentence(rng), len(lines)))
        count += len(lines[-1].words)
    return lines


def version(lines: list[Line], language: Language, seed: int) -> list[Line]:
    """An edited version of a text."""
    rng = random.Random(seed)
    kept = [_edited(line, language, rng) for line in lines if rng.random() >= 0.10]
    target = round(0.06 * len(kept))
    while target > 0:
        size = rng.randint(3, 8)
        start = rng.randrange(max(1, len(kept) - size))
        block = [line._replace(moved=True) for line in kept[start : start + size]]
        rest = kept[:start] + kept[start + size :]
        to = (start + len(rest) // 10 + rng.randrange(max(1, len(rest) * 8 // 10))) % max(1, len(rest))
        kept = rest[:to] + block + rest[to:]
        target -= size
    whole: list[Line] = []
    for line in kept:
        whole.append(line)
        if rng.random() < 0.06:
            whole.append(Line(language.sentence(rng), -1))
    return whole


def _edited(line: Line, language: Language, rng: random.Random) -> Line:
    (kind,) = rng.choices(_KINDS, (0.84, 0.11, 0.05))
    if kind == "same":
        return line
    words = list(line.words)
    for k in rng.sample(range(len(words)), max(1, round(_SHARES[kind] * len(words)))):
        words[k] = rng.choice(language.words)
    return line._replace(words=tuple(words), kind=kind)


def written(lines: list[Line]) -> str:
    """A text, one sentence a line."""
    return "".join(" ".join(line.words).capitalize() + ".\n" for line in lines)
