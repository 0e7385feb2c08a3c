"""Interviews and transcripts: what stands behind a speaker's name at the head of a line, without marks.

Labels of other kinds (Note:, Ingredients:) look alike, so a text is read so only if two labels take turns.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from dmreader.language.quotes.spans import QuoteSpan

_NAME = r"[^\W\d_][\w.’'-]{0,30}(?:[ ][\w.’'-]{1,30}){0,4}"
_LABEL = re.compile(
    rf"^[ \t]*(?:[\[(][\d:., -]+[\])][ \t]*)?\**(?P<name>{_NAME})(?:[ ]?[(\[][^)\]\n]{{1,40}}[)\]])?\**"
    r"[ ]?[:：]\**[ \t]*(?=[^\s/])",
    re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t]*\n")
_WHY = "a turn behind its speaker's name"
_LEAST = 4
"""Turns that a text must have to be read as a transcript, by two speakers who have two each."""
_QUOTED = 0.5
"""Share of a turn between marks from which the marks are believed."""
SHORT = frozenset(["q", "a", "f", "r", "i", "b"])
"""Labels of one letter, which name nobody: question, answer, Frage, réponse."""


def turns(text: str, quotes: Sequence[QuoteSpan]) -> list[QuoteSpan]:
    """The paragraphs of the turns of `text`, in order, with the place of the speaker's name as author.

    `quotes` (in order) are those between marks: a turn that is one itself is left to them.
    """
    labels = [label for label in _LABEL.finditer(text) if _is_name(label["name"])]
    if len(labels) < _LEAST:
        return []
    often = Counter(label["name"].casefold() for label in labels)
    labels = [label for label in labels if often[label["name"].casefold()] > 1]
    if len({label["name"].casefold() for label in labels}) < 2:
        return []
    starts = [q.start for q in quotes]
    found: list[QuoteSpan] = []
    for n, label in enumerate(labels):
        stop = labels[n + 1].start() if n + 1 < len(labels) else None
        for start, end in _paragraphs(text, label.end(), stop):
            own = quotes[bisect_left(starts, start) : bisect_left(starts, end)]
            marked = own and (own[0].start - start < 2 or _share(own, start, end) > _QUOTED)
            if not marked:
                said = label.span("name")
                found.append(QuoteSpan(start, end, False, False, _WHY, 0.9, said, kind="statement"))
    return found


def _is_name(label: str) -> bool:
    """Whether every word of some length has a capital, or it is a letter for question or answer."""
    long = [word for word in label.split() if len(word) > 3]
    return label[0].isupper() and all(not word[0].islower() for word in long)


def _paragraphs(text: str, start: int, stop: int | None) -> Iterator[tuple[int, int]]:
    """The paragraphs of a turn without the white space around them; of the last turn, the first one."""
    end = len(text) if stop is None else stop
    blanks = [blank.span() for blank in _BLANK.finditer(text, start, end)]
    starts = [start, *(after for _, after in blanks)]
    ends = [*(before for before, _ in blanks), end]
    for a, b in zip(starts[:1] if stop is None else starts, ends, strict=False):
        piece = text[a:b]
        first = a + len(piece) - len(piece.lstrip())
        last = a + len(piece.rstrip())
        if first < last:
            yield first, last


def _share(quotes: Sequence[QuoteSpan], start: int, end: int) -> float:
    return sum(q.end - q.start for q in quotes) / (end - start)
