"""The plain, frozen data that every room shares; knows nothing else."""

from dmreader.model.comparison import (
    Comparison,
    Fact,
    FactKind,
    FactSide,
    Group,
    Link,
    LinkEnd,
    Member,
    PairSummary,
    Passage,
    Quote,
    QuoteKind,
    QuoteLikeness,
    Relation,
    SourceSummary,
    Speaker,
    Summary,
)
from dmreader.model.harmless import harmless, hidden, one_line
from dmreader.model.options import Cancelled, Folding, Options, Progress
from dmreader.model.source import Place, Source, Span

__all__ = [
    "Cancelled",
    "Comparison",
    "Fact",
    "FactKind",
    "FactSide",
    "Folding",
    "Group",
    "Link",
    "LinkEnd",
    "Member",
    "Options",
    "PairSummary",
    "Passage",
    "Place",
    "Progress",
    "Quote",
    "QuoteKind",
    "QuoteLikeness",
    "Relation",
    "Source",
    "SourceSummary",
    "Span",
    "Speaker",
    "Summary",
    "harmless",
    "hidden",
    "one_line",
]
