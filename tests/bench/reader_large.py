"""Three sources of 100,000 lines with ten marks a line, opened in the reader: what `reader` measures."""

import os
import pickle
import random

from dmreader.app.reader import ReaderApp
from dmreader.marks import SentenceMark, SharedRun, SourceMarks
from dmreader.marks.packing import pack as pack_marks
from dmreader.model import Comparison, Link, LinkEnd, Options, Source, SourceSummary, Span, Summary
from dmreader.model.packing import pack
from dmreader.reading import Reading

LINES = 100_000


def lines(seed: int) -> list[str]:
    """Lines of about twelve words."""
    draw = random.Random(seed)
    words = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(2, 9))) for _ in range(3000)]
    return [" ".join(draw.choices(words, k=12)) for _ in range(LINES)]


def comparison() -> tuple[Comparison, tuple[SourceMarks, ...]]:
    """Each line linked to the same line of the next source, every second word of it shared; packed."""
    sources, sentences, marks = [], [], []
    for number in range(3):
        row = lines(number)
        text = "\n".join(row)
        sources.append(Source(f"source {number}", text, text))
        spans, shared, at = [], [], 0
        others = (frozenset({(number + 1) % 3}), frozenset({(number + 1) % 3, (number + 2) % 3}))
        for line in row:
            spans.append(Span(at, at + len(line)))
            word = at
            for k, piece in enumerate(line.split(" ")[:10]):
                shared.append(SharedRun(word, word + len(piece), others[k % 2]))
                word += len(piece) + 1
            at += len(line) + 1
        sentences.append(tuple(spans))
        a, b = sorted((number, (number + 1) % 3))
        first = min(a, b) * LINES if (a, b) != (0, 2) else 2 * LINES
        links = [((first + i),) for i in range(LINES)]
        made = tuple(SentenceMark("reworded", others[0], False, link) for link in links)
        marks.append(pack_marks(SourceMarks(made, tuple(shared), (), ())))
    links_made = []
    for a, b in ((0, 1), (1, 2), (0, 2)):
        for i in range(LINES):
            x, y = sentences[a][i], sentences[b][i]
            links_made.append(
                Link(LinkEnd(a, i, *x), LinkEnd(b, i, *y), "reworded", False, 0.9, "words in common")
            )
    figures = SourceSummary(12 * LINES, LINES, 0.5, 0.5, 0, 0)
    whole = Comparison(
        tuple(sources), Options(), tuple(sentences), (), tuple(links_made), (), (), (), (),
        Summary((figures,) * 3, ()),
    )  # fmt: skip
    return pack(whole), tuple(marks)


def received() -> tuple[Comparison, tuple[SourceMarks, ...]]:
    """The comparison as the reader gets it: made in a process of its own, and sent."""
    read, write = os.pipe()
    if os.fork() == 0:
        with open(write, "wb") as pipe:
            pickle.dump(comparison(), pipe, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    os.close(write)
    with open(read, "rb") as pipe:
        made: tuple[Comparison, tuple[SourceMarks, ...]] = pickle.load(pipe)
    os.wait()
    return made


def main() -> None:
    """Open it."""
    ReaderApp(Reading(*received())).run()
