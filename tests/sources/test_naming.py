"""Names that are short, harmless and each only once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dmreader.sources.naming import names_for


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["/x/a.txt", "/x/b.txt"], ["a", "b"]),
        (["/x/a.txt", "/x/a.md"], ["a.txt", "a.md"]),
        (["/x/a.txt", "/y/a.txt", "/y/b.txt"], ["x/a.txt", "y/a.txt", "b"]),
        (["/p/x/a.txt", "/q/x/a.txt"], ["p/x/a.txt", "q/x/a.txt"]),
        (["/x/a.txt", "/x/a.txt", "/x/a.txt"], ["a", "a (2)", "a (3)"]),
        (["/x/a.txt", "/y/a.txt", "/x/a.txt"], ["x/a.txt", "y/a.txt", "x/a.txt (2)"]),
        (["/x/a (2).txt", "/y/a.txt", "/y/a.txt"], ["a (2)", "a", "a (3)"]),
        (["-", "/x/standard input.txt"], ["standard input", "standard input.txt"]),
        (["/x/.hidden", "/x/two.parts.txt"], [".hidden", "two.parts"]),
    ],
)
def test_files_are_named_as_shortly_as_tells_them_apart(paths: list[str], names: list[str]) -> None:
    assert names_for(paths) == names


def test_labels_come_first_and_are_harmless() -> None:
    assert names_for(["/x/a", "/x/b", "/x/c"], ["left", "", "le\x1bft"]) == ["left", "b", "le␛ft"]
    assert names_for(["/x/a", "/x/b"], ["same", "same"]) == ["same", "same (2)"]


_NAMES = st.sampled_from(
    ["a.txt", "b.txt", "a.md", "x/a.txt", "y/a.txt", "x/y/a.txt", "a (2)", "-", "/dev/fd/9"]
)


@given(st.lists(_NAMES, max_size=8), st.lists(st.sampled_from(["", "a", "x", "a (2)"]), max_size=8))
def test_no_two_sources_have_the_same_name(paths: list[str], labels: list[str]) -> None:
    names = names_for(paths, labels)
    assert len(names) == len(paths)
    assert len(set(names)) == len(names)
    assert all(names)
