"""A text cut into sentences as a reader would cut it."""

import re
from collections.abc import Iterator
from itertools import chain
from unicodedata import category

from dmreader.language.ends import ends
from dmreader.language.lines import blocks
from dmreader.language.packs import UNKNOWN, Pack
from dmreader.language.runon import Style, runs_on
from dmreader.model import Span

LONGEST = 2000
"""Characters: a longer sentence is cut at white space."""

_SAYS = re.compile("[^\\W_]|[\u2600-\u27bf\U0001f000-\U0001faff]")  # marks alone are no sentence


def split(text: str, pack: Pack = UNKNOWN) -> Iterator[Span]:
    """The sentences of `text`, without the white space around them, in order.

    Marks that stand alone, as between two chapters, are in no sentence. Prose is cut by its marks; wrapped
    lines are joined, other line ends cut. Lines in tokenised lower case, which have lost their full stops,
    are cut where a caption or a quotation ends.
    """
    style = Style(text, pack)
    for block in blocks(text):
        cuts = runs_on(text, block, style) if style.tokenised else ends(text, block, pack)
        start = block.start
        for end in chain(cuts, (block.end,)):
            if end - start > LONGEST:
                yield from _cut(text, start, end)
            elif (sentence := _trimmed(text, start, end)) is not None:
                yield sentence
            start = end


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """What is too long for a sentence, in pieces."""
    while start < end:
        at = end
        if end - start > LONGEST:
            at = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
            at = at if at > start else start + LONGEST
            while at > start + 1 and category(text[at])[0] == "M":
                at -= 1  # marks stay with their letter
        sentence = _trimmed(text, start, at)
        if sentence is not None:
            yield sentence
        start = at


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A sentence without the white space around it, if there is one."""
    piece = text[start:end]
    kept = piece.strip()
    if not (kept[:1].isalnum() or _SAYS.search(kept)):
        return None
    left = start if len(kept) == len(piece) else start + len(piece) - len(piece.lstrip())
    return Span(left, left + len(kept))
