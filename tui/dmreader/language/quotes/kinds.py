"""What a quotation is: a tweet, a caption, a sign, somebody's statement, a scare quote.

Told by the words around it in its sentence: what it stands on (a tweet, a caption, a sign), the verb that
gives it, and what it holds itself (handles and hashtags). The word lists are data (`lexicon.json`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from dmreader.language.quotes.lexicon import carriers, reporting_verbs, words
from dmreader.language.quotes.spans import QuoteSpan
from dmreader.language.words import UNSPACED
from dmreader.model import QuoteKind

_WORD = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“‘])|\n")
_HANDLE = re.compile(r"[@＠] ?\w+[.,]?")
_TAGGED = re.compile(r"(?<!\w)[@#＠＃] ?\w")
_REACH = 400
"""Characters before and behind a quotation that are looked at."""
_NEAR, _BEHIND, _SCARE, _ABOUT_TWEETS = 14, 7, 4, 3


_SO_CALLED = (["so", "called"], ["so", "-", "called"])


class Kind(NamedTuple):
    """The kind of a quotation, and whether a word by its side tells it (else it is the likeliest)."""

    kind: QuoteKind
    told: bool


def kinds(text: str, spans: Sequence[QuoteSpan], named: Sequence[bool]) -> list[Kind]:
    """The kind of each of `spans`, in order; `named` says whose speaker is known."""
    tweets = len(re.findall(r"\b(?:re)?tweet|\btwitter\b", text[:200_000], re.IGNORECASE)) >= _ABOUT_TWEETS
    found: list[Kind] = []
    for k, span in enumerate(spans):
        previous = spans[k - 1].end if k else 0
        following = spans[k + 1].start if k + 1 < len(spans) else len(text)
        left = _left(text, max(previous, span.start - _REACH), span.start)
        right = _right(text, span.end, min(following, span.end + _REACH))
        goes_on = k > 0 and _goes_on(text, previous, span.start, left)
        before = found[-1] if k else None
        above = _above(text, span.start) if left and left[-1] == ":" and "it" in left else []
        quote = text[span.start : span.end]
        if span.kind:
            found.append(Kind(span.kind, True))
            continue
        found.append(_kind(quote, above + left, right, named[k], tweets, before, goes_on))
    return found


def _left(text: str, low: int, start: int) -> list[str]:
    """The words of the sentence before a quotation, in order, without the marks."""
    piece = text[low:start]
    cuts = [m.end() for m in _SENTENCE.finditer(piece)]
    whole = piece[cuts[-1] :] if cuts else piece
    return [w for w in _WORD.findall(whole.lower()) if w not in "'\"“”‘’«»"]


Carrier = Literal["tweet", "post", "caption", "sign", "invitation", "title"]

_CLOSING = re.compile(r"[\s'\"”’»“]*")


def _right(text: str, end: int, high: int) -> list[str]:
    """The words of the sentence behind a quotation; none where a line ends beside its closing mark."""
    closing = _CLOSING.match(text, end, high)
    begin = closing.end() if closing else end
    if "\n" in text[end:begin]:
        return []
    stop = _SENTENCE.search(text, begin, high)
    whole = text[begin : stop.start() if stop else high]
    return [w for w in _WORD.findall(whole.lower()) if w not in "'\"“”‘’«»"]


def _above(text: str, start: int) -> list[str]:
    """The words of the line above, which `it` may stand for."""
    line = text.rfind("\n", 0, start)
    return _left(text, max(0, text.rfind("\n", 0, max(line, 0))) if line > 0 else 0, max(line, 0))


def _goes_on(text: str, previous: int, start: int, left: Sequence[str]) -> bool:
    """Whether a quotation goes on with the one before it: in its paragraph, with nothing said of another."""
    return "\n" not in text[previous:start].strip("'\"” \n") and not any(w in carriers() for w in left)


def _kind(
    quote: str,
    left: Sequence[str],
    right: Sequence[str],
    named: bool,
    tweets: bool,
    before: Kind | None,
    goes_on: bool,
) -> Kind:
    """The kind of one quotation; `before` is that of the one before it, with which it may go on."""
    if _HANDLE.fullmatch(quote.strip()):
        return Kind("other", True)
    if _TAGGED.search(quote):
        return Kind("tweet", True)
    size = _size(quote)
    told = _told(left, right, size)
    heads = not left and right[:1] == [":"]
    if heads and not told and size <= _SCARE:
        return Kind("scare", True)
    if told == "title":
        return Kind("other", True)
    if told:
        return Kind(told, True)
    if not named and _title(quote):
        return Kind("other", False)
    verb = _verb(left, right)
    if (left[-1:] and left[-1] in words("mentioned")) or left[-2:] in _SO_CALLED or left[-3:] in _SO_CALLED:
        return Kind("scare", True)
    if tweets and verb and size > _SCARE and any(w in words("users") for w in left[-_NEAR:]):
        return Kind("tweet", False)
    if before is not None and ((verb is None and goes_on and before.told) or "another" in left[-4:]):
        return Kind(before.kind, verb is None)
    if verb in words("written") and verb not in words("spoken"):
        return Kind("tweet" if tweets else "statement", False)
    if verb is None and not named and size <= _SCARE:
        return Kind("scare", False)
    return Kind("statement", verb is not None)


def _told(left: Sequence[str], right: Sequence[str], size: int) -> Carrier | None:
    """The kind that a carrier tells: one that is read behind the quotation, else the nearest before it."""
    kinds = cast("dict[str, Carrier]", carriers())
    if right[:1] == [":"] and not left:
        tweeted = any(kinds.get(w) == "tweet" for w in right[1 : 2 * _BEHIND])
        return "tweet" if tweeted and size > _SCARE else None
    behind = right[:_BEHIND] if left[-1:] != [":"] and right[:1] != [":"] else []
    for d, word in enumerate(behind):
        if word in kinds and _reads(right, d):
            return kinds[word]
    verb = next((d for d, w in enumerate(reversed(left)) if w in reporting_verbs() and w not in kinds), None)
    for d, word in enumerate(reversed(left)):
        kind = kinds.get(word)
        if kind is None or (kind == "title" and d > 2):
            continue
        if verb is not None and verb < d and d > _NEAR:
            return None
        near = left if kind == "caption" else left[-d - 2 : len(left) - d - 1] if kind == "post" else []
        return "tweet" if any(kinds.get(w) == "tweet" for w in near) else kind
    return None


def _reads(right: Sequence[str], d: int) -> bool:
    """Whether the carrier at `d` gives the quotation: Moby tweeted; read the caption; the sign said."""
    if right[d] in reporting_verbs() and right[d - 1 : d] != ["the"]:
        return True
    beside = [*right[max(0, d - 2) : max(0, d - 1)], *right[d + 1 : d + 2]]
    return d > 0 and right[d - 1] in words("articles") and any(w in reporting_verbs() for w in beside)


def _verb(left: Sequence[str], right: Sequence[str]) -> str | None:
    """The verb that gives the quotation, if one stands near it."""
    before = [w for w in left[-_NEAR:] if w in reporting_verbs()]
    behind = [w for w in right[:_BEHIND] if w in reporting_verbs()] if right[:1] != [":"] else []
    return before[-1] if before else behind[0] if behind else None


def _size(quote: str) -> int:
    """The words of a quotation; in scripts without spaces, three characters are taken for two."""
    unspaced = 0 if quote.isascii() else len(_unspaced().findall(quote))
    return max(len(quote.split()), (2 * unspaced + 2) // 3)


@lru_cache(maxsize=1)
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


def _title(quote: str) -> bool:
    """Whether every word of some length begins with a capital, as in the title of a work or a name."""
    long = [w for w in quote.split() if len(w) > 3]
    return len(long) > 1 and all(w[0].isupper() for w in long)
