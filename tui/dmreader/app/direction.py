"""Right-to-left text that leaves the rest of its row alone.

A terminal that orders a row by Unicode's rules takes the blanks and figures behind Hebrew or Arabic words
along with them, across the edge of a pane. A left-to-right mark behind the words, which takes no cell, ends
their direction there.
"""

import re

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
LEFT_TO_RIGHT = "\u200e"


def kept_apart(text: str) -> str:
    """`text` with a mark behind it where it needs one; as many cells wide."""
    return text if text.isascii() or _RIGHT_TO_LEFT.search(text) is None else text + LEFT_TO_RIGHT
