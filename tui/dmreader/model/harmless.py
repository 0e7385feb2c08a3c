"""Text made harmless, code point for code point, so that every offset stays right.

A terminal obeys control characters, wherever they come from; bidirectional controls and invisible characters
make a reader see another text than the one that is there (CVE-2021-42574, "Trojan Source"). What is replaced
is decided by Unicode properties (categories Cc, Cf, Cs, Zl, Zp, noncharacters, and
Default_Ignorable_Code_Point of DerivedCoreProperties.txt), written out as ranges that do not overlap. Signs
that honest text needs are kept: joiners in scripts that join and in emoji, variation selectors after what
they vary, direction marks in right-to-left text.

The regular expressions take milliseconds to compile; only a text that may hide something has to pay that.
"""

import re
from bisect import bisect_right
from functools import cache

_ESCAPING = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_LINES = "\u2028\u2029"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2060-\u2065\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
_DECEIVING = (
    "\u202a-\u202e\u2066-\u206f\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_NOT_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_HIDDEN = f"{_ESCAPING}{_LINES}{_INVISIBLE}{_DECEIVING}{_NOT_CHARACTERS}"

_JOINING = (  # Arabic to N'Ko, the Indic scripts, Tibetan to Mongolian, and their later blocks
    "\u0620-\u07ff\u0840-\u085f\u0870-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u18af\u1a20-\u1aaf"
    "\u1b00-\u1c4f\ua840-\ua8ff\ua980-\ua9df\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdcf\ufe70-\ufefc"
    "\U00010a00-\U00010aff\U00010d00-\U00010eff\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_KEPT = (
    f"(?<=[{_JOINING}])[\u200c\u200d]"
    f"|(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
    f"|(?<=[{_EMOJI}])[\ufe0e\ufe0f]"
    "|(?<=[0-9#*])\ufe0f(?=\u20e3)"
    f"|(?<=[{_HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]"
    "|(?<=[\u1820-\u18aa])[\u180b-\u180f]"
    "|(?<=\U0001f3f4)[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"  # flags of regions
)
_RIGHT_TO_LEFT = (
    "[\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdcf\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PLAIN = bytes([*b"\t\n", *range(0x20, 0x7F)])

_NEAR = 40
"""How far, in characters, a direction mark may stand from right-to-left letters and still belong to them."""

_STAND_INS = {c: chr(0x2400 + c) for c in range(0x20)} | {0x7F: "\u2421"}
_STAND_INS |= {ord(c): "\u2424" for c in f"\x85{_LINES}"}


def harmless(text: str) -> str:
    """`text` with every character that a terminal obeys, or that hides, replaced by one that is seen.

    The result is as long as `text`; line feeds and tabs stay.
    """
    return _expression(f"(?:{_KEPT})|[{_HIDDEN}]").sub(_stand_in, text) if _may_hide(text) else text


def one_line(text: str) -> str:
    """`text` made harmless for use in a line: names, paths, titles, messages. As long as `text`."""
    return harmless(text).replace("\n", "\u240a").replace("\t", "\u2409")


def hidden(text: str) -> list[str]:
    """The characters of `text`, in order, for which `harmless` shows something else."""
    return [a for a, b in zip(text, harmless(text), strict=True) if a != b] if _may_hide(text) else []


def unix_lines(text: str) -> str:
    """`text` with every line end (CR LF, CR alone) made a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _may_hide(text: str) -> bool:
    # a text has few different characters besides plain ones: these are sorted out, those looked at once each
    others = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    edges = _edges()
    return any(bisect_right(edges, ord(character)) % 2 for character in set(others))


@cache
def _edges() -> list[int]:
    """Where the ranges of `_HIDDEN` begin and, one further, end, by turns."""
    ranges = re.findall(r"(?s)(.)(?:-(.))?", _HIDDEN)
    return sorted(edge for first, last in ranges for edge in (ord(first), ord(last or first) + 1))


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _stand_in(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) > 1 or _expression(_KEPT).match(match.string, match.start()):
        return found
    if found in "\u061c\u200e\u200f" and _by_right_to_left(match.string, match.start()):
        return found
    return _STAND_INS.get(ord(found)) or ("·" if _expression(f"[{_INVISIBLE}]").match(found) else "\ufffd")


def _by_right_to_left(text: str, at: int) -> bool:
    return _expression(_RIGHT_TO_LEFT).search(text, max(0, at - _NEAR), at + _NEAR) is not None
