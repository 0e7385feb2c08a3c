"""Corrections made in the reader: in what is printed when asked for, and only then."""

import json

from dmreader.model import Place, Source
from dmreader.store.notebook import Notebook
from tests.cli.running import Command


def _apart(dmreader: Command) -> None:
    """What the reader keeps when one says there that the first sentences do not belong together."""
    state = dmreader.home / ".local" / "state" / "dmreader"
    state.mkdir(parents=True)
    sources = [Source(name, (dmreader.folder / f"{name}.txt").read_text()) for name in ("a", "b")]
    book = Notebook(sources, state / "state.db")
    end = sources[0].text.index("\n")
    book.add("apart", [Place(0, 0, end), Place(1, 0, end)])
    book.close()


def _firsts(printed: str) -> list[object]:
    ends = [(link["a"], link["b"]) for link in json.loads(printed)["links"]]
    return [pair for pair in ends if all(end["sentence"] == 0 for end in pair)]


def test_corrections_are_printed_only_when_asked_for(dmreader: Command) -> None:
    _apart(dmreader)
    plain = dmreader("a.txt", "b.txt", "--format", "json")
    corrected = dmreader("a.txt", "b.txt", "--format", "json", "--corrected")
    assert (plain.status, corrected.status) == (0, 0)
    assert _firsts(plain.out)
    assert not _firsts(corrected.out)
    assert corrected.err == ""


def test_nothing_kept_is_nothing_corrected(dmreader: Command) -> None:
    plain = dmreader("a.txt", "b.txt", "--format", "json")
    assert dmreader("a.txt", "b.txt", "--format", "json", "--corrected").out == plain.out
    secure = dmreader("a.txt", "b.txt", "--format", "json", "--corrected", "--secure")
    assert secure.out == plain.out
    assert secure.err == ""
