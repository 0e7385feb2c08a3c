"""What the event model looks at: the neighbours of a mark or a line end, and how the marks are spread.

Every event gives a row of feature names; `weights.json` holds weights for each name, one for each way of
going on (`chain.Edges`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from dmreader.language.quotes.events import MARK, Events, Line
from dmreader.language.quotes.lexicon import reporting_verbs, words

_FUNCTION = words("function")
_NUMBER = re.compile(r"[\d.,:]*\d[\d.,:]*(?:st|nd|rd|th|s|pm|am)?\Z")
_TELLING = (("<i>", "i"), ("<he>", "h"), ("<say>", "s"))
_ENDINGS = ("ing", "ed", "ly", "s")
_STOPS = {
    ".": ".",
    "?": "?",
    "!": "?",
    "...": ".",
    ",": ",",
    ";": ";",
    ":": ":",
    "-": "-",
    "--": "-",
    "—": "-",
    "–": "-",
}
_CLIPPED = words("clipped")
_PREPOSITIONS = words("prepositions")
_ARTICLES = words("articles")
_AUXILIARIES = words("auxiliaries")


@lru_cache(maxsize=1 << 15)
def fine(token: str) -> str:
    """The class of a token: itself where it is a function word or a stop, else by its ending."""
    if token == MARK:
        return "'"
    if token in _FUNCTION:
        return token
    if token in reporting_verbs():
        return "<say>"
    if token in words("first_person"):
        return "<i>"
    if token in words("third_person"):
        return "<he>"
    if _NUMBER.match(token):
        return "<n>"
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) > len(ending) + 1:
            return "<" + ending + ">"
    return "<w>" if token[0].isalpha() else "<x>"


@lru_cache(maxsize=1 << 15)
def coarse(token: str) -> str:
    """A coarser class: kinds of stops, of function words, verbs of saying, persons, other words."""
    if token == MARK:
        return "'"
    if token in _STOPS:
        return _STOPS[token]
    kind = fine(token)
    if kind in ("<say>", "<i>", "<he>", "<n>", "<x>", "<bol>", "<eol>"):
        return kind
    if token in _PREPOSITIONS:
        return "in"
    if token in _ARTICLES:
        return "the"
    if token in _AUXILIARIES:
        return "is"
    if kind == token:
        return "fn" if token[0].isalpha() else token
    return "w"


class Features:
    """The features of every event of one text; `rows()` yields one list of names an event."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._fine = list(map(fine, events.tokens))
        self._often = [
            (letter, list(accumulate((token == kind for token in self._fine), initial=0)))
            for kind, letter in _TELLING
        ]
        self._line_of: list[int] = []
        self._marks: list[list[int]] = [[] for _ in events.lines]
        line = -1
        for place in events.places:
            line = -1 - place if place < 0 else line
            self._line_of.append(line)
            if place >= 0:
                self._marks[line].append(place)

    def rows(self) -> Iterator[list[str]]:
        """One row of feature names for each event, in order."""
        k = 0
        for place, line in zip(self._events.places, self._line_of, strict=True):
            if place < 0:
                k = 0
                yield self._break(line)
            else:
                yield self._mark(place, line, k)
                k += 1

    def _token(self, at: int, line: Line) -> str:
        if at < line.first:
            return "<bol>"
        return self._events.tokens[at] if at < line.last else "<eol>"

    def _around(self, at: int, line: Line) -> str:
        left, right = self._token(at - 1, line), self._token(at + 1, line)
        return f"{_edge(left)}_{_edge(right)}"

    def _stretch(self, first: int, last: int) -> str:
        """What stands between two marks: its length, whose persons, whether it says that someone spoke."""
        size = last - first
        if size <= 0:
            return "0"
        told = str(size if size < 4 else 4 if size < 7 else 5 if size < 12 else 6 if size < 25 else 7)
        for letter, often in self._often:
            if often[last] > often[first]:
                told += letter
        return told

    def _mark(self, at: int, number: int, k: int) -> list[str]:
        """The features of the mark at token `at`, number `k` of line `number`."""
        line = self._events.lines[number]
        marks = self._marks[number]
        n = len(marks)
        left = [self._token(at - d, line) for d in (1, 2, 3)]
        right = [self._token(at + d, line) for d in (1, 2, 3)]
        a, b = map(_fine, left[:2])
        x, y = map(_fine, right[:2])
        ca, cb, cc = map(_edge, left)
        cx, cy, cz = map(_edge, right)
        before = marks[k - 1] if k else line.first - 1
        after = marks[k + 1] if k + 1 < n else line.last
        behind = self._stretch(before + 1, at)
        ahead = self._stretch(at + 1, after)
        previous = self._around(before, line) if k else self._last_of(number - 1)
        following = self._around(after, line) if k + 1 < n else self._first_of(number + 1)
        here = f"{ca}_{cx}"
        said = self._said_after(at, line, after)
        told = self._said_before(at, line, before)
        odd = f"{min(k, 2 + k % 2)}/{min(n, 4 + n % 2)}"
        row = [
            "m", f"m.a={a}", f"m.x={x}", f"m.ba={b} {a}", f"m.xy={x} {y}", f"m.ax={a} {x}",
            f"m.cba={cc} {cb} {ca}", f"m.xyz={cx} {cy} {cz}", f"m.ca={ca} {cx}", f"m.bx={cb} {ca} {cx}",
            f"m.ay={ca} {cx} {cy}", f"m.c4={cb} {ca} {cx} {cy}",
            f"m.k={odd}", f"m.kax={odd} {here}",
            f"m.back={behind} {k > 0}", f"m.fore={ahead} {k + 1 < n}",
            f"m.prev={previous} {k > 0}", f"m.next={following} {k + 1 < n}",
            f"m.prevhere={previous} {here}", f"m.herenext={here} {following}",
            f"m.backax={behind} {here}", f"m.foreax={ahead} {here}",
            f"m.said={said}", f"m.saidax={said} {here}", f"m.told={told}", f"m.toldax={told} {here}",
            f"m.both={told} {said}",
        ]  # fmt: skip
        if k == 0:
            since = self._since(number, at)
            row += [
                f"m.since={since}",
                f"m.sinceax={since} {here}",
                f"m.sincefore={since} {ahead} {k + 1 < n}",
            ]
        if k + 1 == n:
            until = self._until(number, at)
            row += [f"m.until={until}", f"m.untilax={until} {here}"]
            if k == 0:
                row.append(f"m.sinceuntil={since} {until}")
        if a in ("<s>", "s", "<x>") or left[0].endswith(("s", "z", "x")):
            row.append(f"m.own={cx}")
        if _clipped(left[0]):
            row += [f"m.clip={cx}", f"m.clipk={odd}"]
        return row

    def _said_after(self, at: int, line: Line, stop: int) -> str:
        """How far behind the mark a verb of saying stands (within five words), and what leads to it."""
        for d in range(1, 6):
            if at + d >= stop:
                break
            token = self._token(at + d, line)
            if fine(token) == "<say>":
                return f"{d} {_edge(self._token(at + 1, line))}"
        return "-"

    def _said_before(self, at: int, line: Line, stop: int) -> str:
        for d in range(1, 7):
            if at - d <= stop:
                break
            token = self._token(at - d, line)
            if fine(token) == "<say>":
                return f"{d} {_edge(self._token(at - 1, line))}"
        return "-"

    def _first_of(self, number: int) -> str:
        """The surroundings of the first mark of the nearest line from `number` on that has one."""
        for step in range(3):
            if number + step >= len(self._marks):
                return f"end{step}"
            if self._marks[number + step]:
                return (
                    f"{step} {self._around(self._marks[number + step][0], self._events.lines[number + step])}"
                )
        return "far"

    def _last_of(self, number: int) -> str:
        for step in range(3):
            if number - step < 0:
                return f"end{step}"
            marks = self._marks[number - step]
            if marks:
                return f"{step} {self._around(marks[-1], self._events.lines[number - step])}"
        return "far"

    def _since(self, number: int, at: int) -> str:
        """What stands between the last mark of the lines above, at most three, and the token at `at`."""
        low = max(0, number - 3)
        for above in range(number - 1, low - 1, -1):
            if self._marks[above]:
                return f"{number - above} {self._stretch(self._marks[above][-1] + 1, at)}"
        return f"{number - low} none"

    def _until(self, number: int, at: int) -> str:
        """What stands between the token at `at` and the first mark of the lines below, at most three."""
        high = min(len(self._marks), number + 4)
        for below in range(number + 1, high):
            if self._marks[below]:
                return f"{below - number} {self._stretch(at + 1, self._marks[below][0])}"
        return f"{high - number - 1} none"

    def _break(self, number: int) -> list[str]:
        """The features of the break before line `number`."""
        lines = self._events.lines
        line = lines[number]
        marks = self._marks[number]
        first = [self._token(line.first + d, line) for d in (0, 1, 2)]
        fx, fy = map(_fine, first[:2])
        cx, cy, cz = map(_edge, first)
        n = len(marks)
        stretch = self._stretch(line.first, marks[0] if marks else line.last)
        following = self._first_of(number)
        m = len(self._marks[number - 1]) if number else -1
        if number:
            above = lines[number - 1]
            last = self._marks[number - 1][-1] if m else above.first - 1
            tail = self._stretch(last + 1, above.last)
            la, lb = _fine(self._events.tokens[above.last - 1]), _fine(self._token(above.last - 2, above))
            ca = _edge(self._events.tokens[above.last - 1])
        else:
            tail, la, lb, ca = "top", "<top>", "<top>", "<top>"
        previous = self._last_of(number - 1)
        since = self._since(number, line.first)
        until = self._until(number - 1, line.first - 1)
        counts = f"{min(m, 2 + m % 2)}/{min(n, 2 + n % 2)}"
        blank = "b" if line.blank else "l"
        return [
            "l", f"l.{blank}", f"l.x={fx}", f"l.xy={fx} {fy}", f"l.xyz={cx} {cy} {cz}",
            f"l.a={la}", f"l.ba={lb} {la}",
            f"l.ax={ca} {cx}", f"l.axy={ca} {cx} {cy}", f"l.n={counts}", f"l.nx={counts} {cx}",
            f"l.head={stretch} {n > 0}", f"l.tail={tail} {m > 0}", f"l.tailhead={tail} {stretch}",
            f"l.next={following}", f"l.prev={previous}", f"l.prevnext={previous} {following}",
            f"l.headnext={stretch} {following}", f"l.prevtail={previous} {tail}",
            f"l.nextn={following} {counts}",
            f"l.prevn={previous} {counts}", f"l.since={since}", f"l.until={until}",
            f"l.sinceuntil={since} {until}",
        ]  # fmt: skip


def _clipped(token: str) -> bool:
    """Whether the end of the word may be left out, as speech is written down (goin ', an ', th ')."""
    return token in _CLIPPED or (len(token) > 4 and token.endswith("in"))


def _fine(token: str) -> str:
    return token if token in ("<bol>", "<eol>") else fine(token)


def _edge(token: str) -> str:
    return token if token in ("<bol>", "<eol>") else coarse(token)
