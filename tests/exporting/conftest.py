"""What the tests of exports may ask for."""

from collections.abc import Callable

import pytest

from dmreader.exporting.formats import Style, exporter
from dmreader.model import Comparison
from tests.exporting.made import hostile_comparison

Render = Callable[..., str]


@pytest.fixture(scope="session")
def made() -> Comparison:
    """The comparison made by hand."""
    return hostile_comparison()


@pytest.fixture(scope="session")
def render(made: Comparison) -> Render:
    """A format's whole text for the comparison made by hand, or for another one."""

    def rendered(name: str, comparison: Comparison | None = None, style: Style | None = None) -> str:
        return "".join(exporter(name)(comparison or made, style or Style()))

    return rendered
