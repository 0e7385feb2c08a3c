"""Passages alone against one pass of `re.findall(r"\\w+")` over the same texts, with numpy and without.

Runs of the one and the other take turns in one process, so that a busy machine slows both; the least
processor time of each counts.
"""

import gc
import re
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from unittest.mock import patch

from dmreader.comparing import passages
from dmreader.language import Vocabulary, analyse
from dmreader.model import Options, Source
from tests.bench.texts import Language, original, version, written

_WORD = re.compile(r"\w+")
_TURNS = 600_000  # words that are looked through for one figure, at least twice


def least(works: Sequence[Callable[[], object]], turns: int) -> list[float]:
    """The least processor seconds of each of `works`, which take turns."""
    found = [float("inf")] * len(works)
    gc.disable()
    try:
        for _ in range(turns):
            for number, work in enumerate(works):
                begun = time.thread_time()
                work()
                found[number] = min(found[number], time.thread_time() - begun)
    finally:
        gc.enable()
    return found


def line(words: int) -> str:
    """One size of three texts, as a row of a Markdown table."""
    language, options = Language(words), Options()
    first = original(language, words, words + 1)
    texts = [first, version(first, language, words + 2), version(first, language, words + 3)]
    sources = [Source(str(number), written(text)) for number, text in enumerate(texts)]
    vocabulary = Vocabulary(options.fold)
    analyses = [analyse(source, options, vocabulary) for source in sources]

    def look() -> object:
        return [_WORD.findall(source.text) for source in sources]

    def find() -> object:
        return passages.find_passages(analyses, options, lambda _what, _share: None)

    def plain() -> object:
        with patch.object(passages, "find_spec", return_value=None):
            return find()

    def large() -> object:
        with patch.object(passages, "_LARGE", 0):
            return find()

    works = [look, plain, *([large] if find_spec("numpy") else [])]
    base, *others = least(works, min(60, max(2, _TURNS // words // 4)))
    figures = [f"{seconds * 1000:.1f} ms, {seconds / base:.1f} ×" for seconds in others]
    return f"| {words:,} | {base * 1000:.1f} ms | {' | '.join([*figures, '–'][:2])} |"


def table(sizes: Sequence[int]) -> str:
    """Sizes of three texts each, as a Markdown table."""
    head = "| words of each of three texts | findall | passages, plain Python | with numpy |"
    return "\n".join([head, "|---:|---:|---:|---:|", *map(line, sizes)])
