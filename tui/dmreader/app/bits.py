"""What a run of characters on screen is, as a sum of bits; `looks` turns a sum into one style."""

GUTTER = 4
"""The cells before a row of text: edge, kind, flag, and a space."""
KIND = 7
"""The lowest three bits: 0 for no kind, else 1 + the place of the kind in `marks.KINDS`."""
ALL = 8
QUOTE = 16
CHANGED = 32
HIT = 64
HIT_HERE = 128
CURSOR = 256
PARTNER = 512
DIM = 1024
SELECTED = 2048

NAMES: tuple[tuple[int, str], ...] = (
    (ALL, "all"),
    (CURSOR, "cursor"),
    (PARTNER, "partner"),
    (QUOTE, "quote"),
    (CHANGED, "changed"),
    (DIM, "dim"),
    (HIT, "hit"),
    (HIT_HERE, "hit-here"),
    (SELECTED, "selected"),
)
"""The bits with the names of their component classes, in the order in which they are laid over each other."""
