"""What every test may ask for."""

import signal
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from dmreader.comparing import compare
from dmreader.model import Comparison, Source
from dmreader.sources import articles
from dmreader.store import database

# The same examples in every run, however slow the machine; --hypothesis-profile=search looks for others.
_ANY_SPEED = [HealthCheck.too_slow]
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=_ANY_SPEED)
settings.register_profile("search", max_examples=2000, deadline=None, suppress_health_check=_ANY_SPEED)
settings.load_profile("same")


def pytest_configure() -> None:
    """A shell that runs tests in the background has them ignore interrupts, and so would what they start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def seeds() -> list[Source]:
    """The three articles."""
    return articles()


@pytest.fixture(scope="session")
def comparison(seeds: list[Source]) -> Comparison:
    """The comparison of the three articles."""
    return compare(seeds)


@pytest.fixture(autouse=True)
def _states_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An app in a test is not left as a program is left; what it kept its state in is closed all the same."""
    opened: list[sqlite3.Connection] = []
    connect = database._connect

    def remembered(name: str, *, uri: bool = False) -> sqlite3.Connection:
        opened.append(connect(name, uri=uri))
        return opened[-1]

    monkeypatch.setattr(database, "_connect", remembered)
    yield
    for connection in opened:
        connection.close()
