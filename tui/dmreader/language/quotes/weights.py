"""The weights of the event model, from `weights.json`: by feature, hundredths for every way of going on.

A row of features is summed in one step: the weights of one feature are packed into one whole number, a field
of bits each, so that adding numbers adds all fields. Weights are read when a text first asks for them.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache

from dmreader.bundled import folder

_BITS = 24
_HALF = 1 << (_BITS - 1)
_FIELDS = range(0, 6 * _BITS, _BITS)
_MIDDLE = sum(_HALF << place for place in _FIELDS)
"""Added before the fields are read, so that none is negative."""
_KEPT = 1 << 16
"""Features without weights that are kept in mind."""


class Weights(dict[str, int]):
    """The packed weights by feature; `rows` are the numbers of each feature as the file has them."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows

    def __missing__(self, feature: str) -> int:
        row = self._rows.get(feature)
        packed = packed_of(map(int, row.split())) if row else 0
        if row or len(self) < _KEPT:
            self[feature] = packed
        return packed

    def sums(self, features: Iterable[str]) -> list[float]:
        """The sums of the weights of `features`: six numbers, of which the last two of a line end are 0."""
        whole = sum(map(self.__getitem__, features)) + _MIDDLE
        return [((whole >> place & (1 << _BITS) - 1) - _HALF) / 100 for place in _FIELDS]


def packed_of(hundredths: Iterable[int]) -> int:
    """Several small whole numbers as one."""
    return sum(number << place for number, place in zip(hundredths, _FIELDS, strict=False))


@cache
def weights() -> Weights:
    """The weights that the program is shipped with."""
    path = folder("dmreader.language.quotes").joinpath("weights.json")
    return Weights(json.loads(path.read_text(encoding="utf-8")))
