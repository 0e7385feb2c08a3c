"""The encoding of a text that is not UTF-8, guessed."""

import re

_SAMPLE = 200_000
"""Bytes that are looked at; more would change the guess rarely and take seconds."""

_LATIN = re.compile(
    r"cp(1250|1252|1254|1257|1258|437|775|85\d)|latin_1|iso8859_(?!5|6|7|8|11)|mac_(?!cyrillic)"
)
_COMMON = ("cp1252", "cp1250", "iso8859_2", "mac_iceland")
_INTRUDERS = re.compile(
    r"[^\W\d_][^\w\s'’‘`´\-–—./:,;&@()\[\]]+[^\W\d_]"  # a sign in the middle of a word
    r"|[^\W\d_][¹²³¼½¾]"
    r"|[a-zß-öø-ÿ][A-ZÀ-Þ]"
)


def guess(data: bytes) -> str | None:
    """The name of the encoding that `data` is probably in; None if it does not look like text in any.

    charset-normalizer ranks what decodes without noise and looks like a language; among the encodings of
    Latin letters, which differ in few characters, it is often undecided. There the one is taken that puts the
    fewest signs inside words, and of equals the one that is most used.
    """
    from charset_normalizer import from_bytes

    found = list(from_bytes(_sample(data)))
    if not found:
        return None
    if _LATIN.match(found[0].encoding):
        latin = [match for match in found if _LATIN.match(match.encoding)]
        noise = found[0].chaos + 0.1
        found = sorted(latin, key=lambda m: (_intruders(str(m)), m.chaos > noise, _rarity(m.encoding)))
    best = found[0]
    return next((name for name in _COMMON if name in best.could_be_from_charset), best.encoding)


def _sample(data: bytes) -> bytes:
    if len(data) <= _SAMPLE:
        return data
    # begin where something other than ASCII is, or the sample may say nothing
    first = next((m.start() for m in re.finditer(rb"[\x80-\xff]", data)), 0)
    begin = max(0, data.rfind(b"\n", 0, first) + 1)
    # end between characters, or no encoding of several bytes would fit
    end = max(data.rfind(sign, begin, begin + _SAMPLE) for sign in (b"\n", b" "))
    return data[begin : end if end > begin else begin + _SAMPLE]


def _intruders(text: str) -> int:
    return len(_INTRUDERS.findall(text))


def _rarity(encoding: str) -> int:
    return _COMMON.index(encoding) if encoding in _COMMON else len(_COMMON)
