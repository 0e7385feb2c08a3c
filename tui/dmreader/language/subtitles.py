"""Subtitles: what is said, without the numbers, times and tags around it."""

import re

_TIME = r"(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}"
_CUE = re.compile(rf"^(?:[ \t]*\d{{1,6}}[ \t]*\n)?[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}[^\n]*\n?", re.MULTILINE)
_HEAD = re.compile(r"[\ufeff\s]*WEBVTT[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_TAG = re.compile(r"</?(?:[ibuscv]|font|lang|ruby|rt)\b[^<>\n]*>|\{\\[^{}\n]*\}")
_LINE = re.compile(r"(?<=\S)[ \t]*\n(?=[ \t]*[^\s–—-])")  # another speaker's line begins with a dash
_INK = re.compile(r"\S")
_FEW = 2  # times; a text with fewer only speaks of them


def spoken(text: str) -> str:
    """Subtitles (SubRip, WebVTT) with spaces for all that is not said; the same length. Other text as it is.

    The lines of one subtitle are one line: the page did not end them, the picture did.
    """
    if "-->" not in text:
        return text
    cues = list(_CUE.finditer(text))
    if len(cues) < _FEW:
        return text
    head = _HEAD.match(text, 0, cues[0].start())
    at = head.end() if head else 0
    pieces = [_blank(text[:at]), text[at : cues[0].start()]]
    stops = [*(cue.start() for cue in cues[1:]), len(text)]
    for cue, stop in zip(cues, stops, strict=True):
        said = _TAG.sub(lambda tag: _blank(tag[0]), text[cue.end() : stop])
        pieces += [_blank(cue[0]), _LINE.sub(lambda end: " " * len(end[0]), said)]
    return "".join(pieces)


def _blank(text: str) -> str:
    return _INK.sub(" ", text)
