"""What counts as one word: the pattern for one text, built from the scripts that the text really holds."""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from dmreader.model import Folding

JOIN = "\u00ad"
"""Stands in the shadow of a text for what does not part a word (a soft hyphen does not, either)."""

APOSTROPHES = "'’‘＇´`"
_HIDDEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_GROUPING = "\u00a0\u2009\u202f"  # spaces that part thousands

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_KANA = "\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SOUTH_EAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f"
UNSPACED = _HAN + _KANA + _SOUTH_EAST
"""Scripts written without spaces between words, as the inside of a character class."""

_BURMESE_SIGNS = "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108f"

# One token each: a Han or hiragana character, a run of katakana, and in Thai, Lao, Khmer and Burmese a
# cluster of a consonant with what is written around it (after the Thai character clusters of Theeramunkong
# and others, 2000). Cutting words there takes a dictionary; runs of clusters match what runs of words match.
CLUSTERS = (
    f"[{_HAN}][\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
    f"|[{_KATAKANA}][{_KATAKANA}\u3099\u309a]*"
    "|[\u3041-\u3096\u309d-\u309f\u30a0][\u3099\u309a]*"
    "|[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e2f-\u0e3a\u0e45-\u0e4e]*"
    "|[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc-\u0edf][\u0eaf-\u0ebd\u0ec8-\u0ece]*"
    "|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*"
    f"|[\u1000-\u102a\u103f](?:\u1039[\u1000-\u1021]|[\u1000-\u1021]\u103a|[{_BURMESE_SIGNS}])*"
    f"|(?=[{_SOUTH_EAST}])\\d+|[{_SOUTH_EAST}](?<=\\w)"
)


class Script(NamedTuple):
    """What a text holds beside plain letters, so that its pattern need not look for more.

    `marks`, `emoji`, `joints` and `hidden` are the characters of their kind: combining marks, emoji, what may
    stand inside a word, what is not seen. `unspaced` says that it holds a script without spaces.
    """

    marks: str = ""
    emoji: str = ""
    joints: str = "'."
    hidden: str = JOIN
    unspaced: bool = False


def script(text: str) -> Script:
    """What `text` holds beside plain letters."""
    if text.isascii():
        return Script()
    seen = sorted(c for c in set(text) if c > "\x7f")
    marks = "".join(c for c in seen if category(c)[0] == "M")
    emoji = "".join(c for c in seen if _is_emoji(c))
    unspaced = re.search(f"[{UNSPACED}]", "".join(seen)) is not None
    # A zero-width space parts words in scripts that have no other, and hides inside words elsewhere.
    hidden = "".join(c for c in seen if c in _HIDDEN and not (unspaced and c == "\u200b"))
    joints = "'." + "".join(c for c in seen if c in APOSTROPHES + _GROUPING)
    return Script(marks, emoji, joints, hidden if JOIN in hidden else hidden + JOIN, unspaced)


def _is_emoji(c: str) -> bool:
    return (c >= "\U0001f000" or "\u2600" <= c <= "\u27bf") and category(c) == "So"


@lru_cache(maxsize=64)
def word_pattern(holds: Script, fold: frozenset[Folding]) -> re.Pattern[str]:
    """A pattern with one group, a token, for texts that hold `holds`; for `re.split`."""
    letter = f"[^\\W_{UNSPACED if holds.unspaced else ''}]"
    marks = f"[{re.escape(holds.marks)}]*" if holds.marks else ""
    word = f"{letter}{marks}(?:{letter}{marks})*" if marks else f"{letter}+"
    joints = re.escape(holds.joints)
    hidden = re.escape(holds.hidden)
    if "tokenisation" in fold:
        tail = (
            rf"(?<=n[{APOSTROPHES}])t\b"  # didn't
            r"|(?<=\b\w\.)\w\b"  # L.A.
            r"|(?<=\d\.)\d+|(?<=\d,)\d{3}(?!\d)"  # 3.5 and 33,000
            rf"|(?<=\d[{_GROUPING}])\d{{3}}(?!\d)"
            rf"|(?<=[{hidden}]){word}"
        )
        word = f"{word}(?:[{joints},{hidden}]+(?=\\w)(?:{tail}))*"
    else:
        word = f"{word}(?:[{joints}‐\\-{hidden}]+{word})*"
    parts = [word]
    if holds.unspaced:
        parts.insert(0, CLUSTERS)
    if holds.emoji:
        one = f"[{re.escape(holds.emoji)}]"
        parts.append("[\U0001f1e6-\U0001f1ff]{2}")  # a flag
        parts.append(f"{one}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{one})*")
    if "punctuation" not in fold:
        parts.append(r"[^\w\s]|_")
    return re.compile(f"({'|'.join(parts)})")
