"""The aligned view on screen: rows, gaps, folds, columns, and the way back to the panes."""

from collections.abc import Callable
from dataclasses import replace

from dmreader.app.aligned import AlignedView
from dmreader.app.aligned_cells import CellLine, Cells
from dmreader.app.reader import ReaderApp
from dmreader.marks import mark
from dmreader.model import Group, Member, Source
from dmreader.reading import Reading, uncompared
from dmreader.store.settings import Settings
from tests.app.made import grid, opened
from tests.app.test_overview import press_all
from tests.reading.test_aligned import Tie
from tests.reading.test_aligned import made as tied


def shown(view: object) -> list[str]:
    assert isinstance(view, AlignedView)
    area = view.rows.region
    return grid(view)[area.y : area.bottom]


async def test_what_is_said_alike_stands_in_one_row() -> None:
    async with opened(size=(150, 50)) as (screen, pilot):
        await press_all(pilot, "p")
        view = screen.app.screen
        rows = shown(view)
        [ship] = [row for row in rows if row.count("The ship left the harbour at dawn.") == 2]
        assert "The ship left the harbour at dawn, says the" in ship
        [nobody] = [row for row in rows if "Nobody on the quay waved." in row]
        assert nobody.count("·") == 2
        assert any("↕" in row and "Rain fell all day." in row for row in rows)


async def test_the_order_of_any_source() -> None:
    async with opened(size=(150, 50)) as (screen, pilot):
        await press_all(pilot, "p o o g")
        view = screen.app.screen
        assert isinstance(view, AlignedView)
        text = "".join(shown(view))
        assert text.index("Songs of the sea") < text.index("The ship left") < text.index("A dog [barked]")
        assert "in the order of three" in grid(view)[0]


async def test_the_cursor_is_the_readings_own_and_backspace_leads_back() -> None:
    async with opened(at=Member(0, 0)) as (screen, pilot):
        await press_all(pilot, "p j j enter")
        place = screen.reading.cursor
        assert place != Member(0, 0)
        await press_all(pilot, "backspace")
        assert screen.reading.cursor == Member(0, 0)


async def test_what_is_the_same_is_folded_opened_and_left_out() -> None:
    same: list[Tie] = [((0, n), (1, n), "verbatim") for n in range(1, 6)]
    async with opened(size=(100, 40)) as (screen, pilot):
        compared = tied([7, 7], *same)
        screen.reading.compare(compared, mark(compared))
        screen.reading.order = [0, 1]
        await press_all(pilot, "p f g j j")
        view = screen.app.screen
        assert isinstance(view, AlignedView)
        assert any("5 rows are the same in all" in row for row in shown(view))
        await press_all(pilot, "enter")
        assert any("s4" in row for row in shown(view))
        await press_all(pilot, "f")
        assert not any("s4" in row for row in shown(view))
        assert any("s6" in row for row in shown(view))


async def test_what_stands_only_in_a_hidden_column_is_said() -> None:
    async with opened(size=(90, 40)) as (screen, pilot):
        await press_all(pilot, "p")
        assert any("only in three" in row for row in shown(screen.app.screen))


async def test_pointer_and_wheel() -> None:
    async with opened(size=(150, 20)) as (screen, pilot):
        await press_all(pilot, "p")
        view = screen.app.screen
        assert isinstance(view, AlignedView)
        entry = next(y for y, (e, _) in enumerate(view.rows.window) if e == view.aligned.row_of(Member(0, 0)))
        await pilot.click(view.rows, offset=(60, entry))
        await pilot.pause()
        assert screen.reading.cursor == Member(1, 0)
        view.rows.scroll(3)
        await pilot.pause()
        assert view.rows.top > (0, 0)
        view.rows.scroll(-300)
        assert view.rows.top == (0, 0)
        for _ in range(50):
            view.rows.scroll(3)
        assert view.rows.top[0] < len(view.rows.entries)


async def test_many_rows_are_moved_through_without_delay() -> None:
    count = 8_000
    texts = [
        "".join(f"Sentence number {n} of text {t} stands here.\n" for n in range(count)) for t in range(3)
    ]
    plain = uncompared([Source(str(t), text) for t, text in enumerate(texts)])
    groups = tuple(Group((Member(0, n), Member(1, n), Member(2, n))) for n in range(0, count, 100))
    app = ReaderApp(Reading(replace(plain, groups=groups)), Settings(hints=False))
    async with app.run_test(size=(150, 45)) as pilot:
        await press_all(pilot, "p")
        view = app.screen
        assert isinstance(view, AlignedView)
        assert len(view.aligned.rows) == 3 * count - 2 * len(groups)
        wrapped = count_calls(view.rows.cells)
        await press_all(pilot, "j space G")
        assert wrapped() < 8 * view.rows.size.height
        assert any("Sentence number 7999" in row for row in shown(view))


def count_calls(cells: Cells) -> Callable[[], int]:
    """How many sentences are wrapped from now on."""
    calls = []
    wrap = cells._sentence

    def counted(member: Member) -> list[CellLine]:
        calls.append(member)
        return wrap(member)

    cells._sentence = counted  # type: ignore[method-assign]
    return lambda: len(calls)
