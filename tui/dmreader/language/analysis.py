"""What can be said of one source on its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from dmreader.language.sentences import split
from dmreader.language.tokens import Tokens, tokenise
from dmreader.model import Options, Source, Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """A source with its tokens and sentences; sentence `i` holds tokens `first[i]` to `first[i + 1]`."""

    source: Source
    tokens: Tokens
    sentences: tuple[Span, ...]
    first: Sequence[int]


def analyse(source: Source, options: Options) -> Analysis:
    """Tokens and sentences of `source`."""
    tokens = tokenise(source.text, options.fold)
    sentences = tuple(split(source.text))
    first = [0]
    at = 0
    for sentence in sentences:
        while at < len(tokens.starts) and tokens.starts[at] < sentence.end:
            at += 1
        first.append(at)
    return Analysis(source, tokens, sentences, first)
