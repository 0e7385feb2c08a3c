"""The programs that are measured, each as it is run on the files of one set.

`python -m tests.bench.programs NAME FILE...` runs one and prints what it took and which words it ties: rows
of `[source, first word, source, first word, number of words]`, words counted from 0.
"""

import json
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from importlib import import_module
from itertools import accumulate, combinations
from pathlib import Path

Tie = tuple[int, int, int, int, int]
Words = list[str]
Blocks = Callable[[Words, Words], Iterator[tuple[int, int, int]]]
_MARKS = ("\x01", "\x02", "\x03", "\x04")
_SIM = re.compile(r": line (\d+)-(\d+)\s*\|.*: line (\d+)-(\d+)")


def _words(path: str) -> Words:
    return re.sub(r"[^\w\s]", "", Path(path).read_text(encoding="utf-8").lower()).split()


def _pairwise(files: Sequence[str], blocks: Blocks) -> Iterator[Tie]:
    texts = [_words(f) for f in files]
    for (s, a), (t, b) in combinations(enumerate(texts), 2):
        for i, j, n in blocks(a, b):
            yield s, i, t, j, n


def _matching(a: Words, b: Words, *, shortcut: bool) -> Iterator[tuple[int, int, int]]:
    return iter(SequenceMatcher(None, a, b, autojunk=shortcut).get_matching_blocks())


def difflib_words(files: Sequence[str]) -> Iterator[Tie]:
    """difflib.SequenceMatcher on words, without its shortcut for frequent ones."""
    return _pairwise(files, lambda a, b: _matching(a, b, shortcut=False))


def difflib_default(files: Sequence[str]) -> Iterator[Tie]:
    """difflib.SequenceMatcher on words, as it comes."""
    return _pairwise(files, lambda a, b: _matching(a, b, shortcut=True))


def rapidfuzz_opcodes(files: Sequence[str]) -> Iterator[Tie]:
    """rapidfuzz.distance.Indel.opcodes on words."""
    from rapidfuzz.distance import Indel

    def blocks(a: Words, b: Words) -> Iterator[tuple[int, int, int]]:
        same = (o for o in Indel.opcodes(a, b) if o.tag == "equal")
        return ((o.src_start, o.dest_start, o.src_end - o.src_start) for o in same)

    return _pairwise(files, blocks)


def git(files: Sequence[str]) -> Iterator[Tie]:
    """git diff --word-diff."""
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", "-U1000000000", "--"]
    for (s, a), (t, b) in combinations(enumerate(files), 2):
        i = j = 0
        body = _output([*command, a, b]).split("@@\n", 1)[-1]
        for line in body.splitlines():
            n = len(re.sub(r"[^\w\s]", "", line[1:]).split())
            if line[:1] == " ":
                yield s, i, t, j, n
            i += n * (line[:1] in " -")
            j += n * (line[:1] in " +")


def wdiff(files: Sequence[str], program: str = "wdiff") -> Iterator[Tie]:
    """wdiff."""
    options = [x for pair in zip(("-w", "-x", "-y", "-z"), _MARKS, strict=True) for x in pair]
    for (s, a), (t, b) in combinations(enumerate(files), 2):
        i = j = 0
        kind = " "
        for piece in re.split("([\x01-\x04])", _output([program, *options, a, b])):
            if piece in _MARKS:
                kind = {"\x01": "-", "\x03": "+"}.get(piece, " ")
                continue
            n = len(re.sub(r"[^\w\s]", "", piece).split())
            if kind == " " and n:
                yield s, i, t, j, n
            i += n * (kind in " -")
            j += n * (kind in " +")


def dwdiff(files: Sequence[str]) -> Iterator[Tie]:
    """dwdiff."""
    return wdiff(files, "dwdiff")


def sim_text(files: Sequence[str]) -> Iterator[Tie]:
    """sim_text -r 4 of Grune's sim: it tells the lines, difflib here the words in them."""
    for (s, a), (t, b) in combinations(enumerate(files), 2):
        first = [_line_starts(f) for f in (a, b)]
        x, y = _words(a), _words(b)
        for found in _SIM.finditer(_output(["sim_text", "-r", "4", "-n", "-s", a, "/", b])):
            k, last, m, end = (int(g) for g in found.groups())
            low, high = first[0][k - 1], first[1][m - 1]
            one, other = x[low : first[0][last]], y[high : first[1][end]]
            for i, j, n in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
                yield s, low + i, t, high + j, n


def _line_starts(path: str) -> list[int]:
    """The number of words before each line, and of all words."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return list(accumulate((len(re.sub(r"[^\w\s]", "", line).split()) for line in lines), initial=0))


def collate(files: Sequence[str]) -> Iterator[Tie]:
    """CollateX 2.3, all sources at once."""
    collatex = import_module("collatex")  # not among the test tools
    whole = collatex.Collation()
    for k, f in enumerate(files):
        whole.add_plain_witness(str(k), " ".join(_words(f)))
    at = [0] * len(files)
    for column in collatex.collate(whole, segmentation=False).columns:
        present = {int(k): tokens for k, tokens in column.tokens_per_witness.items()}
        same = {k: str(tokens[0].token_data["n"]) for k, tokens in present.items()}
        for s, t in combinations(sorted(same), 2):
            if same[s] == same[t]:
                yield s, at[s], t, at[t], 1
        for k in present:
            at[k] += 1


def dmreader(files: Sequence[str]) -> Iterator[Tie]:
    """dmreader --no-quotes: the words of its passages, and the words that the two ends of a link share."""
    from tests.bench.ties import ties

    return ties(
        json.loads(_output([sys.executable, "-m", "dmreader", *files, "--no-quotes", "--format", "json"]))
    )


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode < 0:  # it took too long: as if this process had
        signal.raise_signal(-done.returncode)
    if done.returncode > 1:
        raise RuntimeError(done.stderr[-300:])
    return done.stdout


PROGRAMS: dict[str, Callable[[Sequence[str]], Iterator[Tie]]] = {
    "dmreader": dmreader,
    "git diff --word-diff": git,
    "sim_text": sim_text,
    "wdiff": wdiff,
    "dwdiff": dwdiff,
    "rapidfuzz opcodes": rapidfuzz_opcodes,
    "difflib": difflib_default,
    "difflib, no autojunk": difflib_words,
    "CollateX": collate,
}


COMMANDS = {
    "dmreader": "",
    "git diff --word-diff": "git",
    "sim_text": "sim_text",
    "wdiff": "wdiff",
    "dwdiff": "dwdiff",
}
"""Programs run as commands: only the command's own time counts, not the reading of what it prints."""


def missing(name: str) -> bool:
    """Whether a program that is a command of its own is not installed."""
    return bool(COMMANDS.get(name)) and shutil.which(COMMANDS[name]) is None


def main() -> None:
    """Run one program; print what it took and the ties, as one JSON object."""
    name, *files = sys.argv[1:]
    rows = list(PROGRAMS[name](files))
    used = resource.getrusage(resource.RUSAGE_CHILDREN if name in COMMANDS else resource.RUSAGE_SELF)
    answer = {"seconds": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024, "rows": rows}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
