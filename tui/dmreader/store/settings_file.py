"""The settings file as a table of values that knows the line each value stands on."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dmreader.store.settings import SettingsError

LARGEST = 1_000_000
"""Bytes; a settings file is never larger, and a device or a wrong file would be."""


@dataclass(frozen=True)
class SettingsFile:
    """The values of the file at `path`, by name; empty when there is no file."""

    path: Path
    text: str
    values: Mapping[str, Any]

    def where(self, name: str) -> str:
        """The file and the line of top-level key `name`, for messages."""
        return f"{self.path}, line {self._lines.get(name, 1)}"

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        """The line (from 1) on which each top-level key begins.

        tomllib does not tell lines. Each beginning of the file that ends with a whole statement is a valid
        file itself, so a key begins on the line after the last one that was valid without it.
        """
        lines = self.text.split("\n")
        found: dict[str, int] = {}
        valid = 0
        for count in range(1, len(lines) + 1):
            try:
                names = tomllib.loads("\n".join(lines[:count]) + "\n")
            except tomllib.TOMLDecodeError:
                continue
            for name in names:
                found.setdefault(name, valid + 1)
            valid = count
        return found


def read(path: Path, *, required: bool) -> SettingsFile:
    """The settings file at `path`; no file is no settings, unless `required`. Raises SettingsError."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        if required:
            raise SettingsError(f"{path}: there is no such settings file.") from None
        return SettingsFile(path, "", {})
    except OSError as error:
        raise SettingsError(f"{path}: the settings file cannot be read ({error.strerror}).") from None
    if len(raw) > LARGEST:
        raise SettingsError(f"{path}: this is too large for a settings file.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        return SettingsFile(path, text, tomllib.loads(text))
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: the settings file is not UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: the settings file is not TOML: {error}.") from None
