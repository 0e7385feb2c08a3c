"""Shares are said in one way, and never rounded to nothing or all."""

import pytest

from dmreader.marks import percent


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.996, "99%"), (1.0, "100%")]
)
def test_what_is_not_nothing_or_all_is_not_said_to_be(share: float, said: str) -> None:
    assert percent(share) == said
