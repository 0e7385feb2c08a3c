"""What a source is about, in a line."""

import re

LONGEST = 72
"""Characters of a title, the ellipsis among them."""
_SHORTEST = 20  # characters of a sentence that is a title by itself

_FIRST = re.compile(r"\S[^\n]*")
_CREDIT = re.compile(r"[^\s/]+/[^\s/]+(?:\s\S+){0,2}\s*")
"""Who made a picture, as agencies write it above an article: `Reuters/Jane Doe`, `Twitter/Getty Images`."""
_SENTENCE_END = re.compile(r"[.!?。！？]['\"’”»)\]]*(?=\s|$)")


def title_of(text: str) -> str:
    """The first line of `text` that has words, or its first sentence, cut at a word if it is too long.

    A picture's credit is passed over if anything follows it, and so are numbers and times, as of subtitles.
    """
    lines = (m[0] for m in _FIRST.finditer(text) if any(c.isalpha() for c in m[0][:LONGEST]))
    found = next(lines, "") or next((m[0] for m in _FIRST.finditer(text) if any(map(str.isalnum, m[0]))), "")
    if _CREDIT.fullmatch(found):
        found = next(lines, found)
    line = " ".join(found[: LONGEST * 4].lstrip("#*=-_•· \t").split())
    end = _SENTENCE_END.search(line, _SHORTEST)
    if end:
        line = line[: end.end()]
    if len(line) <= LONGEST:
        return line
    cut = line.rfind(" ", LONGEST // 2, LONGEST)
    return line[: cut if cut > 0 else LONGEST - 1].rstrip(" ,;:–—-") + "…"
