"""Comparing in a process of its own; each test has one of its own too, because forking wants no threads."""

import subprocess
import sys
from pathlib import Path

import pytest

_BEGIN = """
import sys
sys.path[:] = [p for p in sys.path if p]
import os, time
from dmreader.app.comparer import Compared, Comparer, Cut
from dmreader.model import Source
sources = [Source(name, "The ship left the harbour at dawn.\\n") for name in "ab"]
def made(comparer):
    while not isinstance(told := comparer.wait(50), Compared):
        assert told is not None
    return comparer.unpack(told)
def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
"""


def _run(program: str, folder: Path | None = None) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", _BEGIN + program],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=folder,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.mark.parametrize("afresh", [False, True])
def test_what_comes_back_is_what_compare_makes(afresh: bool) -> None:
    assert (
        _run(
            f"""
from dmreader.comparing import compare
from dmreader.marks import mark
comparer = Comparer(sources, afresh={afresh})
comparison, marks, changes = made(comparer)
whole = compare(sources)
print(comparison == whole, marks == mark(whole), len(changes) > 0, gone(comparer._child))
"""
        )
        == "True True True True"
    )


def test_the_sentences_come_first() -> None:
    said = _run(
        """
sources = [Source("a", "One. Two. Three.\\n" * 2000)] * 3
comparer = Comparer(sources)
told = comparer.wait(50)
print(isinstance(told, Cut) and told.sentences == made(comparer)[0].sentences)
"""
    )
    assert said == "True"


def test_a_file_beside_the_texts_is_no_module(tmp_path: Path) -> None:
    for name in ("pickle", "struct", "dmreader"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('this is a text')")
    said = _run("print(len(made(Comparer(sources, afresh=True))[0].links))", tmp_path)
    assert int(said) > 0


def test_a_failure_is_told_in_a_sentence() -> None:
    said = _run(
        """
comparer = Comparer([*sources, "not a source"])
assert comparer.wait(50) is None
print(comparer.failure, "|", comparer.running)
"""
    )
    assert "Error" in said
    assert said.endswith("| False")


def test_a_child_that_is_killed_is_told() -> None:
    said = _run(
        """
import signal
comparer = Comparer([Source("a", "word " * 400_000)])
os.kill(comparer._child, signal.SIGKILL)
comparer.wait(50)
print(comparer.failure)
"""
    )
    assert "ended from outside" in said


def test_stopping_ends_the_child_at_once() -> None:
    said = _run(
        """
import dmreader.app.comparer_child as child
child._compare = lambda *_: time.sleep(1000)
comparer = Comparer(sources)
comparer.stop()
print(gone(comparer._child))
"""
    )
    assert said == "True"
