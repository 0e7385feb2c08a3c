"""Files that come with the program, found the same way wherever it is installed."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def folder(package: str) -> "Traversable":
    """The folder of `package`, which may lie within an archive.

    Python's own way to it takes longer to load than all that the first picture needs of it.
    """
    path = Path(import_module(package).__path__[0])
    if path.is_dir():
        return path
    from importlib.resources import files

    return files(package)
