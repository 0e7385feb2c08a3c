"""One source on its own: tokens, sentences, quotes, facts."""

from dmreader.language.analysis import Analysis, analyse
from dmreader.language.keys import Vocabulary
from dmreader.language.tokens import Tokens

__all__ = ["Analysis", "Tokens", "Vocabulary", "analyse"]
