"""The files of the project and what they import."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tui" / "dmreader"


def tracked() -> list[Path]:
    """The files that belong to the project: all that git does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in found if path.is_file()]


def modules(room: str) -> list[Path]:
    """The Python files of one room."""
    return sorted((PACKAGE / room).rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[str, bool]]:
    """What `file` imports, as dotted names, and whether only to check types."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    checking = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in checking
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: imports are absolute here"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", id(node) in checking
