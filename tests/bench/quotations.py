"""The time of finding quotations: in the three articles, and in news of growing length."""

import random
import re
import time
from collections.abc import Sequence

from dmreader.comparing.quoting import find_quotes
from dmreader.language import Vocabulary, analyse
from dmreader.model import Options, Source
from dmreader.sources import articles
from tests.bench.passages import least
from tests.bench.stories import APART, FITTED, cases

_LONG = re.compile(r"[^\W\d_]{5,}")
_SIZES = (250_000, 500_000, 1_000_000)  # characters


def news(size: int) -> str:
    """Reports one after the other, as written and tokenised; told again, their longer words are others."""
    told = [case for folder in (FITTED, APART) for case in cases(folder, random.Random("news"))]
    texts = list(dict.fromkeys(text for case in told for text in case.texts))
    found: list[str] = []
    length = turn = 0
    while length < size:
        ending = "aeiou"[turn % 5] * (turn // 5 + 1) if turn else ""
        for text in texts:
            found.append(_LONG.sub(rf"\g<0>{ending}", text))
            length += len(found[-1])
        turn += 1
    return "\n".join(found)[:size]


def seconds(sources: Sequence[Source], turns: int) -> tuple[float, float]:
    """Processor seconds of the first time, and the least of `turns`."""
    options = Options()
    vocabulary = Vocabulary(options.fold)
    analyses = [analyse(source, options, vocabulary) for source in sources]

    def find() -> object:
        return find_quotes(analyses, lambda _what, _share: None)

    first = least([find], 1)[0]
    return first, least([find], turns)[0]


def report() -> str:
    """Lines of what was measured; in news it counts from the text on, in the articles only the finding."""
    first, best = seconds(articles(), 15)
    lines = [f"three articles: {best * 1000:.0f} ms, the first time {first * 1000:.0f} ms"]
    for size in _SIZES:
        source = Source("news", news(size))
        begun = time.thread_time()
        seconds([source], 0)
        lines.append(f"{size:,} characters of news, read and searched: {time.thread_time() - begun:.2f} s")
    return "\n".join(lines)
