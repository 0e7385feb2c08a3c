"""How the sources are compared, where that is not as usual."""

from collections.abc import Iterable
from typing import get_args

from dmreader.model import Folding, Options

_USUAL = Options()


def options_said(options: Options) -> tuple[str, ...]:
    """What is not overlooked although it usually is, what is although it usually is not, and the length."""
    said = []
    if minded := _listed(_USUAL.fold - options.fold):
        said.append(f"minds {minded}")
    if overlooked := _listed(options.fold - _USUAL.fold):
        said.append(f"overlooks {overlooked}")
    if options.min_words != _USUAL.min_words:
        said.append(f"passages from {options.min_words} words" if options.min_words > 1 else "every word")
    return tuple(said)


def _listed(names: Iterable[Folding]) -> str:
    return ", ".join(sorted(names, key=get_args(Folding).index))
