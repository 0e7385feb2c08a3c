"""What the main screen shows and does beyond single commands."""

import os
from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from textual.events import Key
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Static

from dmreader.app.comparer import Compared, Comparer, Progressed, Unpacked
from dmreader.app.direction import LEFT_TO_RIGHT
from dmreader.app.frames import Frame
from dmreader.app.pane import SourcePane
from dmreader.app.picker import Picker
from dmreader.app.reader import ReaderApp
from dmreader.app.screen import ReaderScreen
from dmreader.comparing import compare
from dmreader.marks import mark
from dmreader.model import Comparison, Member, Source
from dmreader.reading import Query, Reading, uncompared
from dmreader.store.settings import Settings
from tests.app.made import grid, made, messages, opened

M = Member


def _line_of(screen: ReaderScreen, source: int, sentence: int) -> int:
    return next(y for y, at in enumerate(screen.panes[source].text.window) if at == (sentence, 0))


async def test_partners_stand_on_the_row_of_the_cursor() -> None:
    async with opened() as (screen, pilot):
        for sentence, partners in ((0, {1: 0, 2: 1}), (2, {1: 2}), (3, {1: 1}), (4, {2: 0})):
            screen.go(M(0, sentence))
            await pilot.pause()
            row = _line_of(screen, 0, sentence)
            for source, partner in partners.items():
                assert _line_of(screen, source, partner) == row


async def test_without_sync_the_others_stand_still() -> None:
    async with opened() as (screen, pilot):
        tops = [pane.text.top for pane in screen.panes]
        await pilot.press("s", "G")
        assert [pane.text.top for pane in screen.panes[1:]] == tops[1:]


async def test_a_long_text_keeps_the_cursor_in_view() -> None:
    text = "\n".join(f"Line {i} of a long text that wraps somewhere." for i in range(500))
    reading = Reading(uncompared([Source("long", text)]), compared=False)
    async with ReaderApp(reading, Settings(hints=False)).run_test(size=(60, 20)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        for key in (*"jjjjjjjjjjjj", "pagedown", "pagedown", "G", "k", "pageup", "g", "j"):
            await pilot.press(key)
            units = [unit for unit, _ in screen.panes[0].text.window]
            assert reading.cursor.sentence in units, key


async def test_a_page_moves_a_page() -> None:
    text = "\n".join(f"Line {i}." for i in range(300))
    reading = Reading(uncompared([Source("long", text)]), compared=False)
    async with ReaderApp(reading, Settings(hints=False, inspector=0)).run_test(size=(60, 22)) as pilot:
        await pilot.press("space", "space", "space")
        assert 25 <= reading.cursor.sentence <= 30  # every second line is empty: about ten sentences a page
        await pilot.press("b", "b", "b", "b")
        assert reading.cursor.sentence == 0


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (19, 6), (20, 6), (40, 12), (80, 24), (120, 40), (200, 50)])
async def test_every_size_shows_something_and_works(size: tuple[int, int]) -> None:
    async with opened(size) as (screen, pilot):
        await pilot.press("j", "enter", "n")
        assert any(row.strip() for row in grid(screen)) or size == (1, 1)
        assert screen.has_class("-small") == (size < (20, 6))


async def test_all_widths_up_to_200() -> None:
    async with opened((200, 12)) as (screen, pilot):
        for width in (*range(1, 60), *range(60, 201, 7)):
            await pilot.resize_terminal(width, 12)
            await pilot.pause()
            assert {cell_len(row) for row in grid(screen)} <= set(range(width + 1))


async def test_markup_in_a_source_is_text() -> None:
    async with opened(at=M(2, 2)) as (screen, _):
        assert any("A dog [barked] at" in row for row in grid(screen))


async def test_a_list_narrows_while_typing_and_jumps() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("O", *"quay")
        picker = pilot.app.screen
        assert isinstance(picker, Picker)
        assert len(picker.list.items) == 1
        await pilot.press("enter")
        assert screen.reading.cursor == M(0, 1)


async def test_a_hint_jumps() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("semicolon")
        await pilot.pause()
        label = next(t for t, m in pilot.app.screen.labels.items() if m == M(1, 2))  # type: ignore[attr-defined]
        await pilot.press(*label)
        assert screen.reading.cursor == M(1, 2)


async def test_a_click_and_a_double_click() -> None:
    async with opened() as (screen, pilot):
        y = _line_of(screen, 0, 3)
        await pilot.click(screen.panes[0].text, offset=(8, y))
        assert screen.reading.cursor == M(0, 3)
        await pilot.click(screen.panes[0].text, offset=(8, _line_of(screen, 0, 3)), times=2)
        assert screen.reading.cursor == M(1, 1)


