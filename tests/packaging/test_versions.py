"""Every version is held, and none by an address."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HELD = {
    canonicalize_name(Requirement(r).name): Requirement(r)
    for r in PROJECT["tool"]["uv"]["constraint-dependencies"]
}
GROUPS: dict[str, list[str]] = {
    "program": PROJECT["project"]["dependencies"],
    **PROJECT["project"]["optional-dependencies"],
    **PROJECT["dependency-groups"],
    "build": PROJECT["build-system"]["requires"],
}


def needed(requirements: list[str]) -> set[str]:
    """The names that `requirements` bring in, as far as what is installed here says what it needs itself."""
    found: set[str] = set()
    waiting = [Requirement(r) for r in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        extras = ["", *requirement.extras]
        if name in found and not requirement.extras:
            continue
        found.add(name)
        try:
            further = [Requirement(r) for r in requires(name) or []]
        except PackageNotFoundError:
            continue
        waiting += [
            r for r in further if not r.marker or any(r.marker.evaluate({"extra": e}) for e in extras)
        ]
    return found


@pytest.mark.parametrize("group", GROUPS)
def test_everything_that_is_installed_is_held_to_one_version(group: str) -> None:
    assert needed(GROUPS[group]) - HELD.keys() == set()


def test_each_is_held_to_exactly_one_version_that_the_bounds_allow() -> None:
    assert all(re.fullmatch(r"==[\d.]+", str(r.specifier)) for r in HELD.values())
    for requirements in GROUPS.values():
        for requirement in map(Requirement, requirements):
            (held,) = HELD[canonicalize_name(requirement.name)].specifier
            assert requirement.specifier.contains(held.version), requirement


def test_what_builds_it_is_held_to_the_same_versions() -> None:
    build = [Requirement(r) for r in PROJECT["tool"]["uv"]["build-constraint-dependencies"]]
    assert {r.name for r in build} >= {"setuptools", "setuptools-scm"}
    assert all(r.specifier == HELD[canonicalize_name(r.name)].specifier for r in build)


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    for requirement in map(Requirement, PROJECT["project"]["dependencies"]):
        assert {s.operator for s in requirement.specifier} == {">=", "<"}, requirement
