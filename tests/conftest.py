"""What every test may ask for."""

import pytest
from hypothesis import settings

from dmreader.comparing import compare
from dmreader.model import Comparison, Source
from dmreader.sources import articles

# The same examples in every run; --hypothesis-profile=search looks for others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def seeds() -> list[Source]:
    """The three articles."""
    return articles()


@pytest.fixture(scope="session")
def comparison(seeds: list[Source]) -> Comparison:
    """The comparison of the three articles."""
    return compare(seeds)
