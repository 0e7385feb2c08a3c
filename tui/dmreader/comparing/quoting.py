"""The quotations of all sources, with the same words in one group."""

import re
from collections.abc import Sequence

from dmreader.language import Analysis
from dmreader.language.quotes import find_spans
from dmreader.model import Options, Progress, Quote


def find_quotes(analyses: Sequence[Analysis], options: Options, tell: Progress) -> tuple[Quote, ...]:  # noqa: ARG001
    """Quotations between paired marks, or behind a colon."""
    groups: dict[str, int] = {}
    quotes = []
    for s, a in enumerate(analyses):
        text = a.source.text
        for start, end, _, _, why, confidence in find_spans(text):
            words = " ".join(re.findall(r"\w+", text[start:end].lower()))
            number = groups.setdefault(words, len(groups))
            quotes.append(Quote(s, start, end, "statement", None, (), (), number, why, confidence))
    return tuple(quotes)