async def test_the_map_is_clickable() -> None:
    async with opened() as (screen, pilot):
        await pilot.click(screen.panes[1].map, offset=(0, 2))
        assert screen.reading.cursor == M(1, 2)


async def test_the_wheel_moves_the_text_and_not_the_cursor() -> None:
    async with opened((140, 14)) as (screen, pilot):
        text = screen.panes[0].text
        await pilot.pause()
        screen.scroll_source(0, 3)
        await pilot.pause()
        assert text.top > (0, 0)
        assert screen.reading.cursor == M(0, 0)


async def test_the_wheel_takes_the_others_along_by_what_they_share() -> None:
    letters = "abcdefghij"
    words = [letters[i // 10] * 3 + letters[i % 10] * 4 for i in range(100)]
    shared = [f"{w} went {w}ing with {w}ers to {w}land." for w in words]
    sources = [
        Source("short", "\n".join(shared)),
        Source("long", "\n".join(f"{line}\nBut {i} stands alone." for i, line in enumerate(shared))),
    ]
    reading = Reading(compare(sources))
    async with ReaderApp(reading, Settings(hints=False)).run_test(size=(160, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.pause()
        screen.scroll_source(0, 60)
        middle = screen.panes[0].text.window[screen.panes[0].text.size.height // 2]
        beside = screen.panes[1].text.window[screen.panes[0].text.size.height // 2]
        assert beside[0] == 2 * middle[0]


async def test_selecting_over_wrapped_rows_copies_the_source_text() -> None:
    async with opened((60, 30)) as (screen, pilot):
        text = screen.panes[0].text
        screen.selections = {text: Selection(Offset(4, 0), Offset(6, 1))}
        await pilot.pause()
        assert screen.get_selected_text() == "ship left the harbour at dawn. Nobody"
        await pilot.press("y")
        assert pilot.app.clipboard == "ship left the harbour at dawn. Nobody"


async def test_a_drag_finds_the_characters_under_the_pointer() -> None:
    async with opened((140, 40), at=M(2, 2)) as (screen, _):
        text = screen.panes[2].text
        unit_text = screen.reading.text(M(2, 2))
        y = _line_of(screen, 2, 2)
        for x in range(12):
            _, offset = screen._compositor.get_widget_and_offset_at(text.region.x + 4 + x, text.region.y + y)
            assert offset == Offset(x, 2)
            assert unit_text[x] == "A dog [barked] at"[x]


async def test_the_filter_is_said_and_dims_without_hiding() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("f", *"moved", "enter")
        assert any("filter: moved" in row for row in grid(screen))
        assert any("Nobody on the quay" in row for row in grid(screen))
        await pilot.press("F")
        assert not any("filter:" in row for row in grid(screen))


async def test_plain_signs() -> None:
    async with opened(settings=Settings(glyphs="ascii", hints=False)) as (screen, _):
        shown = "\n".join(grid(screen))
        for source in screen.reading.comparison.sources:
            for character in set(source.text):
                shown = shown.replace(character, "")
        shown = shown.replace(LEFT_TO_RIGHT, "")  # only behind right-to-left words, and never seen
        assert shown.isascii(), {c for c in shown if not c.isascii()}


async def test_the_same_picture_is_not_painted_twice() -> None:
    async with opened() as (screen, pilot):
        text = screen.panes[0].text
        await pilot.press("j")
        painted: list[object] = []
        whole = text._paint
        text._paint = lambda *a: painted.append(a) or whole(*a)  # type: ignore[method-assign,func-returns-value]
        await pilot.press("k")
        await pilot.press("j")
        await pilot.press("k")
        assert len(painted) <= 4


async def test_a_later_comparison_is_taken_in() -> None:
    whole = made()
    reading = Reading(uncompared(whole.sources), compared=False)
    async with ReaderApp(reading, Settings(hints=False)).run_test(size=(140, 40)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert not any("%" in row for row in grid(screen))
        fresh = Reading(whole)
        reading.compare(whole, fresh.marks)
        screen.renew()
        await pilot.pause()
        assert any("68%" in row for row in grid(screen))
        reading.find(Query("rain"))


class _Told(Comparer):
    """A comparison that was half made when the screen came, and done when it was painted."""

    def __init__(self, whole: Comparison) -> None:
        self.whole = whole
        self.running = True
        self.failure = ""
        self.descriptor, self._end = os.pipe()

    def news(self) -> Iterator[Progressed]:
        yield Progressed("weighing sentences", 0.6)

    def wait(self, seconds: float) -> Compared | None:  # noqa: ARG002
        self.running = False
        return Compared(Frame(b"", bytearray(), ()))

    def unpack(self, told: Compared) -> Unpacked:  # noqa: ARG002
        return self.whole, mark(self.whole), {}


async def test_progress_is_gone_when_the_comparison_is_there() -> None:
    whole = made()
    comparer = _Told(whole)
    reading = Reading(uncompared(whole.sources), compared=False)
    app = ReaderApp(reading, Settings(hints=False), comparer)
    settle = app.settle

    def heard_before_the_first_picture() -> None:
        assert app.making is not None
        app.making.listen()
        settle()

    app.settle = heard_before_the_first_picture  # type: ignore[method-assign]
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert any("68%" in row for row in grid(screen))
        assert "weighing" not in grid(screen)[-1]


async def test_a_new_theme_repaints_everything() -> None:
    async with opened() as (screen, pilot):
        before = [str(segment.style) for segment in screen.panes[0].text.render_line(0)]
        pilot.app.theme = "paper"
        await pilot.pause()
        after = [str(segment.style) for segment in screen.panes[0].text.render_line(0)]
        assert all(a != b for a, b in zip(before, after, strict=True))
        header = screen.panes[0].header.render_line(0)
        assert "on #f2ede2" in str(next(iter(reversed(list(header)))).style)


@pytest.mark.parametrize("size", [(120, 40), (60, 24)])
async def test_a_hidden_source_that_is_gone_to_is_shown_again_in_its_place(size: tuple[int, int]) -> None:
    async with opened(size=size) as (screen, pilot):
        await pilot.press("2")
        assert 1 not in screen.shown
        await pilot.press("enter")
        await pilot.pause()
        assert screen.reading.cursor.source == 1
        assert screen.reading.order == [0, 1, 2]
        assert [pane for pane in screen.query(SourcePane) if pane.display] == [
            screen.panes[s] for s in screen.shown
        ]


async def test_panes_that_were_moved_stay_where_they_are_when_another_comes_back() -> None:
    async with opened() as (screen, pilot):
        await pilot.press("shift+right", "3", "3")
        await pilot.pause()
        assert screen.reading.order == [1, 0, 2]
        assert [pane.source for pane in screen.query(SourcePane)] == [1, 0, 2]


@pytest.mark.parametrize("key", ["apostrophe", "o", "p", "Q", "f1", "x", "L"])
async def test_the_mouse_may_select_what_textual_paints(key: str) -> None:
    async with opened(size=(5, 3)) as (_, pilot):
        await pilot.press(key)
        await pilot.pause()
        await pilot.app.screen.mount(Static("Words that Textual paints itself"))
        pilot.app.screen.text_select_all()
        await pilot.pause()
        assert pilot.app.screen.selections
        await pilot.press("escape")


@pytest.mark.parametrize(
    ("key", "leaving"),
    [
        *(
            (key, "escape")
            for key in ("f1", "x", "f", "o", "p", "Q", "L", "colon", "slash", "c", "a", "C", "X", "ctrl+t")
        ),
        ("semicolon", "upper_z"),
        ("ctrl+p", "escape"),
        ("L", "enter"),
        ("p", "enter"),
        ("p", "p"),
        ("o", "o"),
        ("Q", "Q"),
    ],
)
async def test_keys_that_come_faster_than_a_screen_closes_close_one_screen(key: str, leaving: str) -> None:
    async with opened() as (screen, pilot):
        await pilot.press(key)
        await pilot.pause()
        for _ in range(5):
            pilot.app.post_message(Key(leaving, "Z" if leaving == "upper_z" else None))
        await pilot.pause()
        assert pilot.app.screen_stack[0] is screen


async def test_keys_that_come_when_the_screens_have_gone_are_lost_in_silence() -> None:
    async with opened() as (_, pilot):
        await pilot.pause()
    await pilot.app.on_event(Key("Q", "Q"))
    assert not pilot.app.screen_stack


async def test_nothing_is_said_to_be_missing_while_it_is_still_looked_for() -> None:
    reading = Reading(
        uncompared([Source("a", "Rain fell. It was cold."), Source("b", "Rain fell.")]), compared=False
    )
    app = ReaderApp(reading, Settings(hints=False))
    async with app.run_test() as pilot:
        await pilot.press("n", "]")
        assert messages(app) == ["The sources are still being compared."] * 2


@pytest.mark.parametrize("key", ["escape", "f1", "o"])
async def test_a_click_on_what_has_just_gone_is_none(key: str) -> None:
    async with opened() as (_, pilot):
        await pilot.press(key)
        screen = pilot.app.screen
        words = Static("Words that go")
        await screen.mount(words)
        await pilot.pause()
        x, y = words.region.offset
        words._detach()  # as when a message goes, before the screen is arranged anew
        found = screen.get_widget_and_offset_at(x, y)
        words._attach(screen)
        assert found == (None, None)
