"""Texts with known links, made from others: repeats, moves, edits, merged sentences, foreign sentences."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from tests.bench.link_cases import Case, Ends, laid_out


class Said(NamedTuple):
    """A sentence, and the numbers of the sentences it was made from."""

    text: str
    made_from: frozenset[int]


def collage(name: str, base: Sequence[str], foreign: Sequence[str], rng: random.Random) -> Case:
    """Three tellings of `base`: whole, edited with moves and repeats, and short."""
    words = sorted({w for s in (*base, *foreign) for w in s.split() if w.isalpha() and w.islower()})
    whole = [Said(s, frozenset([i])) for i, s in enumerate(base)]
    long = moved(
        merged(_repeated([_edited(s, words, rng) for s in whole if rng.random() > 0.15], rng), rng), rng
    )
    short = [_edited(s, words, rng) for s in whole if rng.random() < 0.4]
    sources = [
        with_foreign(_repeated(whole, rng, 0.05), foreign, rng),
        with_foreign(long, foreign, rng),
        short,
    ]
    if rng.random() < 0.5:
        sources[:2] = [[tokenised(s) for s in source] for source in sources[:2]]
    return _case(name, sources)


def unrelated(name: str, texts: Sequence[Sequence[str]]) -> Case:
    """Texts that have nothing to do with each other: whatever is tied is noise."""
    return _case(name, [[Said(s, frozenset()) for s in text] for text in texts])


def rearranged(case: Case, rng: random.Random, left_out: float, shuffled: bool) -> Case:
    """The same texts with some sentences left out of each, and the others in one order or in none."""
    texts: list[str] = []
    spans: list[list[tuple[int, int]]] = []
    new: dict[tuple[int, int], tuple[int, int]] = {}
    for s, (text, row) in enumerate(zip(case.texts, case.spans, strict=True)):
        kept = [i for i in range(len(row)) if rng.random() >= left_out]
        if shuffled:
            rng.shuffle(kept)
        told = ""
        spans.append([])
        for n, i in enumerate(kept):
            new[s, i] = (s, n)
            start = len(told)
            told += text[slice(*row[i])]
            spans[s].append((start, len(told)))
            told += " "
        texts.append(told)
    links = {(new[a], new[b]) for a, b in case.links if a in new and b in new}
    return Case(case.name, texts, spans, links, case.pairs)


def excerpt(case: Case, rng: random.Random) -> Case:
    """Two to six sentences in a row that stand at the same place in all texts of `case`."""
    length = rng.randint(2, 6)
    at = rng.randrange(min(map(len, case.spans)) - length + 1)
    rows = [
        [text[a:b] for a, b in spans[at : at + length]]
        for text, spans in zip(case.texts, case.spans, strict=True)
    ]
    return _case(case.name, [[Said(s, frozenset([n])) for n, s in enumerate(row)] for row in rows])


def _case(name: str, sources: Sequence[Sequence[Said]]) -> Case:
    texts, spans = laid_out([[said.text for said in source] for source in sources])
    links: set[Ends] = set()
    for s, one in enumerate(sources):
        for t in range(s, len(sources)):
            for i, x in enumerate(one):
                for j, y in enumerate(sources[t]):
                    if x.made_from & y.made_from and (s < t or i < j):
                        links.add(((s, i), (t, j)))
    every = {(s, t) for s in range(len(sources)) for t in range(s, len(sources))}
    return Case(name, texts, spans, links, every)


def _edited(said: Said, words: Sequence[str], rng: random.Random) -> Said:
    share = rng.choices((0.0, 0.15, 0.4), (0.6, 0.25, 0.15))[0]
    row = said.text.split()
    for i in rng.sample(range(len(row)), round(share * len(row))):
        row[i] = rng.choice(words)
    return Said(" ".join(row), said.made_from)


def _repeated(row: Sequence[Said], rng: random.Random, share: float = 0.15) -> list[Said]:
    found = list(row)
    for said in row:
        if rng.random() < share:
            cut = said.text.split()
            first = rng.choice((0, 0, len(cut) // 4))
            found.insert(rng.randrange(len(found) + 1), Said(" ".join(cut[first:]), said.made_from))
    return found


def merged(row: Sequence[Said], rng: random.Random) -> list[Said]:
    """The row with some sentences run together with the one before."""
    found: list[Said] = []
    for said in row:
        if found and rng.random() < 0.08:
            last = found[-1]
            text = f"{last.text.rstrip('.')} , and {said.text}"
            found[-1] = Said(text, last.made_from | said.made_from)
        else:
            found.append(said)
    return found


def moved(row: Sequence[Said], rng: random.Random) -> list[Said]:
    """The row with some blocks elsewhere."""
    found = list(row)
    for _ in range(rng.randrange(4)):
        length = rng.randint(1, 5)
        if len(found) > 3 * length:
            a = rng.randrange(len(found) - length)
            block, rest = found[a : a + length], found[:a] + found[a + length :]
            b = rng.randrange(len(rest) + 1)
            found = rest[:b] + block + rest[b:]
    return found


def with_foreign(
    row: Sequence[Said], foreign: Sequence[str], rng: random.Random, share: float = 0.08
) -> list[Said]:
    """The row with sentences from elsewhere strewn in."""
    found: list[Said] = []
    for said in row:
        found.append(said)
        if rng.random() < share:
            found.append(Said(rng.choice(foreign), frozenset()))
    return found


def tokenised(said: Said) -> Said:
    """The sentence in small letters, with spaces around its marks."""
    text = said.text.lower()
    for mark in '.,;:!?()"“”':
        text = text.replace(mark, f" {mark} " if mark not in "." else " ")
    return Said(" ".join(text.split()), said.made_from)
