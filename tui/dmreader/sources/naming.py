"""Names for sources, short and each only once."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dmreader.model import one_line
from dmreader.sources.opening import DESCRIPTOR, STANDARD_INPUT


def names_for(paths: Sequence[str], labels: Sequence[str] = ()) -> list[str]:
    """A name for each of `paths`: its label, else the file's name without its suffix.

    Files that would have the same name get the suffix, too, then as many folders as tell them apart; what is
    still alike (the same file twice, the same label twice) is numbered.
    """
    named = [one_line(label.strip()) for label in labels[: len(paths)]]
    named += [""] * (len(paths) - len(named))
    forms = [[label] if label else _forms(path) for label, path in zip(named, paths, strict=True)]
    return _numbered(_told_apart(forms))


def _forms(path: str) -> list[str]:
    """The names a file may go by, from the shortest to the whole path."""
    if path in STANDARD_INPUT:
        return ["standard input"]
    if DESCRIPTOR.match(path):
        return [f"pipe {Path(path).name}"]
    file = Path(path).absolute()
    tails = ["/".join(file.parts[-count:]) for count in range(1, len(file.parts) + 1)]
    return [one_line(form) for form in (file.stem, *tails)]


def _told_apart(forms: Sequence[list[str]]) -> list[str]:
    longest = [0] * len(forms)
    while True:
        names = [form[at] for form, at in zip(forms, longest, strict=True)]
        often = Counter(names)
        distinct = {
            name: {tuple(f) for f, n in zip(forms, names, strict=True) if n == name} for name in often
        }
        alike = [
            i for i, name in enumerate(names) if len(distinct[name]) > 1 and longest[i] + 1 < len(forms[i])
        ]
        if not alike:
            return names
        for i in alike:
            longest[i] += 1


def _numbered(names: Sequence[str]) -> list[str]:
    taken = set(names)
    seen: set[str] = set()
    result = []
    for name in names:
        given, number = name, 1
        while given in seen or (given != name and given in taken):
            number += 1
            given = f"{name} ({number})"
        seen.add(given)
        result.append(given)
    return result
