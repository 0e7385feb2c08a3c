"""dmreader beside other programs, on texts with known answers: time, memory, what is found."""

import contextlib
import json
import math
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.bench.found import noise, score
from tests.bench.programs import missing
from tests.bench.texts import Language, Line, original, version, written

_PAIRS = [f"{where}, {kind}" for where in ("in place", "moved") for kind in ("same", "edit", "heavy")]
_COLUMNS = (*_PAIRS, "right")
_CONTROL = 1500  # words of each of the unrelated texts
_MEMORY = 8 << 30  # bytes that a program may take
_WHY = {"ModuleNotFoundError": "not installed", "MemoryError": "out of memory", "bad_alloc": "out of memory"}
_BUSY = 10  # times its processor seconds that a program may take by the clock


class Measured(NamedTuple):
    """Processor seconds, largest memory in MB, the ties (or None) and a word why there are none."""

    seconds: float
    memory: float
    rows: list[list[int]] | None
    why: str = ""


def run(name: str, files: Sequence[str], patience: float) -> Measured:
    """Run one program in a process of its own, all its children counted, for `patience` processor seconds."""
    if missing(name):
        return Measured(0, 0, None, "not installed")
    command = [sys.executable, "-m", "tests.bench.programs", name, *files]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(
            command, stdout=out, stderr=errors, start_new_session=True, preexec_fn=partial(_limit, patience)
        )
        try:
            status = child.wait(_BUSY * patience)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            status = -signal.SIGXCPU
        if status in (-signal.SIGXCPU, -signal.SIGKILL):
            return Measured(0, 0, None, f"over {patience:.0f} s")
        out.seek(0)
        errors.seek(0)
        if status:
            last = (errors.read().decode(errors="replace").strip().splitlines() or ["failed"])[-1]
            return Measured(0, 0, None, next((why for sign, why in _WHY.items() if sign in last), last[:80]))
        answer = json.load(out)
    return Measured(answer["seconds"], answer["memory"], answer["rows"])


def _limit(patience: float) -> None:
    """Of the processor and not of the clock, so that on a busy machine nobody gets less; of memory, too."""
    seconds = math.ceil(patience)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    with contextlib.suppress(OSError, ValueError):  # not every system can
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def write(folder: Path, texts: Sequence[list[Line]]) -> list[str]:
    """Write texts as files; returns their paths."""
    paths = [folder / f"{k}.txt" for k in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(written(text), encoding="utf-8")
    return [str(p) for p in paths]


def table(words: int, names: Sequence[str], patience: float) -> str:
    """One set of texts measured, as a Markdown table; times and memory as multiples of dmreader's."""
    language = Language(words)
    first = original(language, words, words + 1)
    texts = [first, version(first, language, words + 2), version(first, language, words + 3)]
    strangers = [original(language, _CONTROL, words + k) for k in (4, 5, 6)]
    lines = [
        f"3 x {words:,} words (× is a multiple of dmreader's)",
        "",
        "| program | CPU s | × | MB | × | " + " | ".join(_COLUMNS) + " | unrelated texts tied |",
        "|---|" + "---:|" * (5 + len(_COLUMNS)),
    ]
    base: Measured | None = None
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        files, control = write(Path(one), texts), write(Path(other), strangers)
        for name in names:
            print(f"{words:,} words: {name}", file=sys.stderr)
            measured = run(name, files, patience)
            base = base or measured
            lines.append(_line(name, measured, base, texts, strangers, control, patience))
    return "\n".join(lines)


def _line(
    name: str,
    measured: Measured,
    base: Measured,
    texts: Sequence[list[Line]],
    strangers: Sequence[list[Line]],
    control: Sequence[str],
    patience: float,
) -> str:
    if measured.rows is None:
        return f"| {name} | {measured.why} |" + " |" * (4 + len(_COLUMNS))
    shares = score(texts, measured.rows)
    tied = run(name, control, patience)
    cells = [
        name,
        f"{measured.seconds:.2f}",
        f"{measured.seconds / max(base.seconds, 0.01):.2f}",
        f"{measured.memory:.0f}",
        f"{measured.memory / max(base.memory, 1):.2f}",
        *(f"{shares[c]:.3f}" if c in shares else "–" for c in _COLUMNS),
        f"{noise(strangers, tied.rows):.1%}" if tied.rows is not None else tied.why,
    ]
    return "| " + " | ".join(cells) + " |"
