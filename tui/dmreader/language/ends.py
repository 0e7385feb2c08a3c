"""The ends of sentences in prose, by their marks."""

import re
from collections.abc import Iterator

from dmreader.language.packs import Pack
from dmreader.model import Span

_CLOSERS = "\"'”’»›)]}」』】》〉）］_*"
_OPENERS = "\"'“‘«‹»›„‚([{「『【《〈（［¿¡-–—*_#@$£€"
_FULL = "。！？｡．؟۔।॥։።፧။។៕༎"  # end a sentence whatever follows
# Possessive: a run of emoji is taken whole or not at all.
_FACES = "(?:[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\u2640\u2642\U0001f3fb-\U0001f3ff]*+)++"
EMOJI = re.compile(_FACES)
"""One emoji or more, with what alters it."""
_END = re.compile(
    rf"[.!?…{_FULL}][.!?…{_FULL}]*(?:\s(?=[.!?…](?:\s|$))[.!?…])*"
    # A mark that opens in English closes in German, and stands before a space only there.
    rf"(?:[{re.escape(_CLOSERS)}]|\s?[“‘](?=[\s{re.escape(_CLOSERS)}“‘]|$)|\s[”’»](?=\s|$)"
    rf"|[«‹](?=[\s{re.escape(_CLOSERS)}]|$)|[ ]?{_FACES})*(\s*)"
)
_TAIL = re.compile(
    rf"(?:(?:[#＃](?=\w*[^\W\d_])|[@＠])\w+(?:\s+|$)|{_FACES}\s*)+$", re.MULTILINE
)  # of a post
_LAST_WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+$")
_NEXT = re.compile(rf"[{re.escape(_OPENERS)}\s]*([^\W_]+(?:['’][^\W\d_]+)*)?")
_GOES_ON = re.compile(r"\s*[,;，、；：]|と|って|という")  # 「…。」と言った
_LONGEST_WORD = 40
_PAUSE = 60  # characters
_THAI = re.compile("[\u0e01-\u0eff]{8}")
_THAI_SPACE = re.compile("(?<=[\u0e01-\u0eff]) +(?=[\u0e01-\u0eff])")
_BRANCHES = 3  # letters: "tweeted.And" is two sentences, "e.V" or "Node.js" is not
_PIECE = 3  # letters between the dots of an abbreviation


def ends(text: str, span: Span, pack: Pack) -> Iterator[int]:
    """The offsets in `span` at which a sentence ends and another begins, in order."""
    last = span.start
    pauses = not text.isascii()
    for match in _END.finditer(text, span.start, span.end):
        if match.end() < span.end and _ends(text, match, span, pack):
            if pauses:
                yield from _pauses(text, last, match.start(1))
            yield (last := match.start(1))
    if pauses:
        yield from _pauses(text, last, span.end)


def _pauses(text: str, start: int, end: int) -> Iterator[int]:
    """In Thai and Lao, which have no full stop, a space after a good many letters ends a sentence."""
    if end - start < 2 * _PAUSE or not _THAI.search(text, start, end):
        return
    for match in _THAI_SPACE.finditer(text, start, end):
        if match.start() - start >= _PAUSE and end - match.end() >= _PAUSE // 2:
            yield match.start()
            start = match.end()


def _ends(text: str, mark: re.Match[str], span: Span, pack: Pack) -> bool:
    first = text[mark.start()]
    after = text[mark.end()]
    if after in "#＃@＠" and "\n" not in mark[1] and _TAIL.match(text, mark.end(), span.end):
        return False
    if first in _FULL:
        closed = text[mark.start(1) - 1] not in _FULL
        return not (closed and _GOES_ON.match(text, mark.end()))
    if not mark[1]:
        return _is_glued(text, mark)
    spaced = mark.start() > span.start and text[mark.start() - 1].isspace()
    if after.islower():
        # A mark set apart by spaces is the work of a tokeniser, which leaves the dot of a short form alone.
        return spaced and first == "." and mark.start(1) - mark.start() == 1
    following = _NEXT.match(text, mark.end(), span.end)
    if following is None:
        return True
    word: str | None = following[1]
    if word is None:
        return following.end() < span.end
    if word[0].islower():
        return False
    if first != "." or mark.start(1) - mark.start() > 1 or spaced:
        return True
    return not _is_short_form(text, mark.start(), span.start, following.start(1), word, pack)


def _is_glued(text: str, mark: re.Match[str]) -> bool:
    """Whether a sentence ends where the space after its mark was forgotten: "tweeted.And then"."""
    before = text[max(0, mark.start() - _BRANCHES) : mark.start()]
    after = text[mark.end() : mark.end() + 2]
    words = len(before) == _BRANCHES and before.isalpha() and before[1:].islower()
    if not (words and after[:1].isupper() and (len(after) < 2 or not after[1:].isupper())):
        return False
    around = text[max(0, mark.start() - _LONGEST_WORD) : mark.start()].rsplit(None, 1)[-1:]
    return not any(c in "@/#\\_" for c in "".join(around))


def _is_short_form(text: str, dot: int, start: int, at: int, following: str, pack: Pack) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation, an initial or an ordinal.

    `following` is the next word, which begins at `at`.
    """
    before = text[max(start, dot - _LONGEST_WORD) : dot]
    last = _last_word(before)
    starts = following.lower() in pack.stop and following[0].isupper()
    if last is None:
        number = _NUMBER.search(before)
        if number and len(number[0]) <= 3 and before[: number.start()].strip() == "":
            return True  # the number of an item
        return bool(number) and pack.ordinals and len(number[0]) <= 2 and not starts if number else False
    word = last.lower()
    if word in pack.titles:
        return True
    if word in pack.numbered and following[0].isdigit():
        return True
    if len(last) == 1 and last.isupper():
        initial = len(following) == 1 and text.startswith(".", at + 1)  # "A. A. Milne"
        return initial or (not starts and last != "I")
    if len(last) == 1 and not last.islower():
        return True  # a title, in scripts without small letters
    if "." in last:
        return not starts and max(map(len, last.split("."))) <= _PIECE  # "U.S.", not "example.com"
    if len(last) == 1:
        return not starts
    if starts or word in pack.numbered:
        return False
    return word in pack.abbreviations or (word in pack.capitalised and last[0].isupper())


def _last_word(before: str) -> str | None:
    """The word that `before` ends in, with the dots inside it."""
    at = len(before)
    while at and (before[at - 1].isalpha() or (before[at - 1] in ".’'-" and at < len(before))):
        at -= 1
    found = _LAST_WORD.match(before, at)
    return found[0] if found and found.end() == len(before) else None
