"""Every command of the quotations does what it says."""

import pytest

from tests.app.cases_quotes import CASES
from tests.app.made import opened


@pytest.mark.parametrize("id", sorted(CASES))
async def test_command(id: str) -> None:  # noqa: A002
    case = CASES[id]
    async with opened(case.size, at=case.start) as (screen, pilot):
        for key in case.keys.split():
            await pilot.press(key)
        await pilot.pause()
        assert case.holds(screen), f"{id}: {screen.reading.cursor}"
