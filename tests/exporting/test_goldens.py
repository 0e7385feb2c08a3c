"""The three articles in every format, against the kept ones: nobody changes what users see unaware."""

import pytest

from dmreader.model import Comparison
from tests.exporting.goldens import FOLDER, GOLDENS, made_now


@pytest.fixture(scope="module")
def now(comparison: Comparison) -> dict[str, str]:
    return dict(made_now(comparison))


@pytest.mark.parametrize("name", GOLDENS)
def test_a_golden_is_as_it_was(now: dict[str, str], name: str) -> None:
    kept = (FOLDER / name).read_text(encoding="utf-8")
    assert now[name] == kept, "if this is meant: python -m tests.exporting.regenerate, and look at the diff"


def test_no_golden_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(GOLDENS)
