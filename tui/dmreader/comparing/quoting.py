"""The quotations of all sources, with the same words in one group."""

import re
from collections.abc import Sequence

from dmreader.language import Analysis
from dmreader.model import Options, Progress, Quote

_PAIRED = re.compile(r"“([^“”\n]+)”|(?<=: )' ([^'\n]+)")


def find_quotes(analyses: Sequence[Analysis], options: Options, tell: Progress) -> tuple[Quote, ...]:  # noqa: ARG001
    """Quotations between paired marks, or behind a colon."""
    groups: dict[str, int] = {}
    quotes = []
    for s, a in enumerate(analyses):
        for m in _PAIRED.finditer(a.source.text):
            start, end = m.span(1) if m[1] else m.span(2)
            words = " ".join(re.findall(r"\w+", a.source.text[start:end].lower()))
            quotes.append(
                Quote(
                    s,
                    start,
                    end,
                    "statement",
                    None,
                    (),
                    (),
                    groups.setdefault(words, len(groups)),
                    "between its marks",
                )
            )
    return tuple(quotes)
