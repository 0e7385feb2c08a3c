"""What can be said of one source on its own."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dmreader.language.keys import Vocabulary
from dmreader.language.packs import UNKNOWN, Pack, choose
from dmreader.language.sentences import split
from dmreader.language.subtitles import spoken
from dmreader.language.tokens import Tokens, tokenise
from dmreader.model import Options, Source, Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """A source with its tokens and sentences; sentence `i` holds tokens `first[i]` to `first[i + 1]`.

    `pack` is what is known of its language: stop words, words of almost any topic, abbreviations.
    """

    source: Source
    tokens: Tokens
    sentences: tuple[Span, ...]
    first: Sequence[int]
    pack: Pack = UNKNOWN


def analyse(source: Source, options: Options, vocabulary: Vocabulary | None = None) -> Analysis:
    """Tokens and sentences of `source`; `vocabulary` is shared by the sources of one comparison."""
    text = spoken(source.text)
    tokens = tokenise(text, options.fold, vocabulary)
    pack = choose(text)
    sentences = tuple(split(text, pack))
    first = [0]
    for sentence in sentences:
        first.append(bisect_left(tokens.starts, sentence.end, first[-1]))
    return Analysis(source, tokens, sentences, first, pack)
