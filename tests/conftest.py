"""What every test may ask for."""

import pytest

from dmreader.comparing import compare
from dmreader.model import Comparison, Source
from dmreader.sources import articles


@pytest.fixture(scope="session")
def seeds() -> list[Source]:
    """The three articles."""
    return articles()


@pytest.fixture(scope="session")
def comparison(seeds: list[Source]) -> Comparison:
    """The comparison of the three articles."""
    return compare(seeds)
