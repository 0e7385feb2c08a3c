"""Bytes made into text."""

import codecs
import re

from dmreader.sources.errors import refusal
from dmreader.sources.recognising import control_share, evidently

_MARKS = (  # the order matters: UTF-32's mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_CONTROLS = 0.3
"""A file with a greater share of control characters than this is no text."""


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, and sentences about what had to be guessed or lost in reading it.

    In this order: `encoding` if it is given, a byte order mark, UTF-8, UTF-16 without a mark, UTF-8 with
    damaged places, and what charset-normalizer thinks. Raises `SourceError` for what is no text.
    """
    if encoding:
        return _as_told(data, path, encoding), ()
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    what = evidently(data)
    if what:
        raise refusal(path, f"this is {what}, and only plain texts can be read")
    text = _strict(data, "utf-8")
    if text is not None and control_share(data) <= _MOST_CONTROLS:
        return _escaped(data, text) or (text, ())
    return _unmarked_utf_16(data) or _damaged(data) or _guessed(data, path)


def _as_told(data: bytes, path: str, encoding: str) -> str:
    text = _strict(data, encoding)
    if text is None:
        raise refusal(path, f"this is not text in {encoding}")
    return text.removeprefix("\ufeff")


def _marked(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") if _strict(data, encoding) is None else 0
    return text, _about_lost(lost, encoding.removesuffix("-le").removesuffix("-be"))


def _unmarked_utf_16(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Texts of any script have spaces and line ends, whose other byte is NUL on one and the same side."""
    high, low = data[0::2].count(0), data[1::2].count(0)
    if max(high, low) < len(data) / 40 or min(high, low) > max(high, low) / 10:
        return None
    encoding = "utf-16-be" if high > low else "utf-16-le"
    text = _strict(data, encoding)
    return None if text is None else (text, (_guess_notice(encoding),))


_LIKE_UTF_8 = re.compile(
    rb"(?:[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3}|[\xf8-\xfd][\x80-\xbf]{4,5})"
    rb"(?![\x80-\xbf])"
)
_HIGH = re.compile(rb"[\x80-\xff]")


def _damaged(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 that is cut inside a character, or that has no more stray bytes than characters."""
    if control_share(data) > _MOST_CONTROLS:
        return None
    built = len(_LIKE_UTF_8.findall(data))
    stray = len(_HIGH.findall(_LIKE_UTF_8.sub(b"", data)))
    cut = stray == 1 and data[-1] >= 0xC0
    if not cut and (built < stray or not built):
        return None
    text = data.decode("utf-8", "replace")
    return text, _about_lost(len(_LOST.findall(text)), "utf-8")


_LOST = re.compile("\ufffd+")


def _escaped(data: bytes, text: str) -> tuple[str, tuple[str, ...]] | None:
    """ISO-2022-JP, which is ASCII to the eye of a decoder, with escape sequences that switch alphabets."""
    if b"\x1b$B" not in data and b"\x1b$@" not in data:
        return None
    japanese = _strict(data, "iso2022_jp")
    return (japanese, (_guess_notice("iso2022_jp"),)) if japanese and text.isascii() else None


def _guessed(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    from dmreader.sources.guessing import guess

    encoding = None if b"\0" in data or control_share(data) > _MOST_CONTROLS / 10 else guess(data)
    if encoding is None:
        raise refusal(
            path, "this looks like binary data, not like a text (--encoding NAME reads it all the same)"
        )
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") if _strict(data, encoding) is None else 0
    return text, (_guess_notice(encoding), *_about_lost(lost, encoding))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _guess_notice(encoding: str) -> str:
    return f"The encoding is a guess: it was read as {encoding} (--encoding NAME sets another)."


def _about_lost(count: int, encoding: str) -> tuple[str, ...]:
    if not count:
        return ()
    places = "1 place is" if count == 1 else f"{count} places are"
    return (f"{places} not valid {encoding} and shown as \ufffd.",)
