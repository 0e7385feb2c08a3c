"""What the line ends of a text mean: the end of a sentence or heading, or only the width of the page."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dmreader.model import Span

_WIDEST = 120  # characters: prose that was wrapped for a page or a screen is not wider
_NARROWEST = 30
_SAMPLE = 400  # line ends that are looked at
_MOST = 0.6  # the share of full lines from which a text counts as wrapped
_STOPPED = 0.7  # the share of lines that end a sentence from which lines are sentences
_CAPITAL = 0.8  # the share of lines that begin with a capital from which they are verse
_FEW = 4  # line ends, below which width says nothing
_LONGEST_WORD = 12  # characters, where a script has no spaces
_SLACK = 8  # characters by which a wrapped line may stay short
_TERMINAL = tuple(".!?…:;。！？؟۔।\"'”’»)")
_ITEM = re.compile(r"\s*(?:[-*•‣◦▪–—] |\(?\d{1,3}[.)] |\(?[a-zA-Z][.)] |#{1,6} )")
_BLOCK = re.compile(r"\S[^\n]*(?:\n(?![ \t\r\f\v]*\n)[^\n]*\S[^\n]*)*")


def blocks(text: str) -> Iterator[Span]:
    """The parts of `text` that sentences do not cross: paragraphs of wrapped prose, else lines.

    A text is wrapped if most of its lines are so full that the next line's first word would not have
    fitted. In a wrapped text a line that had room for more was ended on purpose: a heading, a verse.
    """
    width = _width(text)
    for block in _BLOCK.finditer(text):
        if width and "\n" in block[0]:
            yield from _paragraphs(text, block.start(), block.end(), width)
        else:
            yield from _lines(text, block.start(), block.end())


def unwrapped(text: str) -> str:
    """`text` with a space for every line end that only the width of the page made; the same length."""
    width = _width(text)
    if not width:
        return text
    pieces: list[str] = []
    at = 0
    for block in blocks(text):
        pieces += [text[at : block.start], text[block.start : block.end].replace("\n", " ")]
        at = block.end
    return "".join([*pieces, text[at:]])


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start and not text[start:stop].isspace():
            yield Span(start, stop)
        start = stop + 1


def _paragraphs(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    first = None
    before = None
    for line in _lines(text, start, end):
        if first is None or before is None:
            first = line.start
        elif not _is_full(text, before, line, width) or _ITEM.match(text, line.start, line.end):
            yield Span(first, before.end)
            first = line.start
        before = line
    if first is not None and before is not None:
        yield Span(first, before.end)


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    word = text[following.start : following.end].split(None, 1)[0]
    return line.end - line.start + 1 + min(len(word), _LONGEST_WORD) >= width - _SLACK


def _width(text: str) -> int:
    """The width to which `text` is wrapped, 0 if it is not."""
    joints = []
    for block in _BLOCK.finditer(text):
        if "\n" not in block[0]:
            continue
        rows = list(_lines(text, block.start(), min(block.end(), block.start() + _SAMPLE * _WIDEST)))
        joints += list(pairwise(rows))
        if len(joints) >= _SAMPLE:
            break
    lengths = sorted(a.end - a.start for a, _ in joints)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0  # a few lines may stick out
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    if len(joints) < _FEW:
        return width if any(_runs_on(text, a, b) for a, b in joints) else 0
    full = sum(_is_full(text, a, b, width) for a, b in joints) / len(joints)
    stopped = sum(text[a.start : a.end].rstrip().endswith(_TERMINAL) for a, _ in joints) / len(joints)
    capital = sum(text[b.start : b.end].lstrip()[:1].isupper() for _, b in joints) / len(joints)
    return width if full >= _MOST and stopped < _STOPPED and capital < _CAPITAL else 0


def _runs_on(text: str, line: Span, following: Span) -> bool:
    """Whether a sentence plainly goes on over the line end, in a text that has capitals to tell by."""
    ends = text[line.start : line.end].rstrip().endswith(_TERMINAL)
    cased = text[line.start : line.end].lower() != text[line.start : line.end]
    return cased and not ends and text[following.start : following.end].lstrip()[:1].islower()
