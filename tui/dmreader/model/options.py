"""What may be asked of a comparison, and how its progress is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

Folding = Literal["case", "punctuation", "quotes", "dashes", "tokenisation", "accents", "width"]
"""A difference that comparing may overlook; the original text is always what is shown."""

DEFAULT_FOLD: frozenset[Folding] = frozenset(get_args(Folding)) - {"accents"}

Progress = Callable[[str, float], None]
"""Called with what is being done and how much of it is done (0 to 1); may raise `Cancelled`."""


class Cancelled(Exception):  # noqa: N818 - a state, not an error
    """Raised by a `Progress` to stop a comparison at once."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to compare. `min_words` is the length of the shortest passage; `fold` what is overlooked."""

    min_words: int = 4
    fold: frozenset[Folding] = DEFAULT_FOLD
    quotes: bool = True
    """Whether quotations are looked for; passages and links alone are faster."""

    def __post_init__(self) -> None:
        if not isinstance(self.min_words, int):
            raise TypeError(f"min_words is a whole number, not {self.min_words!r}")
        if isinstance(self.fold, str):
            raise TypeError(f"fold is a set of names, as {{{self.fold!r}}}")
        object.__setattr__(self, "fold", frozenset(self.fold))
        if self.min_words < 1:
            raise ValueError(f"min_words is 1 or more, not {self.min_words}")
        if unknown := set(self.fold) - set(get_args(Folding)):
            raise ValueError(f"fold knows {', '.join(get_args(Folding))}, not {', '.join(sorted(unknown))}")
