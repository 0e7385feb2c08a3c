"""Quotations told again as tweets and posts, from templates: openly licensed news has few of them."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

from tests.bench.quote_styles import CLOSE, MARKS, OPEN, Token


def posts(rows: Sequence[Sequence[Token]], chance: random.Random) -> list[list[Token]]:
    """Quotations of the text told again as posts with handles and tags, between its paragraphs."""
    number = max((t.quote for row in rows for t in row), default=0)
    material = [
        [t.word for t in row if t.quote == q and t.word not in MARKS]
        for row in rows
        for q in sorted({t.quote for t in row} - {0})
    ]
    material = [m for m in material if 3 <= len(m) <= 45]
    out: list[list[Token]] = []
    for k, row in enumerate(rows):
        out.append(list(row))
        between = k + 1 == len(rows) or not rows[k + 1][0].quote or rows[k + 1][0].word == OPEN
        if material and between and chance.random() < 0.25:
            number += 1
            out.append(_post(chance, list(chance.choice(material)), number))
    return out


_TEMPLATES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("quote_posts.json").read_text(encoding="utf-8")
)


def _post(chance: random.Random, words: list[str], number: int) -> list[Token]:
    names = [w for w in words if w.isalpha()] or ["sam"]
    fill = {"w": chance.choice(names), "v": chance.choice(names)}
    if chance.random() < 0.3:
        first = chance.randrange(len(words))
        words = words[first : first + chance.randint(1, 6)]
    if chance.random() < 0.3:
        words = ["@", chance.choice(names), *words]
    if chance.random() < 0.3:
        words = [*words, "#", chance.choice(names)]
    if words[-1] not in ",.?!" and chance.random() < 0.5:
        words = [*words, "."]
    lead = " ".join(chance.choice(_TEMPLATES[part]) for part in ("who", "how")).format(**fill).split()
    rest = chance.choice(_TEMPLATES["rest"]).split()
    quote = [Token(OPEN, number), *(Token(w, number) for w in words), Token(CLOSE, number)]
    if chance.random() < 0.12:
        quote = [*quote, Token(":", 0)]
        lead, rest = [], [*lead, "it"]
    return [*(Token(w, 0) for w in lead), *quote, *(Token(w, 0) for w in rest)]
