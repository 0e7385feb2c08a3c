"""Sentences in tokenised lower-case lines, which have lost their full stops and run their captions together.

Such lines come from corpora of news summaries: `… when he saw us laughing ' outraged : the post was …` is the
end of a quotation, then the label of a picture and its caption. The marks that are left tell where to cut.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from dmreader.language.ends import EMOJI
from dmreader.language.packs import Pack
from dmreader.model import Span

_PIECE = re.compile(r"\S+")
_QUOTES = frozenset(["'", '"', "''", "``", "`", "’", "‘", "“", "”"])
_CLITICS = frozenset(["s", "re", "ve", "ll", "d", "m", "t"])
_STOPS = frozenset("!?.")
_GOES_ON = frozenset([",", "-", "--", "–", ":", ";", ")", "."])
_TAGS = frozenset("#@")
_TIES = _GOES_ON - {")", "."}  # marks that no sentence ends with
_MARKS = _QUOTES | _STOPS | _GOES_ON | {"("}
_LONG_QUOTE = 5  # words, from which a quotation without a colon may end its sentence
_LONG_LINE = 30  # words, from which a line may hold captions that no mark parts from what is before
_STAYS_OPEN = 3  # lines that a quotation may run on for
_LABEL = 6  # words: a caption's label is not longer
_FAR = 60  # pieces within which those words are looked for
_LEAST = 4  # words that a sentence has on either side of a cut at a label


class Style:
    """How a text is written: `tokenised` says that it is in lower case with its marks set apart."""

    def __init__(self, text: str, pack: Pack) -> None:
        self.pack = pack
        self.open = 0
        self.tokenised = _is_tokenised(text[:20_000])


def _is_tokenised(sample: str) -> bool:
    apart = sum(sample.count(mark) for mark in (" , ", " . ", " .\n", " : ", " ' ", " ? "))
    joined = sum(sample.count(mark) for mark in (", ", ". ", ".\n", ": ", "? "))
    small, large = sum(map(str.islower, sample)), sum(map(str.isupper, sample))
    return apart > 0.5 * joined and apart > 0 and large * 100 < small


def runs_on(text: str, line: Span, style: Style) -> Iterator[int]:
    """The offsets in `line` at which a sentence ends and another begins, in order.

    `style.open` carries from line to line for how many more lines a quotation may stay open.
    """
    walk = _Line(text, line, style)
    cuts = walk.cuts()
    if walk.opened is None:
        style.open = 0
    else:
        style.open = _STAYS_OPEN if walk.opened >= 0 else style.open - 1
    yield from (walk.starts[cut] for cut in cuts)


class _Line:
    """One line, walked through once: `opened` is the mark of the open quotation, -1 if it opened before."""

    def __init__(self, text: str, line: Span, style: Style) -> None:
        found = list(_PIECE.finditer(text, line.start, line.end))
        self.pieces = [m[0] for m in found]
        self.starts = [m.start() for m in found]
        self.stop, self.starts_anew = style.pack.stop, style.pack.starters
        self.titles = style.pack.titles
        self.quotes = [i for i in range(len(found)) if self._is_mark(i)]
        self.opened: int | None = -1 if style.open > 0 else None
        self.closed = -1  # the piece after the last quotation or bracket
        self.cut: list[int] = []

    def cuts(self) -> list[int]:
        """The numbers of the pieces that begin a sentence, without the first."""
        depth = 0
        quotes = iter([*self.quotes, -1])
        mark = next(quotes)
        for i, piece in enumerate(self.pieces):
            if i == mark:
                self._quote(i)
                mark = next(quotes)
            elif piece == "(":
                depth += 1
            elif piece == ")":
                depth = max(0, depth - 1)
                self.closed = i + 1
            elif depth == 0 and piece in _STOPS and self._at(i + 1) not in _STOPS:
                self._stop(i)
            elif piece == ":" and self._at(i + 1) not in _QUOTES:
                self._label(i)
        return sorted({c for c in self.cut if 0 < c < len(self.pieces)})

    def _at(self, i: int) -> str:
        return self.pieces[i] if 0 <= i < len(self.pieces) else ""

    def _is_mark(self, i: int) -> bool:
        """Whether piece `i` is a quotation mark, and not an apostrophe that a tokeniser set apart."""
        return self.pieces[i] in _QUOTES and (i == 0 or self._at(i + 1) not in _CLITICS)

    def _is_possessive(self, i: int) -> bool:
        """Whether mark `i` belongs to a plural, `the seafarers ' union`, rather than ends a quotation.

        Nothing in the line says that a quotation is open, and what follows goes on like a noun.
        """
        if self.opened is None or self.opened >= 0 or self.quotes[0] != i:
            return False
        before, after = self._at(i - 1), self._at(i + 1)
        noun = after.isalpha() and after not in self.stop and after not in self.starts_anew
        return noun and before.isalpha() and before.endswith("s") and not self._labels(i + 1)

    def _quote(self, i: int) -> None:
        if self._is_possessive(i):
            return
        if self._opens(i):
            if self._at(i + 1) not in _GOES_ON:
                self.opened = i
        elif self.opened is not None or i == 0 or self._at(i - 1) in _STOPS or self._labels(i + 1):
            self._close(i)

    def _opens(self, i: int) -> bool:
        """Whether the mark `i` begins a quotation. Where nothing else tells, marks come in pairs."""
        before = self._at(i - 1)
        even = (len(self.quotes) - bisect_left(self.quotes, i)) % 2 == 0
        if before == ":":
            return True
        if self.opened is not None and self.opened >= 0:
            return False
        if i == 0:
            following = self.quotes[1] if len(self.quotes) > 1 else None
            if following is None or self._at(following - 1) == ":":
                return False
            ends = self._at(following + 1) in _GOES_ON or self._at(following - 1) in (",", "!", "?")
            return even or (ends and self.opened is None)
        if self.opened is None:
            return even or not (before in _STOPS or before.endswith("s") or self._labels(i + 1))
        return even

    def _labels(self, i: int) -> bool:
        """Whether a caption's label, without a mark in it, begins at piece `i`."""
        for k in range(i, min(i + _LABEL, len(self.pieces) - 1)):
            if self.pieces[k] in _MARKS:
                return k > i and self.pieces[k] == ":" and self._at(k + 1) not in _QUOTES
        return False

    def _close(self, i: int) -> None:
        start, self.opened = (-1 if self.opened is None else self.opened), None
        self.closed = i + 1
        before, after = self._at(i - 1), self._at(i + 1)
        if i == 0:  # it closes a line before, and stands outside of any sentence
            self.cut.append(1)
            return
        if before == "," or after in _GOES_ON:
            return
        length = sum(p not in _MARKS for p in self.pieces[max(start, 0) : i])
        told = start < 0 or self._at(start - 1) == ":"
        if before == "." and after:
            self.cut.append(i + 1)
        new = after not in self.stop or (len(self.pieces) >= _LONG_LINE and after in self.starts_anew)
        if (told and (length > 2 or before in _STOPS)) or (length >= _LONG_QUOTE and new):
            self.cut.append(i + 1)

    def _stop(self, i: int) -> None:
        after = self._at(i + 1)
        if after in _QUOTES and self.opened is None and self._is_mark(i + 1) and self._opens(i + 1):
            self.cut.append(i + 1)
        if after in _QUOTES or after in _GOES_ON:
            return  # the quotation's end decides
        if self._only_tags(i + 1):
            return  # `… what a night . # dancing # party`
        if self._at(i) == "." and self._is_short_form(i - 1):
            return
        if self._at(i) != "!":
            self.cut.append(i + 1)
        elif self.opened is None:
            start = self.closed if self._is_stop(i - 2) else i - 1
            self._cut_label(start, self._low(i), i)  # "success ! after the campaign", a label of one word
        elif after[:1] not in "@#":
            self.cut.append(i + 1)

    def _only_tags(self, i: int) -> bool:
        """Whether nothing but handles, hashtags and emoji stands from piece `i` to the end of the line."""
        k = i
        while k < len(self.pieces):
            piece = self.pieces[k]
            if piece in _TAGS:
                k += 2
            elif piece[0] in _TAGS or EMOJI.fullmatch(piece):
                k += 1
            else:
                return False
        return k > i

    def _is_short_form(self, i: int) -> bool:
        """Whether piece `i` is an initial, as in "p . m ." and "kevin d . williamson", or a title."""
        piece = self._at(i)
        return piece in self.titles or (len(piece) == 1 and piece.isalpha() and not self._is_stop(i))

    def _low(self, i: int) -> int:
        """The piece that begins the sentence of piece `i`."""
        return next((c for c in reversed(self.cut) if c <= i), 0)

    def _label(self, i: int) -> None:
        """A caption begins with a label, `party plans :`; cut before the label that ends at piece `i`."""
        low = self._low(i)
        if self._at(i - 1) in _QUOTES:  # the label is a quotation
            rank = bisect_left(self.quotes, i - 1) - 1
            self._cut_label(max(low, self.quotes[rank]) if rank >= 0 else low, low, i)
        elif self.closed > low and i - self.closed <= _LABEL and self._at(self.closed) not in _GOES_ON:
            self._cut_label(self.closed, low, i)
        elif len(self.pieces) >= _LONG_LINE or low:
            self._cut_label(self._label_start(i, low), low, i)

    def _cut_label(self, start: int, low: int, i: int) -> None:
        words = (p for p in self.pieces[low : min(start, low + _FAR)] if p not in _MARKS)
        enough = len(list(islice(words, _LEAST))) == _LEAST and len(self.pieces) - i > _LEAST
        if enough and self._at(start - 1) not in _TIES:
            self.cut.append(start)

    def _label_start(self, i: int, low: int) -> int:
        """The first piece of a label that no mark shows: two words of weight, or one, a group, and two."""
        k = i - 1
        while k > low and self._is_stop(k - 1):
            k -= 1
        weighty = 2 if k == i - 1 else 3
        k = i
        while k > low and i - k < _LABEL and weighty and self._at(k - 1) not in _MARKS:
            k -= 1
            weighty -= not self._is_stop(k)
        while k < i - 1 and (self._is_stop(k) or self._is_stop(k - 1)):
            k += 1  # no sentence ends, and no label begins, with a stop word
        return k

    def _is_stop(self, i: int) -> bool:
        return self._at(i).strip("'’") in self.stop
