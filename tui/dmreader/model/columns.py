"""Sequences of rows kept as columns: a tenth of the memory, and nothing to take apart when they are sent.

A million named tuples take a hundred bytes each, and a garbage collector and a pickler look at every one.
Here the numbers of all rows stand side by side in arrays, and a row is made when it is asked for. The way is
that of column stores (Stonebraker and others, C-Store, 2005). When columns are sent, their bytes are read
where they arrive, and never copied (PEP 574).
"""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise, repeat, starmap
from operator import add, eq, index, sub
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, overload

if TYPE_CHECKING:
    from pickle import PickleBuffer

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
        return cls(kind, [numbers(column) for column in _columns(rows, fields)])

    @classmethod
    def of_spans(cls, kind: Callable[..., Row], rows: Iterable[Iterable[int]], fields: int) -> "Table[Row]":
        """As `of`; the last two numbers are where a span starts and where it ends."""
        *before, starts, ends = _columns(rows, fields)
        begun = numbers(starts)
        return cls(kind, [*map(numbers, before), begun, Ends(begun, ends)])

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[Row]:
        return starmap(self.kind, zip(*self.columns, strict=True))

    def _row(self, number: int) -> Row:
        return self.kind(*[column[number] for column in self.columns])


def _columns(rows: Iterable[Iterable[int]], fields: int) -> "list[array[int]]":
    columns = [array("q") for _ in range(fields)]
    waiting = iter(rows)
    while piece := list(islice(waiting, _PIECE)):
        for column, values in zip(columns, zip(*piece, strict=True), strict=True):
            column.extend(values)
    return columns


class Choices(Rows[Row]):
    """Values of which there are few different ones; `keep` makes what keeps these."""

    __slots__ = ("_numbers", "_values")

    def __init__(
        self, values: Iterable[Row], keep: Callable[[Iterable[Any]], Sequence[Any]] = tuple[Any, ...]
    ) -> None:
        known: dict[Hashable, int] = {}
        self._numbers = numbers([known.setdefault(value, len(known)) for value in values])
        self._values = keep(known)

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Row]:
        return map(self._values.__getitem__, self._numbers)

    def _row(self, number: int) -> Row:
        found: Row = self._values[self._numbers[number]]
        return found


class Same(Rows[Row]):
    """One value so many times."""

    __slots__ = ("_times", "_value")

    def __init__(self, value: Row, times: int) -> None:
        self._value = value
        self._times = times

    def __len__(self) -> int:
        return self._times

    def __iter__(self) -> Iterator[Row]:
        return repeat(self._value, self._times)

    def _row(self, number: int) -> Row:  # noqa: ARG002
        return self._value


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

    def __iter__(self) -> Iterator[tuple[Row, ...]]:
        whole = self._whole
        return (tuple(whole[start:end]) for start, end in pairwise(self._edges))

    def _row(self, number: int) -> tuple[Row, ...]:
        return tuple(self._whole[self._edges[number] : self._edges[number + 1]])


class Texts(Rows[str]):
    """Strings, as one row of bytes."""

    __slots__ = ("_bytes", "_edges")

    def __init__(self, texts: Iterable[str]) -> None:
        pieces = [text.encode("utf-8", "surrogatepass") for text in texts]
        self._edges = numbers(accumulate(map(len, pieces), initial=0))
        self._bytes = Column("B", b"".join(pieces))

    def __len__(self) -> int:
        return len(self._edges) - 1

    def _row(self, number: int) -> str:
        return str(self._bytes[self._edges[number] : self._edges[number + 1]], "utf-8", "surrogatepass")


def column(rows: Sequence[Any], name: str) -> Iterable[Any]:
    """That field of every row: of columns, without making the rows."""
    if isinstance(rows, Table):
        found: Sequence[Any] = rows.columns[rows.kind._fields.index(name)]  # type: ignore[attr-defined]
        return found
    return (getattr(row, name) for row in rows)


def field(rows: Sequence[Any], name: str) -> Callable[[int], Any]:
    """That field of row so and so: of columns, without making the row."""
    if isinstance(rows, Table):
        column: Sequence[Any] = rows.columns[rows.kind._fields.index(name)]  # type: ignore[attr-defined]
        return column.__getitem__
    return lambda number: getattr(rows[number], name)


class Ends(Rows[int]):
    """Where spans end, kept as how long they are: the lengths of short spans take a byte each."""

    __slots__ = ("_lengths", "_starts")

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        self._starts = starts
        self._lengths = numbers(map(sub, ends, starts))

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[int]:
        return map(add, self._starts, self._lengths)

    def _row(self, number: int) -> int:
        return self._starts[number] + self._lengths[number]


class Column(array):  # type: ignore[type-arg]  # Python 3.11 does not take one
    """Numbers side by side. What is unpickled of it is a view of the bytes that came."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        if index(protocol) < 5:
            return super().__reduce_ex__(protocol)
        from pickle import PickleBuffer

        return _seen, (PickleBuffer(self), self.typecode)


def _seen(came: "PickleBuffer", kind: str) -> "memoryview[Any]":
    return memoryview(came).cast("B").cast(kind).toreadonly()  # type: ignore[call-overload,no-any-return]


def numbers(values: Iterable[int]) -> "array[int]":
    """Whole numbers, none below 0, in as few bytes as hold the largest."""
    whole = values if isinstance(values, array) else array("q", values)
    most = max(whole, default=0)
    return Column(next((kind for kind, end in _TYPES.items() if most < end), "q"), whole)
