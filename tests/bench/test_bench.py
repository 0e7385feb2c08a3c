"""The benchmark itself: its texts have the answers it says, and its scores are right."""

from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import pytest

from tests.bench.engine import run, write
from tests.bench.found import noise, score
from tests.bench.passages import table
from tests.bench.texts import Language, Line, original, version

LANGUAGE = Language(7)
FIRST = original(LANGUAGE, 3000, 8)
TEXTS = [FIRST, version(FIRST, LANGUAGE, 9), version(FIRST, LANGUAGE, 10)]


def perfect() -> list[list[int]]:
    """Ties of every word that stands at the same place in two versions of a sentence."""
    starts = [[sum(len(x.words) for x in text[:k]) for k in range(len(text))] for text in TEXTS]
    rows = []
    for s, t in combinations(range(3), 2):
        where = {line.origin: k for k, line in enumerate(TEXTS[t]) if line.origin >= 0}
        for k, line in enumerate(TEXTS[s]):
            other = where.get(line.origin)
            if other is not None:
                same = zip(line.words, TEXTS[t][other].words, strict=True)
                rows += [
                    [s, starts[s][k] + i, t, starts[t][other] + i, 1]
                    for i, (a, b) in enumerate(same)
                    if a == b
                ]
    return rows


def test_versions_are_edited_moved_and_added_to() -> None:
    for text in TEXTS[1:]:
        origins = [line.origin for line in text if line.origin >= 0]
        assert len(set(origins)) == len(origins)
        assert 0.8 < len(origins) / len(FIRST) < 0.97
        assert 0.02 < sum(line.moved for line in text) / len(text) < 0.12
        assert {"same", "edit", "heavy"} == {line.kind for line in text}
        assert any(line.origin < 0 for line in text)
        for line in text:
            if line.origin >= 0:
                changed = sum(a != b for a, b in zip(line.words, FIRST[line.origin].words, strict=True))
                assert changed == 0 or line.kind != "same"


def test_a_perfect_answer_scores_one_and_an_empty_one_nothing() -> None:
    assert set(score(TEXTS, perfect()).values()) == {1.0}
    empty = score(TEXTS, [])
    assert empty.pop("right") == 1.0
    assert set(empty.values()) == {0.0}


def test_wrong_ties_count_against_what_is_right() -> None:
    rows = perfect()
    wrong = [[0, 5, 1, sum(len(x.words) for x in TEXTS[1]) - 5 - k, 1] for k in range(len(rows) // 10)]
    assert score(TEXTS, rows + wrong)["right"] == pytest.approx(10 / 11, abs=0.02)
    assert noise([[Line(("a", "b"), 0)], [Line(("c", "d"), 0)]], [[0, 0, 1, 1, 1]]) == 0.5


def test_programs_are_run_and_limited(tmp_path: Path) -> None:
    files = write(tmp_path, [text[:20] for text in TEXTS])
    done = run("difflib", files, 60)
    assert done.rows
    assert done.seconds > 0
    assert run("difflib", files, 0).why == "over 0 s"


def test_passages_are_measured_with_and_without_numpy() -> None:
    head, rule, row = table([200]).splitlines()
    assert head.count("|") == rule.count("|") == row.count("|")
    assert row.count("×") == 1 + bool(find_spec("numpy"))
