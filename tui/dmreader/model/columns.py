"""Sequences of rows kept as columns: a tenth of the memory, and nothing to take apart when they are sent.

A million named tuples take a hundred bytes each, and a garbage collector and a pickler look at every one.
Here the numbers of all rows stand side by side in arrays, and a row is made when it is asked for. The way is
that of column stores (Stonebraker and others, C-Store, 2005).
"""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, starmap
from operator import eq, index
from typing import Any, TypeVar, overload

Row = TypeVar("Row")
_TYPES = {"B": 1 << 8, "H": 1 << 16, "i": 1 << 31}
_PIECE = 4096  # rows that are taken apart at a time


class Rows(Sequence[Row]):
    """A sequence that makes its rows when they are asked for; equal to any sequence of the same rows."""

    __slots__ = ()

    def _row(self, number: int) -> Row:
        """Row `number`, which is in range."""
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple([self._row(number) for number in range(*at.indices(len(self)))])
        return self._row(range(len(self))[index(at)])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Table(Rows[Row]):
    """Rows of one kind of named tuple; `columns` are its fields, in their order."""

    __slots__ = ("columns", "kind")

    def __init__(self, kind: Callable[..., Row], columns: Sequence[Sequence[Any]]) -> None:
        self.kind = kind
        self.columns = tuple(columns)

    @classmethod
    def of(cls, kind: Callable[..., Row], rows: Iterable[Iterable[int]], fields: int) -> "Table[Row]":
        """`rows` of `fields` whole numbers each."""
        columns = [array("q") for _ in range(fields)]
        waiting = iter(rows)
        while piece := list(islice(waiting, _PIECE)):
            for column, values in zip(columns, zip(*piece, strict=True), strict=True):
                column.extend(values)
        return cls(kind, [numbers(column) for column in columns])

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[Row]:
        return starmap(self.kind, zip(*self.columns, strict=True))

    def _row(self, number: int) -> Row:
        return self.kind(*[column[number] for column in self.columns])


class Choices(Rows[Row]):
    """Values of which there are few different ones."""

    __slots__ = ("_numbers", "_values")

    def __init__(self, values: Iterable[Row]) -> None:
        known: dict[Hashable, int] = {}
        self._numbers = numbers([known.setdefault(value, len(known)) for value in values])
        self._values: tuple[Any, ...] = tuple(known)

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Row]:
        return map(self._values.__getitem__, self._numbers)

    def _row(self, number: int) -> Row:
        found: Row = self._values[self._numbers[number]]
        return found


class Lists(Rows[tuple[Row, ...]]):
    """Tuples of different lengths; `whole` holds what is in them, one after the other."""

    __slots__ = ("_edges", "_whole")

    def __init__(self, lengths: Iterable[int], whole: Sequence[Row]) -> None:
        self._edges = numbers(accumulate(lengths, initial=0))
        self._whole = whole

    @classmethod
    def of_numbers(cls, rows: Sequence[Sequence[int]]) -> "Lists[int]":
        """Tuples of whole numbers."""
        return Lists(map(len, rows), numbers(chain.from_iterable(rows)))

    def __len__(self) -> int:
        return len(self._edges) - 1

    def _row(self, number: int) -> tuple[Row, ...]:
        return tuple(self._whole[self._edges[number] : self._edges[number + 1]])


class Texts(Rows[str]):
    """Strings, as one row of bytes."""

    __slots__ = ("_bytes", "_edges")

    def __init__(self, texts: Iterable[str]) -> None:
        pieces = [text.encode("utf-8", "surrogatepass") for text in texts]
        self._edges = numbers(accumulate(map(len, pieces), initial=0))
        self._bytes = b"".join(pieces)

    def __len__(self) -> int:
        return len(self._edges) - 1

    def _row(self, number: int) -> str:
        return self._bytes[self._edges[number] : self._edges[number + 1]].decode("utf-8", "surrogatepass")


def numbers(values: Iterable[int]) -> "array[int]":
    """Whole numbers, none below 0, in as few bytes as hold the largest."""
    whole = values if isinstance(values, array) else array("q", values)
    most = max(whole, default=0)
    return array(next((kind for kind, end in _TYPES.items() if most < end), "q"), whole)
