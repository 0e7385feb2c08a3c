"""What the process that compares and the one that shows say to each other: frames in a pipe.

A frame is its kind and the length of what follows, then so many bytes. Objects are pickled; the bytes of
their columns go before them in frames of their own, and are received where they stay (PEP 574).
"""

import os
import pickle
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

_HEAD = struct.Struct("<cQ")
PROGRESS, CUT, DONE, FAILED, _BYTES = b"p", b"c", b"d", b"f", b"b"
_LARGE = 1 << 16  # bytes of a column that are worth a frame
_AT_ONCE = 1 << 22  # bytes taken from the pipe before the screen has its turn


class Frame(NamedTuple):
    """Something said: its kind, and what is said, still packed."""

    kind: bytes
    packed: bytearray
    columns: tuple[bytearray, ...]

    def unpack(self) -> Any:
        """What is said."""
        return pickle.loads(self.packed, buffers=self.columns)


def send(pipe: BinaryIO, kind: bytes, said: object) -> None:
    """Say something of a kind."""
    columns: list[memoryview] = []

    def within(column: pickle.PickleBuffer) -> bool:
        raw = column.raw()
        if raw.nbytes < _LARGE:
            return True
        columns.append(raw)
        return False

    packed = pickle.dumps(said, protocol=5, buffer_callback=within)
    for column in columns:
        _write(pipe, _BYTES, column)
    _write(pipe, kind, packed)
    pipe.flush()


def _write(pipe: BinaryIO, kind: bytes, body: bytes | memoryview) -> None:
    pipe.write(_HEAD.pack(kind, len(body)))
    pipe.write(body)


class Inbox:
    """The frames that come out of a pipe that never keeps one waiting; `ended` is set when it is shut."""

    def __init__(self, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        self._descriptor = descriptor
        self._kind = b""
        self._body = bytearray(_HEAD.size)  # what is being received: a head, or what it spoke of
        self._got = 0
        self._columns: list[bytearray] = []
        self.ended = False

    def frames(self) -> list[Frame]:
        """Those that have come whole; after some megabytes it leaves off, to be asked again."""
        found: list[Frame] = []
        taken = 0
        while taken < _AT_ONCE:
            if self._got < len(self._body):
                try:
                    count = os.readv(self._descriptor, [memoryview(self._body)[self._got :]])
                except BlockingIOError:
                    break
                if not count:
                    self.ended = True
                    break
                self._got += count
                taken += count
            elif not self._kind:
                self._kind, size = _HEAD.unpack(self._body)
                self._body, self._got = bytearray(size), 0
            else:
                found += self._whole()
        return found

    def _whole(self) -> Iterator[Frame]:
        kind, body = self._kind, self._body
        self._kind, self._body, self._got = b"", bytearray(_HEAD.size), 0
        if kind == _BYTES:
            self._columns.append(body)
            return
        columns, self._columns = tuple(self._columns), []
        yield Frame(kind, body, columns)
