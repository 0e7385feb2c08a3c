"""Frames between two processes: nothing is lost however it is cut, columns arrive without being copied."""

import os
import threading
from dataclasses import replace

from dmreader.app.frames import DONE, PROGRESS, Frame, Inbox, send
from dmreader.comparing import compare
from dmreader.model import Comparison, Place, Source, Span
from dmreader.model.columns import Table
from dmreader.model.packing import pack


def _received(*said: tuple[bytes, object]) -> list[Frame]:
    read, write = os.pipe()

    def say() -> None:
        with open(write, "wb") as pipe:
            for kind, each in said:
                send(pipe, kind, each)

    saying = threading.Thread(target=say)
    saying.start()
    inbox, found = Inbox(read), []
    while not inbox.ended:
        found += inbox.frames()
    saying.join()
    os.close(read)
    return found


def _large() -> Comparison:
    places = tuple(Place(0, n, n + 4) for n in range(100_000))
    return pack(replace(compare([Source("a", "word " * 10)]), unique=places))


def test_what_is_said_is_heard_in_its_order() -> None:
    large = _large()
    found = _received((PROGRESS, ("weighing", 0.5)), (DONE, large), (PROGRESS, ()))
    assert [frame.kind for frame in found] == [PROGRESS, DONE, PROGRESS]
    assert [frame.unpack() for frame in found] == [("weighing", 0.5), large, ()]


def test_columns_stay_where_they_arrive() -> None:
    (frame,) = _received((DONE, _large()))
    assert sum(map(len, frame.columns)) > 400_000 > 10 * len(frame.packed)
    unique = frame.unpack().unique
    frame.columns[0][0] = 77  # the source of the first
    assert unique[0] == Place(77, 0, 4)


def test_half_a_frame_waits_for_the_rest() -> None:
    read, write = os.pipe()
    inbox = Inbox(read)
    with open(write, "wb") as pipe:
        send(pipe, PROGRESS, "whole")
        pipe.write(b"p\x20")
        pipe.flush()
        assert [frame.unpack() for frame in inbox.frames()] == ["whole"]
        assert inbox.frames() == []
        assert not inbox.ended
    assert inbox.frames() == []
    assert inbox.ended
    os.close(read)


def test_rows_that_came_are_rows_like_others() -> None:
    spans = tuple(Span(7 * n, 7 * n + 5) for n in range(60_000))
    (frame,) = _received((DONE, Table.of_spans(Span, spans, 2)))
    came = frame.unpack()
    assert came == spans
    assert came[3:5] == spans[3:5]
    assert came[-1] == spans[-1]
