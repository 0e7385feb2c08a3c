"""Files and standard input made into sources."""

import os
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dmreader.model import Source, hidden
from dmreader.sources.decoding import decode
from dmreader.sources.errors import SourceError, refusal
from dmreader.sources.naming import names_for
from dmreader.sources.opening import STANDARD_INPUT, read_bytes

MOST = 256
"""The greatest number of sources that are compared at once."""


def source(
    name: str,
    text: str,
    *,
    path: str | None = None,
    notices: Sequence[str] = (),
    encoding: str | None = None,
) -> Source:
    """A source made from a text, with a notice about the hidden characters in it, if any."""
    made = Source(name, text, path=path, encoding=encoding)
    return replace(made, notices=(*notices, *_about_hidden(made.text)))


def load(
    path: str | os.PathLike[str],
    label: str | None = None,
    encoding: str | None = None,
    *,
    may_be_empty: bool = False,
) -> Source:
    """The source at `path`, or on standard input for `-`; raises `SourceError`.

    `label` is its name instead of the file's. `encoding` is a name that Python knows; without one it is found
    out, and said in the source's notices when it had to be guessed. A text without words is refused unless it
    `may_be_empty`.
    """
    path = os.fspath(path)
    loaded = _load(path, names_for([path], [label or ""])[0], encoding)
    return loaded if may_be_empty else _with_text([loaded], [path])[0]


def load_all(
    paths: Sequence[str | os.PathLike[str]], labels: Sequence[str] = (), encoding: str | None = None
) -> list[Source]:
    """The sources at `paths`, in order, each with a name of its own.

    `labels` name the first so many of them. The same file may stand in `paths` twice, standard input may not.
    Beside others that have text a file may have none, as /dev/null in `git difftool`; a notice says so.
    Raises `SourceError` for the first that cannot be read, or when there is no text in any.
    """
    if isinstance(paths, str):
        raise TypeError("load_all() takes a list of paths; load() reads a single file")
    named = [os.fspath(path) for path in paths]
    if len(named) > MOST:
        raise SourceError(f"{len(named)} sources are given, and {MOST} are the most that can be compared.")
    if sum(path in STANDARD_INPUT for path in named) > 1:
        raise refusal("-", "it can be read only once")
    names = names_for(named, labels)
    loaded = [_load(p, name, encoding) for p, name in zip(named, names, strict=True)]
    return _noting_repeats(_with_text(loaded, named))


def _load(path: str, name: str, encoding: str | None) -> Source:
    text, notices = decode(read_bytes(path), path, encoding)
    if not text.strip():
        notices = (*notices, "There is no text in it.")
    return source(name, text, path=_absolute(path), notices=notices, encoding=encoding)


def _with_text(sources: list[Source], paths: Sequence[str]) -> list[Source]:
    if sources and not any(source.text.strip() for source in sources):
        raise refusal(paths[0], "there is no text in it")
    return sources


def _noting_repeats(sources: Sequence[Source]) -> list[Source]:
    first: dict[str, str] = {}
    noted = []
    for made in sources:
        file = made.path and os.path.realpath(made.path)
        if file and first.setdefault(file, made.name) != made.name:
            made = replace(made, notices=(*made.notices, f"This is the same file as {first[file]}."))
        noted.append(made)
    return noted


def _absolute(path: str) -> str | None:
    return None if path in STANDARD_INPUT else str(Path(os.path.abspath(path)))


_CONTROLS = {
    "\x00": "null",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\x1b": "escape",
    "\x7f": "delete",
}


def _about_hidden(text: str) -> tuple[str, ...]:
    found = Counter(hidden(text))
    if not found:
        return ()
    total = found.total()
    kinds = [_kind(c) + (f" ({n} times)" if 1 < n < total else "") for c, n in found.most_common(3)]
    if len(found) > 3:
        kinds.append("and others")
    what = "1 hidden character is shown as a stand-in"
    if total > 1:
        what = f"{total} hidden characters are shown as stand-ins"
    return (f"{what}: {', '.join(kinds)}.",)


def _kind(character: str) -> str:
    name = _CONTROLS.get(character) or unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} {name}".rstrip()
