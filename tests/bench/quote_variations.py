"""Quotations, words within them, and genitives put into text that has too few: news of one kind is narrow."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

from dmreader.language.quotes.events import MARK
from tests.bench.quote_styles import CLOSE, INNER_CLOSE, INNER_OPEN, MARKS, OPEN, Token

_LEADS = frozenset(("the", "a", "of", "as", ",", ":", "says", "said", "say", "called", "that", "his", "to"))
_TEMPLATES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("quote_posts.json").read_text(encoding="utf-8")
)
_INNER = (1, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12)


def nested(rows: Sequence[Sequence[Token]], chance: random.Random, share: float) -> list[list[Token]]:
    """Words within some of the longer quotations put between marks of their own, half of them with a lead."""
    out: list[list[Token]] = []
    for row in rows:
        inner = [
            k for k, t in enumerate(row) if t.quote and t.word not in MARKS and row[k - 1].word not in MARKS
        ]
        likely = [k for k in inner if row[k - 1].word in _LEADS]
        line = list(row)
        if inner and chance.random() < share:
            first = chance.choice(likely if likely and chance.random() < 0.5 else inner)
            last = first + chance.choice(_INNER)
            number = row[first].quote
            words = row[first:last]
            if all(t.quote == number and t.word not in MARKS for t in words):
                lead = chance.choice(_TEMPLATES["within"]).split() if chance.random() < 0.5 else []
                line = [*row[:first], *(Token(w, number) for w in lead), Token(INNER_OPEN, number, True)]
                line += [t._replace(inner=True) for t in words]
                if words[-1].word not in (",", ".", "?", "!") and chance.random() < 0.3:
                    line.append(Token(chance.choice((",", ",", ".", "?", "!")), number, True))
                line += [Token(INNER_CLOSE, number), *row[last:]]
        out.append(line)
    return out


_BEFORE = frozenset(_TEMPLATES["before"])


def scare(rows: Sequence[Sequence[Token]], chance: random.Random, share: float) -> list[list[Token]]:
    """A few of the teller's own words put between marks, as partial quotations and scare words are."""
    number = max((t.quote for row in rows for t in row), default=0)
    out: list[list[Token]] = []
    for row in rows:
        line = list(row)
        places = [k for k in range(1, len(row)) if not row[k].quote and row[k - 1].word in _BEFORE]
        picked = [chance.choice(places) for _ in range(2) if places and chance.random() < share]
        for first in sorted(picked, reverse=True):
            last = first + chance.choice((1, 1, 1, 2, 2, 3, 4, 6))
            words = line[first:last]
            if all(not t.quote and t.word[0].isalpha() for t in words):
                number += 1
                quoted = [t._replace(quote=number) for t in words]
                line[first:last] = [Token(OPEN, number), *quoted, Token(CLOSE, number)]
        out.append(line)
    return out


def genitives(rows: Sequence[Sequence[Token]], chance: random.Random, share: float) -> list[list[Token]]:
    """Some genitives made plural, so that their apostrophe stands free (the worker 's, the workers ')."""
    out: list[list[Token]] = []
    for row in rows:
        line: list[Token] = []
        for token in row:
            if token.word == "'s" and line and line[-1].word.isalpha() and chance.random() < share:
                if chance.random() < 0.8:
                    line[-1] = line[-1]._replace(word=line[-1].word + "s")
                    line.append(token._replace(word=MARK))
                else:
                    line += [token._replace(word=MARK), token._replace(word="s")]
            else:
                line.append(token)
        out.append(line)
    return out


_CLIPPED = {"and": "an", "the": "th", "of": "o", "to": "t", "old": "ol", "with": "wi"}


def clipped(rows: Sequence[Sequence[Token]], chance: random.Random, share: float) -> list[list[Token]]:
    """Words of some texts without their ends, as dialect is written (going, goin '; and, an ')."""
    if chance.random() >= share:
        return [list(row) for row in rows]
    often = chance.choice((0.1, 0.3, 0.8))
    out: list[list[Token]] = []
    for row in rows:
        line: list[Token] = []
        for token in row:
            word = token.word
            short = word[:-1] if word.endswith("ing") and len(word) > 4 else _CLIPPED.get(word)
            if token.quote and short and chance.random() < often:
                line += [token._replace(word=short), token._replace(word=MARK)]
            else:
                line.append(token)
        out.append(line)
    return out
