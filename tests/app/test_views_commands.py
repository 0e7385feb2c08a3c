"""Every command of notes, editors and further views does what it says."""

import pytest

from tests.app.cases_views import CASES
from tests.app.made import opened


@pytest.mark.parametrize("id", sorted(CASES))
async def test_command(id: str) -> None:  # noqa: A002
    case = CASES[id]
    async with opened(case.size, at=case.start) as (screen, pilot):
        for key in case.keys.split():
            await pilot.press(key)
            await pilot.pause()
        await screen.workers.wait_for_complete()
        assert case.holds(screen), f"{id}: {screen.reading.cursor}"
