"""Running text with paired marks, turned into the tokenised styles with its quotations known.

The styles are those of crawled news corpora: `tok` (one paragraph a line, lower case, every mark a
free-standing '), `seed` (one sentence a line, full stops cut, a closing mark carried to the head of the
next line, paragraphs run together where no full stop parts them), `caption` (headings with a colon run into
the text), `drop` (lines lost). A token is (word, quotation it stands in or 0); marks carry the quotation
they open or close.
"""

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dmreader.language.quotes.events import MARK
from dmreader.language.quotes.natural import natural_quotes
from dmreader.language.quotes.single import single_quotes

OPEN, CLOSE, INNER_OPEN, INNER_CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
_END = "\ue004"
MARKS = frozenset((OPEN, CLOSE, INNER_OPEN, INNER_CLOSE))


class Token(NamedTuple):
    """One word or mark; `quote` is the number (from 1) of the quotation it belongs to, 0 outside.

    `inner` says that it stands in a quotation within that one.
    """

    word: str
    quote: int
    inner: bool = False


_SPLIT = re.compile(
    r"[\ue000-\ue004]"
    r"|(?:[A-Za-z]\.){2,}|(?:mr|mrs|ms|dr|st|sen|gov|rep|gen|prof|jr|sr|vs|no|nov|dec|jan|feb|aug|sept|oct)\.(?=\s+\S)"
    r"|\.\.\.|…|\d+(?:[.,:]\d+)*|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*(?<!['’]s)|[^\w\s]|_|\w",
    re.IGNORECASE,
)
_WORD = {"’": "'", "‘": "'", "—": "-", "–": "-", "…": "...", "--": "-", '"': "'", "“": "'", "”": "'"}


def paragraphs(text: str) -> list[list[Token]]:
    """`text` with paired marks as rows of tokens, one row a paragraph."""
    spans = natural_quotes(text)
    pieces: list[str] = []
    at = 0
    for span in spans:
        head = text[at : span.start].rstrip(" “\"'‘`«„")
        pieces += [head, f" {OPEN} ", _inner(text[span.start : span.end])]
        at = span.end
        if span.closed:
            pieces.append(f" {CLOSE} ")
            at += len(text[at:]) - len(text[at:].lstrip(" ”"))
            at += 2 if text.startswith("''", at) else text[at : at + 1] in "\"'’»“"
        else:
            pieces.append(f" {_END} ")
    pieces.append(text[at:])
    rows = []
    number = 0
    inside = inner = False
    for paragraph in re.split(r"\n+", "".join(pieces)):
        row: list[Token] = []
        for match in _SPLIT.finditer(paragraph):
            word = match[0]
            if word == OPEN:
                number += 1
                inside = True
            inner = inside and (inner or word == INNER_OPEN) and word not in (INNER_CLOSE, CLOSE)
            if word == _END:
                inside = inner = False
                continue
            row.append(Token(word if word in MARKS else _plain(word), number if inside else 0, inner))
            if word == CLOSE:
                inside = False
        if row:
            rows.append(row)
    return rows


def _inner(quote: str) -> str:
    """A quotation with the marks of those within it told apart from apostrophes."""
    pieces: list[str] = []
    at = 0
    for span in single_quotes(quote):
        pieces += [
            quote[at : span.start - 1],
            f" {INNER_OPEN} ",
            quote[span.start : span.end],
            f" {INNER_CLOSE} ",
        ]
        at = span.end + 1
    return "".join([*pieces, quote[at:]])


def _plain(word: str) -> str:
    word = word.lower().replace("’", "'")
    return _WORD.get(word, word)


