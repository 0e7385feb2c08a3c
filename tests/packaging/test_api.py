"""`from dmreader import compare, Source`: easy to use, and hard to use wrongly."""

import doctest
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dmreader
from dmreader import Options, Source, compare, load, load_all, source


def test_two_texts_are_compared_in_two_lines() -> None:
    found = compare([Source("one", "He was found in London."), Source("two", "He was found in London.")])
    assert found.links[0].relation == "verbatim"
    assert found.sources[0].title == "He was found in London."


def test_a_source_can_be_made_with_its_notices() -> None:
    assert source("one", "a\x1b").notices == ("1 hidden character is shown as a stand-in: U+001B escape.",)


@pytest.mark.parametrize("wrong", ["a.txt", ["a.txt", "b.txt"], Source("one", "text"), [b"text"], None])
def test_what_is_no_source_is_refused_with_the_way_to_make_one(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"Source\('a name', 'a text'\) or load\('a file'\)"):
        compare(wrong)


def test_sources_may_come_from_anything_that_gives_them() -> None:
    assert len(compare(Source(name, "Rain fell all day.") for name in "ab").sources) == 2


def test_paths_may_be_paths(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Rain fell all day.")
    assert load(file) == load(str(file)) == load_all([file])[0]
    with pytest.raises(TypeError, match="a list of paths"):
        load_all(str(file))


@pytest.mark.parametrize("wrong", [("a", b"bytes"), ("a", None), (1, "text")])
def test_a_source_of_something_else_says_how_to_make_one(wrong: tuple[Any, Any]) -> None:
    with pytest.raises(TypeError, match=r"load\('a file'\)"):
        Source(*wrong)


def test_the_example_of_the_package_is_true() -> None:
    assert doctest.testmod(dmreader).attempted == 4
    assert doctest.testmod(dmreader).failed == 0


def test_options_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="min_words is 1 or more"):
        Options(min_words=0)
    with pytest.raises(ValueError, match="not colour"):
        Options(fold=frozenset({"colour"}))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"as \{'case'\}"):
        Options(fold="case")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a whole number, not '4'"):
        Options(min_words="4")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"Options\(min_words=5\)"):
        compare([], {"min_words": 5})  # type: ignore[arg-type]
    listed = Options(fold=["case"])  # type: ignore[arg-type]
    assert listed == Options(fold=frozenset({"case"}))


def test_every_public_name_is_there_and_documented() -> None:
    for name in dmreader.__all__:
        value = getattr(dmreader, name)
        assert name == "__version__" or value.__doc__, name
    assert load.__module__ == "dmreader.sources.files"
    with pytest.raises(AttributeError, match="no attribute 'compere'"):
        getattr(dmreader, "compere")  # noqa: B009 - what is tested is the name that is not there


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import dmreader; print(*set(sys.modules) - before)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {m for m in ran.stdout.split() if "." in m and m.startswith("dmreader")} == set()
