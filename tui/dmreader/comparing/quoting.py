"""The quotations of all sources, with the same words in one group."""

import re
from collections.abc import Sequence

from dmreader.language import Analysis
from dmreader.language.quotes.natural import natural_quotes
from dmreader.model import Options, Progress, Quote

_BEHIND_COLON = re.compile(r"(?<=: ' )[^'\n]+")


def find_quotes(analyses: Sequence[Analysis], options: Options, tell: Progress) -> tuple[Quote, ...]:  # noqa: ARG001
    """Quotations between paired marks, or behind a colon."""
    groups: dict[str, int] = {}
    quotes = []
    for s, a in enumerate(analyses):
        text = a.source.text
        spans = [(q.start, q.end, q.why) for q in natural_quotes(text)]
        spans += [(*m.span(), "behind a colon") for m in _BEHIND_COLON.finditer(text)]
        for start, end, why in sorted(spans):
            words = " ".join(re.findall(r"\w+", text[start:end].lower()))
            number = groups.setdefault(words, len(groups))
            quotes.append(Quote(s, start, end, "statement", None, (), (), number, why))
    return tuple(quotes)