def sentences(rows: Sequence[Sequence[Token]], chance: random.Random) -> list[list[Token]]:
    """The `seed` style: one sentence a line, full stops cut, what has none runs on half the time.

    Some texts keep their stops, and some of those the closing mark behind the stop.
    """
    joined = chance.choice((0.0, 0.5, 0.5, 1.0))
    kept = chance.random() < 0.2
    carried = not kept or chance.random() < 0.3
    ends = frozenset(".?!" if chance.random() < 0.25 else ".")
    lines: list[list[Token]] = []
    line: list[Token] = []
    for row in rows:
        for k, token in enumerate(row):
            following = row[k + 1].word if k + 1 < len(row) else ""
            held = token.word == CLOSE and not carried and bool(line) and line[-1].word in ends
            stop = token.word in ends and following not in "?!" and (carried or following != CLOSE)
            if token.word != "." or kept:
                line.append(token)
            if (stop or held) and line:
                lines.append(line)
                line = []
        if line and chance.random() >= joined:
            lines.append(line)
            line = []
    if line:
        lines.append(line)
    return lines


def captions(lines: Sequence[Sequence[Token]], chance: random.Random) -> list[list[Token]]:
    """Headings (`party plans :`, `' lucky ' :`) run into the text, and sentences run together."""
    out: list[list[Token]] = []
    number = max((t.quote for line in lines for t in line), default=0)
    quoted = [[t for t in line if t.quote and t.word not in MARKS] for line in lines]
    pool = [q for q in quoted if q]
    for line in lines:
        row = list(line)
        starts = row[0].quote == 0 or row[0].word == OPEN
        if starts and chance.random() < 0.15:
            number += 1
            row = _heading(chance, pool, row, number) + row
        ended = out and (out[-1][-1].quote == 0 or out[-1][-1].word == CLOSE)
        if ended and starts and chance.random() < 0.15:
            out[-1] = out[-1] + row
        else:
            out.append(row)
    return out


def _heading(
    chance: random.Random, pool: Sequence[Sequence[Token]], row: Sequence[Token], number: int
) -> list[Token]:
    if pool and chance.random() < 0.35:
        source = chance.choice(pool)
        size = chance.choice((1, 1, 2, 3, 4, 5))
        first = chance.randrange(max(1, len(source) - size))
        words = [t.word for t in source[first : first + size]]
        return [Token(OPEN, number), *(Token(w, number) for w in words), Token(CLOSE, number), Token(":", 0)]
    words = [t.word for t in row if t.word.isalpha()]
    chance.shuffle(words)
    return [*(Token(w, 0) for w in words[: chance.randint(1, 3)]), Token(":", 0)]


def dropped(lines: Sequence[Sequence[Token]], chance: random.Random, share: float) -> list[list[Token]]:
    """Lines lost at random."""
    return [list(line) for line in lines if chance.random() >= share]


def rendered(lines: Sequence[Sequence[Token]], glyph: str) -> str:
    """The lines as text, every mark written as `glyph`."""
    return "\n".join(" ".join(glyph if t.word in MARKS else t.word for t in line) for line in lines)


def states(lines: Sequence[Sequence[Token]]) -> Iterator[int]:
    """The state behind each event of the rendered lines, in order: 0 outside, 1 inside, 2 in an inner
    quotation.

    A closing mark whose quotation is lost stands outside; one that closes what is lost within another is
    inside.
    """
    state = last = 0
    for line in lines:
        state = _at_head(line[0], state, last)
        yield state
        for token in line:
            if token.word == OPEN:
                state = 1
            elif token.word == CLOSE:
                state = 0
            elif token.word == INNER_OPEN:
                state = 2 if state else 0
            elif token.word == INNER_CLOSE:
                state = min(state, 1)
            elif token.word != MARK:
                state = 0 if not token.quote else 2 if token.inner and state == 2 else 1
                continue
            last = token.quote
            yield state
        last = line[-1].quote


def _at_head(head: Token, state: int, last: int) -> int:
    """The state in which a line begins that has `head` for its first token."""
    if head.word == OPEN:
        return 0
    if head.word in MARKS:
        return state if state and head.quote == last else 0 if head.word == CLOSE else 1
    if not head.quote:
        return 0
    return 2 if head.inner and state == 2 else 1
