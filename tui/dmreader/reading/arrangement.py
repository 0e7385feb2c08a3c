"""Which sources stand side by side when not all have room."""

from collections.abc import Sequence

WIDE, MEDIUM = 120, 80
"""Columns from which three and two sources stand side by side."""
_COMFORTABLE = 48  # columns a pane, from which a fourth and further ones are added


def capacity(width: int) -> int:
    """How many panes have room in so many columns."""
    if width < MEDIUM:
        return 1
    return 2 if width < WIDE else max(3, width // _COMFORTABLE)


def arrange(order: Sequence[int], room: int, before: Sequence[int], cursor: int, came_from: int) -> list[int]:
    """The sources to show, in order: the cursor's one always, and of the others those that were there before.

    When the cursor goes to a hidden source, the one it came from stays beside it.
    """
    if len(order) <= room:
        return list(order)
    wanted = [cursor]
    if room > 1 and came_from in order and came_from != cursor and cursor not in before:
        wanted.append(came_from)
    at = list(order).index(cursor) if cursor in order else 0
    near = sorted(order, key=lambda s: (abs(list(order).index(s) - at), list(order).index(s)))
    for source in (*(s for s in before if s in order), *near):
        if len(wanted) >= room:
            break
        if source not in wanted:
            wanted.append(source)
    return [s for s in order if s in wanted]
