"""Comparing in a process of its own; each test has one of its own too, because forking wants no threads."""

import subprocess
import sys

_BEGIN = """
import os, time
from dmreader.app.comparer import Compared, Comparer, Failed
from dmreader.model import Source
sources = [Source(name, "The ship left the harbour at dawn.\\n") for name in "ab"]
def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
"""


def _run(program: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", _BEGIN + program], capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_what_comes_back_is_what_compare_makes() -> None:
    assert (
        _run(
            """
from dmreader.comparing import compare
from dmreader.marks import mark
comparer = Comparer(sources)
told = comparer.wait(50)
comparison, marks, changes = comparer.unpack(told)
whole = compare(sources)
print(comparison == whole, marks == mark(whole), len(changes) > 0, gone(comparer._child))
"""
        )
        == "True True True True"
    )


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
comparer = Comparer([Source("a", "The ship left the harbour. " * 100_000)])
begun = time.monotonic()
comparer.stop()
print(time.monotonic() - begun < 1, gone(comparer._child))
"""
    )
    assert said == "True True"
