"""What every source says."""

from dmreader.model import Comparison, Group


def everywhere(comparison: Comparison) -> list[Group]:
    """The groups that reach into every source, in order of place; none when there is only one source."""
    count = len(comparison.sources)
    return [g for g in comparison.groups if len({m.source for m in g.members}) == count > 1]
